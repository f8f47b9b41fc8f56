/**
 * Numbers to 64 digits by mathjs. Loaded on first need, since most answers are exact fractions.
 * Only the arithmetic class is taken: no parser and no evaluator of mathjs ever sees a model's
 * text, so nothing in it can be called by name.
 */
import { BigNumberDependencies, create } from 'mathjs';
import type { BigNumber } from 'mathjs';
import { exactValue } from './exact.ts';
import type { FunctionName, Node } from './node.ts';

export type { BigNumber };

// The types of mathjs know its class of big numbers by its instances only.
const { BigNumber: Big } = create(BigNumberDependencies ?? {}, {
  number: 'BigNumber',
  precision: 64,
}) as unknown as { readonly BigNumber: new (value: string | number) => BigNumber };

export const big = (value: string | number): BigNumber => new Big(value);

const PI = big('3.1415926535897932384626433832795028841971693993751058209749445923078164');
const ONE = big(1);

/** Largest arguments for which the functions stay quick. */
const LARGEST_ANGLE = 1e9;
const LARGEST_EXPONENT = 1e4;

export type Letters = ReadonlyMap<string, BigNumber>;

/** The real value, or null where there is none: outside a domain, infinite, or unreasonably large. */
export function numericValue(node: Node, letters: Letters): BigNumber | null {
  const value = evaluate(node, letters);
  return value === null || !value.isFinite() ? null : value;
}

function evaluate(node: Node, letters: Letters): BigNumber | null {
  switch (node.kind) {
    case 'number':
      return big(node.value.top.toString()).div(big(node.value.bottom.toString()));
    case 'constant':
      if (node.name === 'infinity') return null;
      return node.name === 'pi' ? PI : ONE.exp();
    case 'letter':
      return letters.get(node.name) ?? null;
    case 'negate':
      return numericValue(node.of, letters)?.neg() ?? null;
    case 'call': {
      const of = numericValue(node.of, letters);
      return of === null ? null : call(node.name, of);
    }
    case 'unknown': {
      const of = numericValue(node.of, letters);
      return of === null ? null : unknownFunction(node.name, of);
    }
    case 'binary': {
      const left = numericValue(node.left, letters);
      const right = numericValue(node.right, letters);
      if (left === null || right === null) return null;
      if (node.op === '+') return left.add(right);
      if (node.op === '-') return left.sub(right);
      if (node.op === '*') return left.mul(right);
      if (node.op === '/') return isZero(right) ? null : left.div(right);
      return power(left, right, node.right);
    }
    default:
      return node satisfies never;
  }
}

function call(name: FunctionName, x: BigNumber): BigNumber | null {
  switch (name) {
    case 'sqrt':
      return x.isNegative() && !isZero(x) ? null : x.abs().sqrt();
    case 'abs':
      return x.abs();
    case 'ln':
    case 'log':
      if (!x.isPositive() || isZero(x)) return null;
      return name === 'ln' ? x.ln() : x.log(10);
    case 'exp':
      return x.abs().gt(LARGEST_EXPONENT) ? null : x.exp();
    case 'sin':
    case 'cos':
    case 'tan':
      return x.abs().gt(LARGEST_ANGLE) ? null : x[name]();
    case 'csc':
      return inverse(call('sin', x));
    case 'sec':
      return inverse(call('cos', x));
    case 'cot':
      return inverse(call('tan', x));
    case 'arcsin':
    case 'asin':
      return x.abs().gt(1) ? null : x.asin();
    case 'arccos':
    case 'acos':
      return x.abs().gt(1) ? null : x.acos();
    case 'arctan':
    case 'atan':
      return x.atan();
    case 'arccsc':
      return within(inverse(x), 'arcsin');
    case 'arcsec':
      return within(inverse(x), 'arccos');
    case 'arccot':
      return within(inverse(x), 'arctan');
    case 'sinh':
    case 'cosh':
    case 'tanh':
      return x.abs().gt(LARGEST_EXPONENT) ? null : x[name]();
    case 'csch':
      return inverse(call('sinh', x));
    case 'sech':
      return inverse(call('cosh', x));
    case 'coth':
      return inverse(call('tanh', x));
    case 'arcsinh':
      return x.asinh();
    case 'arccosh':
      return x.lt(1) ? null : x.acosh();
    case 'arctanh':
      return x.abs().gte(1) ? null : x.atanh();
    default:
      return name satisfies never;
  }
}

const within = (x: BigNumber | null, name: FunctionName): BigNumber | null =>
  x === null ? null : call(name, x);

const inverse = (x: BigNumber | null): BigNumber | null =>
  x === null || isZero(x) ? null : ONE.div(x);

/** Real powers; of a negative base only where the exponent is an exact fraction of odd denominator. */
function power(base: BigNumber, exponent: BigNumber, exponentNode: Node): BigNumber | null {
  if (exponent.abs().gt(LARGEST_EXPONENT) || base.abs().gt('1e10000')) return null;
  if (isZero(base)) return exponent.isPositive() && !isZero(exponent) ? big(0) : null;
  if (base.isPositive()) return base.pow(exponent);
  const exact = exactValue(exponentNode);
  if (exact === null || exact.bottom % 2n === 0n) return null;
  const size = base.abs().pow(exponent);
  return exact.top % 2n === 0n ? size : size.neg();
}

/** A fixed smooth function for each name: equal arguments give equal values, others do not. */
function unknownFunction(name: string, x: BigNumber): BigNumber | null {
  if (x.abs().gt(LARGEST_ANGLE)) return null;
  const code = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1009;
  const bend = big(code).div(1009).add('0.37');
  return x.mul(bend).add('0.7').sin().add(x.mul(x).mul('0.31'));
}

/** What 64 digits leave of zero after a few operations. */
export const isZero = (x: BigNumber): boolean => x.abs().lt('1e-45');

/** Equal up to the rounding of 64-digit arithmetic. */
export const close = (a: BigNumber, b: BigNumber): boolean => {
  const size = [big(1), a.abs(), b.abs()].reduce((most, x) => (x.gt(most) ? x : most));
  return a.sub(b).abs().lt(size.mul('1e-40'));
};
