/** A 64-digit number with the power of ten that its error stays below. */
import { BigNumberDependencies, create } from 'mathjs';
import type { BigNumber } from 'mathjs';

export type { BigNumber };

// The types of mathjs know its class of big numbers by its instances only.
const { BigNumber: Big } = create(BigNumberDependencies ?? {}, {
  number: 'BigNumber',
  precision: 64,
}) as unknown as { readonly BigNumber: new (value: string | number) => BigNumber };

export const big = (value: string | number): BigNumber => new Big(value);

export const PI = big('3.1415926535897932384626433832795028841971693993751058209749445923078164');
export const ONE = big(1);

export interface Approx {
  readonly value: BigNumber;
  /** |true value − value| < 10^error; −∞ for what is exact. */
  readonly error: number;
}

/** The smallest power of ten above the value; −∞ for zero. */
export const magnitude = (value: BigNumber): number => (value.isZero() ? -Infinity : value.e + 1);

/** A result with the error it was given and the one that rounding it to 64 digits adds. */
export const approx = (value: BigNumber, error: number): Approx => ({
  value,
  error: Math.max(error, magnitude(value) - 63) + 0.5,
});

export const exactly = (value: BigNumber): Approx => ({ value, error: -Infinity });

/** Whether the value may as well be zero. */
export const indistinct = ({ value, error }: Approx): boolean => magnitude(value) <= error + 1;

/** Digits that have to agree before two values count as the same. */
const ENOUGH_DIGITS = 20;
/** Below this, what is left of two values that cancel is taken as zero. */
const NEAR_ZERO = -30;

/** `unclear` where the error has grown too large to tell. */
export function sameness(a: Approx, b: Approx): 'same' | 'apart' | 'unclear' {
  const error = Math.max(a.error, b.error) + 1;
  const size = Math.max(magnitude(a.value), magnitude(b.value));
  const gap = magnitude(a.value.sub(b.value));
  if (gap > Math.max(error, size - 60)) return 'apart';
  return error <= size - ENOUGH_DIGITS || error <= NEAR_ZERO ? 'same' : 'unclear';
}
