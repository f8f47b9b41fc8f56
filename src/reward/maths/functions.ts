/** The functions of the grammar on 64-digit numbers; null outside their real domains. */
import { approx, big, indistinct, magnitude, ONE } from './approx.ts';
import type { Approx } from './approx.ts';
import type { FunctionName } from './node.ts';

/** Largest arguments for which the functions stay quick. */
const LARGEST_ANGLE = 1e9;
const LARGEST_EXPONENT = 1e4;

const EXACT_ONE: Approx = { value: ONE, error: -Infinity };

export function callNumeric(name: FunctionName, x: Approx): Approx | null {
  const { value, error } = x;
  switch (name) {
    case 'abs':
      return { value: value.abs(), error };
    case 'floor':
    case 'ceil': {
      // Next to a step the error decides between two whole numbers.
      const nearest = value.round();
      if (error > -Infinity && magnitude(value.sub(nearest)) <= error + 1) return null;
      return { value: value[name](), error: -Infinity };
    }
    case 'sqrt':
      if (indistinct(x)) return approx(value.abs().sqrt(), error / 2 + 1);
      return value.isNegative() ? null : approx(value.sqrt(), error - magnitude(value) / 2 + 1);
    case 'ln':
    case 'log':
      if (indistinct(x) || value.isNegative()) return null;
      return approx(
        name === 'ln' ? value.ln() : value.log(10),
        Math.max(error - magnitude(value) + 1, -62),
      );
    case 'exp':
    case 'sinh':
    case 'cosh':
    case 'tanh': {
      if (value.abs().gt(LARGEST_EXPONENT)) return null;
      const result = value[name]();
      return approx(result, Math.max(magnitude(result), 0) + error + 1);
    }
    case 'sin':
    case 'cos':
      return value.abs().gt(LARGEST_ANGLE)
        ? null
        : approx(value[name](), Math.max(error, floor(value)));
    case 'tan':
      return divide(callNumeric('sin', x), callNumeric('cos', x));
    case 'cot':
      return divide(callNumeric('cos', x), callNumeric('sin', x));
    case 'csc':
      return divide(EXACT_ONE, callNumeric('sin', x));
    case 'sec':
      return divide(EXACT_ONE, callNumeric('cos', x));
    case 'csch':
      return divide(EXACT_ONE, callNumeric('sinh', x));
    case 'sech':
      return divide(EXACT_ONE, callNumeric('cosh', x));
    case 'coth':
      return divide(EXACT_ONE, callNumeric('tanh', x));
    case 'arcsin':
    case 'asin':
    case 'arccos':
    case 'acos':
      return inverseAngle(name === 'arcsin' || name === 'asin' ? 'asin' : 'acos', x);
    case 'arctan':
    case 'atan':
      return approx(value.atan(), Math.max(error, floor(value)));
    case 'arccsc':
      return after('arcsin', divide(EXACT_ONE, x));
    case 'arcsec':
      return after('arccos', divide(EXACT_ONE, x));
    case 'arccot':
      return after('arctan', divide(EXACT_ONE, x));
    case 'arcsinh':
      return approx(value.asinh(), Math.max(error, floor(value)));
    case 'arccosh':
      return value.lt(1) ? null : approx(value.acosh(), near(error, value.sub(1)));
    case 'arctanh':
      return value.abs().gte(1) ? null : approx(value.atanh(), near(error, ONE.sub(value.abs())));
    default:
      return name satisfies never;
  }
}

function inverseAngle(name: 'asin' | 'acos', { value, error }: Approx): Approx | null {
  const beyond = value.abs().sub(1);
  if (!beyond.isNegative() && magnitude(beyond) > error + 1) return null;
  const inside = beyond.isPositive() && !beyond.isZero() ? big(value.isNegative() ? -1 : 1) : value;
  return approx(inside[name](), near(error, beyond));
}

/** What the functions themselves may be off by: relative to small arguments, else absolute. */
const floor = (x: Approx['value']): number => (x.abs().lt(1) ? -Infinity : -60);

/** The error near the end of a domain that is `gap` away, where functions are steep. */
const near = (error: number, gap: Approx['value']): number =>
  Math.max(gap.isZero() ? error / 2 : error - magnitude(gap) + 1, -60);

const after = (name: FunctionName, x: Approx | null): Approx | null => x && callNumeric(name, x);

function divide(a: Approx | null, b: Approx | null): Approx | null {
  if (a === null || b === null || indistinct(b)) return null;
  const value = a.value.div(b.value);
  const size = magnitude(b.value) - 1;
  return approx(value, Math.max(a.error - size, magnitude(value) + b.error - size));
}
