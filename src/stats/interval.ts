/** An estimate with the bounds of its confidence interval. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The standard normal's 97.5 % point: two-sided 95 %. */
export const Z95 = 1.959963984540054;
