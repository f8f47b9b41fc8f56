/**
 * Numbers to 64 digits by mathjs, each with a bound on its error, so that what is left of a
 * cancellation is not taken for a value. Loaded on first need, since most answers are exact
 * fractions. Only the arithmetic class is taken: no parser and no evaluator of mathjs ever sees a
 * model's text, so nothing in it can be called by name.
 */
import { spend } from './budget.ts';
import { exactValue } from './exact.ts';
import type { FunctionName, Node } from './node.ts';
import { approx, big, indistinct, magnitude, ONE, PI } from './approx.ts';
import type { Approx } from './approx.ts';
import { callNumeric } from './functions.ts';

export type Letters = ReadonlyMap<string, Approx>;

/** The real value, or null where there is none: outside a domain, infinite, or unreasonably large. */
export function numericValue(node: Node, letters: Letters): Approx | null {
  spend();
  const value = evaluate(node, letters);
  return value === null || !value.value.isFinite() ? null : value;
}

function evaluate(node: Node, letters: Letters): Approx | null {
  switch (node.kind) {
    case 'number':
      return approx(
        big(node.value.top.toString()).div(big(node.value.bottom.toString())),
        -Infinity,
      );
    case 'constant':
      if (node.name === 'infinity' || node.name === 'i') return null;
      return approx(node.name === 'pi' ? PI : ONE.exp(), -Infinity);
    case 'letter':
      return letters.get(node.name) ?? null;
    case 'negate': {
      const of = numericValue(node.of, letters);
      return of && { value: of.value.neg(), error: of.error };
    }
    case 'factorial': {
      const of = numericValue(node.of, letters);
      return of && factorial(of);
    }
    case 'call': {
      const of = numericValue(node.of, letters);
      return of && callNumeric(node.name satisfies FunctionName, of);
    }
    case 'unknown': {
      const of = numericValue(node.of, letters);
      return of && unknownFunction(node.name, of);
    }
    case 'binary': {
      const left = numericValue(node.left, letters);
      const right = left && numericValue(node.right, letters);
      return left && right && combine(node.op, left, right, node.right);
    }
    default:
      return node satisfies never;
  }
}

export function combine(
  op: '+' | '-' | '*' | '/' | '^',
  left: Approx,
  right: Approx,
  exponent: Node | null = null,
): Approx | null {
  const [a, b] = [left.value, right.value];
  switch (op) {
    case '+':
      return approx(a.add(b), Math.max(left.error, right.error));
    case '-':
      return approx(a.sub(b), Math.max(left.error, right.error));
    case '*':
      return approx(a.mul(b), Math.max(magnitude(a) + right.error, magnitude(b) + left.error));
    case '/': {
      if (indistinct(right)) return null;
      const value = a.div(b);
      const size = magnitude(b) - 1;
      return approx(value, Math.max(left.error - size, magnitude(value) + right.error - size));
    }
    case '^':
      return power(left, right, exponent);
    default:
      return op satisfies never;
  }
}

/** Largest exponents for which powers stay quick. */
const LARGEST_EXPONENT = 1e4;

/** Real powers; of a negative base only where the exponent is an exact fraction of odd denominator. */
function power(base: Approx, exponent: Approx, node: Node | null): Approx | null {
  const [x, y] = [base.value, exponent.value];
  if (y.abs().gt(LARGEST_EXPONENT) || x.abs().gt('1e10000')) return null;
  if (x.isZero())
    return y.isPositive() && !indistinct(exponent) ? approx(big(0), base.error) : null;
  if (indistinct(base)) return null;
  const size = x.abs().pow(y);
  if (!size.isFinite()) return null;
  const logarithm = Math.abs(magnitude(x)) * 2.4 + 1;
  const error =
    magnitude(size) +
    Math.max(Math.log10(logarithm) + exponent.error, magnitude(y) + base.error - magnitude(x) + 1);
  if (x.isPositive()) return approx(size, error);
  const exact = node === null ? null : exactValue(node);
  const odd = exact === null ? oddness(y) : exact.bottom % 2n === 0n ? null : exact.top % 2n !== 0n;
  if (odd === null) return null;
  return approx(odd ? size.neg() : size, error);
}

/** Whether a whole exponent is odd; null for any other. */
const oddness = (exponent: Approx['value']): boolean | null =>
  exponent.isInteger() ? !exponent.mod(2).isZero() : null;

function factorial({ value, error }: Approx): Approx | null {
  const rounded = value.round();
  if (rounded.isNegative() || rounded.gt(500)) return null;
  if (magnitude(value.sub(rounded)) > error + 1) return null;
  let product = ONE;
  for (let factor = 2; factor <= rounded.toNumber(); factor++) product = product.mul(factor);
  return approx(product, -Infinity);
}

/** A fixed smooth function for each name: equal arguments give equal values, others do not. */
function unknownFunction(name: string, { value: x, error }: Approx): Approx | null {
  if (x.abs().gt(1e9)) return null;
  const code = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  const bend = big(code % 1009)
    .div(1009)
    .add('0.37');
  return approx(x.mul(bend).add('0.7').sin().add(x.mul(x).mul('0.31')), error + magnitude(x) + 1);
}
