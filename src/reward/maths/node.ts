import type { Rational } from './rational.ts';

/** A parsed expression: numbers, letters and a fixed list of functions; nothing can be executed. */
export type Node =
  | { readonly kind: 'number'; readonly value: Rational; readonly text: string }
  | { readonly kind: 'constant'; readonly name: 'pi' | 'e' | 'i' | 'infinity' }
  | { readonly kind: 'letter'; readonly name: string }
  | { readonly kind: 'negate' | 'factorial'; readonly of: Node }
  | {
      readonly kind: 'binary';
      readonly op: '+' | '-' | '*' | '/' | '^';
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: Node }
  /** An unknown function, as in `f(x) = …`. */
  | { readonly kind: 'unknown'; readonly name: string; readonly of: Node };

/** Longest names first, so that `sinh` is not read as `sin h`. */
export const FUNCTION_NAMES = [
  'arcsinh',
  'arccosh',
  'arctanh',
  'arcsin',
  'arccos',
  'arctan',
  'arccsc',
  'arcsec',
  'arccot',
  'sinh',
  'cosh',
  'tanh',
  'csch',
  'sech',
  'coth',
  'asin',
  'acos',
  'atan',
  'sqrt',
  'sin',
  'cos',
  'tan',
  'csc',
  'sec',
  'cot',
  'exp',
  'log',
  'floor',
  'ceil',
  'abs',
  'ln',
] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** What an expression speaks of: letters, and whether it holds unknown functions. */
export interface Vocabulary {
  readonly letters: ReadonlySet<string>;
  readonly unknown: boolean;
  /** Whether the imaginary unit occurs. */
  readonly imaginary: boolean;
}

export function vocabulary(...nodes: readonly Node[]): Vocabulary {
  const letters = new Set<string>();
  let unknown = false;
  let imaginary = false;
  const visit = (node: Node): void => {
    if (node.kind === 'letter') letters.add(node.name);
    else if (node.kind === 'binary') {
      visit(node.left);
      visit(node.right);
    } else if (node.kind === 'constant') imaginary ||= node.name === 'i';
    else if (node.kind === 'negate' || node.kind === 'factorial' || node.kind === 'call') {
      visit(node.of);
    } else if (node.kind === 'unknown') {
      unknown = true;
      visit(node.of);
    }
  };
  nodes.forEach(visit);
  return { letters, unknown, imaginary };
}

/** Equal texts mean the same expression in the same form, brackets and spelling aside. */
export function printNode(node: Node): string {
  switch (node.kind) {
    case 'number':
      return `${node.value.top}/${node.value.bottom}`;
    case 'constant':
      return `#${node.name}`;
    case 'letter':
      return node.name;
    case 'negate':
      return `(-${printNode(node.of)})`;
    case 'factorial':
      return `(${printNode(node.of)}!)`;
    case 'binary':
      return `(${printNode(node.left)}${node.op}${printNode(node.right)})`;
    case 'call':
    case 'unknown':
      return `${node.name}(${printNode(node.of)})`;
    default:
      return node satisfies never;
  }
}

export const isConstant = (...nodes: readonly Node[]): boolean =>
  vocabulary(...nodes).letters.size === 0;

export const binary = (left: Node, op: '+' | '-' | '*' | '/' | '^', right: Node): Node => ({
  kind: 'binary',
  op,
  left,
  right,
});

export const whole = (value: bigint): Node => {
  const number: Node = {
    kind: 'number',
    value: { top: value < 0n ? -value : value, bottom: 1n },
    text: '',
  };
  return value < 0n ? { kind: 'negate', of: number } : number;
};
