/**
 * Values in double precision: enough to put ends of intervals in order and to pass over points where
 * two expressions plainly agree, never for a verdict alone. NaN where that is not enough.
 */
import type { FunctionName, Node } from './node.ts';

const NOWHERE: ReadonlyMap<string, number> = new Map();

export function estimate(node: Node, letters = NOWHERE): number {
  switch (node.kind) {
    case 'number':
      return ratio(node.value.top, node.value.bottom);
    case 'constant':
      if (node.name === 'infinity') return Infinity;
      return node.name === 'pi' ? Math.PI : node.name === 'e' ? Math.E : NaN;
    case 'negate':
      return -estimate(node.of, letters);
    case 'call':
      return call(node.name, estimate(node.of, letters));
    case 'binary': {
      const [a, b] = [estimate(node.left, letters), estimate(node.right, letters)];
      if (node.op === '+') return a + b;
      if (node.op === '-') return a - b;
      if (node.op === '*') return a * b;
      return node.op === '/' ? a / b : a ** b;
    }
    case 'letter':
      return letters.get(node.name) ?? NaN;
    case 'unknown':
    case 'factorial':
      return NaN;
    default:
      return node satisfies never;
  }
}

function call(name: FunctionName, x: number): number {
  switch (name) {
    case 'sqrt':
    case 'abs':
    case 'exp':
    case 'sin':
    case 'cos':
    case 'tan':
    case 'sinh':
    case 'cosh':
    case 'tanh':
      return Math[name](x);
    case 'csc':
      return 1 / Math.sin(x);
    case 'sec':
      return 1 / Math.cos(x);
    case 'cot':
      return 1 / Math.tan(x);
    case 'csch':
      return 1 / Math.sinh(x);
    case 'sech':
      return 1 / Math.cosh(x);
    case 'coth':
      return 1 / Math.tanh(x);
    case 'arcsin':
    case 'asin':
      return Math.asin(x);
    case 'arccsc':
      return Math.asin(1 / x);
    case 'arctan':
    case 'atan':
      return Math.atan(x);
    default:
      break;
  }
  if (name === 'ln' || name === 'log') return name === 'ln' ? Math.log(x) : Math.log10(x);
  return NaN;
}

function ratio(top: bigint, bottom: bigint): number {
  const extra = Math.max(0, top.toString().length - 300, bottom.toString().length - 300);
  const shift = 10n ** BigInt(extra);
  return Number(top / shift) / Number(bottom / shift);
}
