/** Equations that are solved for a letter, and putting such a value in its place. */
import { vocabulary } from './node.ts';
import type { Node } from './node.ts';

export interface Solved {
  readonly letter: string;
  readonly value: Node;
}

/** `y = f(x)` either way round; y must not occur in its own value. */
export function solvedForms({
  left,
  right,
}: {
  readonly left: Node;
  readonly right: Node;
}): Solved[] {
  return [[left, right] as const, [right, left] as const].flatMap(([side, value]) =>
    side.kind === 'letter' && !vocabulary(value).letters.has(side.name)
      ? [{ letter: side.name, value }]
      : [],
  );
}

export function substitute(node: Node, letter: string, value: Node): Node {
  switch (node.kind) {
    case 'letter':
      return node.name === letter ? value : node;
    case 'binary':
      return {
        ...node,
        left: substitute(node.left, letter, value),
        right: substitute(node.right, letter, value),
      };
    case 'negate':
    case 'factorial':
    case 'call':
    case 'unknown':
      return { ...node, of: substitute(node.of, letter, value) };
    case 'number':
    case 'constant':
      return node;
    default:
      return node satisfies never;
  }
}
