export type Suite = 'cpu' | 'webllm' | 'store' | 'agree';

/** One measurement. A ratio above 1 always means that ours is better. */
export interface Row {
  readonly name: string;
  readonly suite: Suite;
  /** The engine measured, or null where none takes part. */
  readonly engine: string | null;
  /** G, or null where no group takes part. */
  readonly group: number | null;
  readonly metric: string;
  readonly ours: number;
  /** What it is held against within the same run, or the budget where there is only that. */
  readonly against: number;
  readonly ratio: number;
  readonly unit: string;
}

interface Measured extends Omit<Row, 'ratio'> {
  readonly better: 'more' | 'less';
}

export function row({ better, ...measured }: Measured): Row {
  const { ours, against } = measured;
  return { ...measured, ratio: better === 'more' ? ours / against : against / ours };
}

/** The middle value; the mean of the two middle ones of an even number. Throws on none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) throw new RangeError('median of no values');
  return (low + high) / 2;
}
