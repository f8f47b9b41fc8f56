/** A constant in double precision: enough to put ends of intervals in order, never for a verdict. */
import type { FunctionName, Node } from './node.ts';

export function estimate(node: Node): number {
  switch (node.kind) {
    case 'number':
      return ratio(node.value.top, node.value.bottom);
    case 'constant':
      if (node.name === 'infinity') return Infinity;
      return node.name === 'pi' ? Math.PI : node.name === 'e' ? Math.E : NaN;
    case 'negate':
      return -estimate(node.of);
    case 'call':
      return call(node.name, estimate(node.of));
    case 'binary': {
      const [a, b] = [estimate(node.left), estimate(node.right)];
      if (node.op === '+') return a + b;
      if (node.op === '-') return a - b;
      if (node.op === '*') return a * b;
      return node.op === '/' ? a / b : a ** b;
    }
    case 'letter':
    case 'unknown':
    case 'factorial':
      return NaN;
    default:
      return node satisfies never;
  }
}

function call(name: FunctionName, x: number): number {
  if (name === 'sqrt' || name === 'abs' || name === 'exp') return Math[name](x);
  if (name === 'ln' || name === 'log') return name === 'ln' ? Math.log(x) : Math.log10(x);
  return NaN;
}

function ratio(top: bigint, bottom: bigint): number {
  const extra = Math.max(0, top.toString().length - 300, bottom.toString().length - 300);
  const shift = 10n ** BigInt(extra);
  return Number(top / shift) / Number(bottom / shift);
}
