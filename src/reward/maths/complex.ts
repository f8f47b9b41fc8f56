/** Complex values to 64 digits, for what holds the imaginary unit. Principal branches. */
import { big, exactly, ONE, sameness } from './approx.ts';
import type { BigNumber } from './approx.ts';
import type { Node } from './node.ts';
import { numericValue } from './numeric.ts';
import type { Letters } from './numeric.ts';

export interface Complex {
  readonly re: BigNumber;
  readonly im: BigNumber;
}

const ZERO = big(0);
const real = (re: BigNumber): Complex => ({ re, im: ZERO });
const add = (a: Complex, b: Complex): Complex => ({ re: a.re.add(b.re), im: a.im.add(b.im) });
const negate = (a: Complex): Complex => ({ re: a.re.neg(), im: a.im.neg() });
const multiply = (a: Complex, b: Complex): Complex => ({
  re: a.re.mul(b.re).sub(a.im.mul(b.im)),
  im: a.re.mul(b.im).add(a.im.mul(b.re)),
});
const size = (a: Complex): BigNumber => a.re.mul(a.re).add(a.im.mul(a.im)).sqrt();

export function complexValue(node: Node, letters: Letters): Complex | null {
  const value = evaluate(node, letters);
  return value !== null && value.re.isFinite() && value.im.isFinite() ? value : null;
}

function evaluate(node: Node, letters: Letters): Complex | null {
  switch (node.kind) {
    case 'constant':
      if (node.name === 'i') return { re: ZERO, im: ONE };
      break;
    case 'negate': {
      const of = evaluate(node.of, letters);
      return of && negate(of);
    }
    case 'binary': {
      const left = evaluate(node.left, letters);
      const right = left && evaluate(node.right, letters);
      return left && right && combine(node.op, left, right);
    }
    case 'call': {
      const of = evaluate(node.of, letters);
      if (of === null) return null;
      if (node.name === 'abs') return real(size(of));
      if (node.name === 'sqrt') return power(of, real(big('0.5')));
      if (node.name === 'exp') return exponential(of);
      if (node.name === 'ln') return logarithm(of);
      if (!isReal(of)) return null;
      const inner = new Map([['x', exactly(of.re)]]);
      return onReal({ ...node, of: { kind: 'letter', name: 'x' } }, inner);
    }
    case 'number':
    case 'letter':
    case 'factorial':
    case 'unknown':
      break;
    default:
      return node satisfies never;
  }
  return onReal(node, letters);
}

function onReal(node: Node, letters: Letters): Complex | null {
  const value = numericValue(node, letters);
  return value && real(value.value);
}

function combine(op: '+' | '-' | '*' | '/' | '^', a: Complex, b: Complex): Complex | null {
  if (op === '+') return add(a, b);
  if (op === '-') return add(a, negate(b));
  if (op === '*') return multiply(a, b);
  if (op === '^') return power(a, b);
  const below = b.re.mul(b.re).add(b.im.mul(b.im));
  if (below.isZero()) return null;
  const { re, im } = multiply(a, { re: b.re, im: b.im.neg() });
  return { re: re.div(below), im: im.div(below) };
}

function power(base: Complex, exponent: Complex): Complex | null {
  if (isReal(exponent) && exponent.re.isInteger() && exponent.re.abs().lte(1000)) {
    const times = exponent.re.toNumber();
    let result: Complex | null = real(ONE);
    for (let at = 0; at < Math.abs(times); at++) result = multiply(result, base);
    return times < 0 ? combine('/', real(ONE), result) : result;
  }
  const log = logarithm(base);
  return log && exponential(multiply(exponent, log));
}

function logarithm(a: Complex): Complex | null {
  const radius = size(a);
  return radius.isZero() ? null : { re: radius.ln(), im: angle(a) };
}

function angle({ re, im }: Complex): BigNumber {
  const half = big(-1).acos().div(2);
  if (re.isZero()) return im.isNegative() ? half.neg() : half;
  const slope = im.div(re).atan();
  if (re.isPositive()) return slope;
  return im.isNegative() && !im.isZero() ? slope.sub(half.mul(2)) : slope.add(half.mul(2));
}

function exponential({ re, im }: Complex): Complex | null {
  if (re.abs().gt(1e4) || im.abs().gt(1e9)) return null;
  const radius = re.exp();
  return { re: radius.mul(im.cos()), im: radius.mul(im.sin()) };
}

const isReal = ({ im }: Complex): boolean => im.abs().lt('1e-50');

/** Both parts agree to what 64 digits leave after a few operations. */
export function sameComplex(a: Complex, b: Complex): boolean {
  const scale = [ONE, size(a), size(b)].reduce((most, x) => (x.gt(most) ? x : most));
  const gap = size({ re: a.re.sub(b.re), im: a.im.sub(b.im) });
  return sameness(exactly(gap.div(scale)), { value: ZERO, error: -40 }) === 'same';
}
