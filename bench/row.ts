export type Suite = 'cpu' | 'page' | 'webllm' | 'store' | 'answers' | 'experiments' | 'agree';

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

/** In one line, as it is told when its step has ended. */
export const rowLine = ({ name, ours, against, unit, ratio }: Row): string =>
  `${name}: ${ours.toPrecision(3)} ${unit}, against ${against.toPrecision(3)} (${ratio.toPrecision(3)})`;

export function row({ better, ...measured }: Measured): Row {
  const { ours, against } = measured;
  return { ...measured, ratio: better === 'more' ? ours / against : against / ours };
}
