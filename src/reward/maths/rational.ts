/** Exact fractions: lowest terms, positive denominator. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Results above this many bits are not computed: the caller falls back to numbers. */
const MOST_BITS = 4096;

export function rational(top: bigint, bottom: bigint = 1n): Rational | null {
  if (bottom === 0n) return null;
  const sign = bottom < 0n ? -1n : 1n;
  const shared = gcd(top, bottom) * sign;
  return { top: top / shared, bottom: bottom / shared };
}

/** `12`, `.5`, `3.`, `0.10`: digits with at most one point. */
export function parseDecimal(text: string): Rational | null {
  const match = /^(\d*)\.?(\d*)$/.exec(text);
  if (match === null || !/\d/.test(text)) return null;
  const [, whole = '', part = ''] = match;
  return rational(BigInt(whole + part), 10n ** BigInt(part.length));
}

export const addRational = (a: Rational, b: Rational): Rational | null =>
  bounded(rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom));

export const negateRational = (a: Rational): Rational => ({ top: -a.top, bottom: a.bottom });

export const multiplyRational = (a: Rational, b: Rational): Rational | null =>
  bounded(rational(a.top * b.top, a.bottom * b.bottom));

export const divideRational = (a: Rational, b: Rational): Rational | null =>
  bounded(rational(a.top * b.bottom, a.bottom * b.top));

export const sameRational = (a: Rational, b: Rational): boolean =>
  a.top === b.top && a.bottom === b.bottom;

/** Whole powers, and roots that come out exact; 0⁰ and roots of negatives of even degree are null. */
export function powerRational(base: Rational, exponent: Rational): Rational | null {
  const root = rootRational(base, exponent.bottom);
  if (root === null) return null;
  const size = exponent.top < 0n ? -exponent.top : exponent.top;
  if (base.top === 0n && exponent.top <= 0n) return null;
  if (size * BigInt(bits(root.top) + bits(root.bottom)) > BigInt(MOST_BITS)) return null;
  const raised = { top: root.top ** size, bottom: root.bottom ** size };
  return exponent.top < 0n ? rational(raised.bottom, raised.top) : raised;
}

export const floorRational = ({ top, bottom }: Rational): Rational => ({
  top: (top - (((top % bottom) + bottom) % bottom)) / bottom,
  bottom: 1n,
});

/** Of whole numbers, up to a size that stays within bounds. */
export function factorialRational({ top, bottom }: Rational): Rational | null {
  if (bottom !== 1n || top < 0n || top > 500n) return null;
  let product = 1n;
  for (let factor = 2n; factor <= top; factor++) product *= factor;
  return bounded({ top: product, bottom: 1n });
}

/** The real n-th root where it is a fraction, else null. */
function rootRational(value: Rational, degree: bigint): Rational | null {
  if (degree === 1n) return value;
  if (degree > 64n) return null;
  const top = rootInteger(value.top < 0n ? -value.top : value.top, degree);
  const bottom = rootInteger(value.bottom, degree);
  if (top === null || bottom === null) return null;
  if (value.top >= 0n) return { top, bottom };
  return degree % 2n === 1n ? { top: -top, bottom } : null;
}

/** Newton's iteration from above; null where the root is not whole. */
function rootInteger(value: bigint, degree: bigint): bigint | null {
  if (value < 2n) return value;
  let guess = 1n << (BigInt(bits(value)) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (next >= guess) break;
    guess = next;
  }
  return guess ** degree === value ? guess : null;
}

/** Whether the decimal expansion ends. */
export function terminates(value: Rational): boolean {
  let rest = value.bottom;
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  return rest === 1n;
}

const bits = (value: bigint): number => value.toString(2).length;

const bounded = (value: Rational | null): Rational | null =>
  value === null || bits(value.top) + bits(value.bottom) > MOST_BITS ? null : value;

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
