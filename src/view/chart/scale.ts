/** From numbers to pixels, and the numbers that are written at an axis. */

export type Scale = (value: number) => number;

/** Maps `from` … `to` to pixels `start` … `end`; the middle where there is but one number. */
export function linear(from: number, to: number, start: number, end: number): Scale {
  if (from === to) return () => (start + end) / 2;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** Doublings are equally far apart; `from` and `to` are above 0. */
export function log2(from: number, to: number, start: number, end: number): Scale {
  const scale = linear(Math.log2(from), Math.log2(to), start, end);
  return (value) => scale(Math.log2(value));
}

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const SHARE_STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/**
 * An axis of shares that holds these, with round ends and at most seven ticks: within 0 … 1, but for
 * rewards below 0, which rubrics with minus points give.
 */
export function shareAxis(shares: readonly number[]): Axis {
  const low = shares.length === 0 ? 0 : Math.min(1, ...shares);
  const high = shares.length === 0 ? 1 : Math.min(1, Math.max(...shares));
  const fits = (step: number): boolean =>
    Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9) <= 6;
  const step = SHARE_STEPS.find(fits) ?? 1;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // One value alone still stands between two ticks.
  const [start, end] =
    first < last
      ? [first, last]
      : [Math.max(Math.min(0, first), first - 1), Math.min(Math.round(1 / step), last + 1)];
  return axis(start, end, step);
}

/** An axis of counts or amounts from 0 with about four ticks at 1, 2 or 5 of a power of ten. */
export function countAxis(most: number): Axis {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power);
  return axis(0, Math.max(1, Math.ceil(most / step)), step);
}

const axis = (first: number, last: number, step: number): Axis => ({
  from: round(first * step),
  to: round(last * step),
  ticks: Array.from({ length: last - first + 1 }, (_, at) => round((first + at) * step)),
});

/** Takes away what multiplying by a decimal step adds. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A coordinate in an attribute: a tenth of a pixel is as fine as anybody sees. */
export const px = (value: number): number => Math.round(value * 10) / 10;
