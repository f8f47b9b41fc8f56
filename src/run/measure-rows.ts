/** A measured table in the rows that the bench prints, for those who collect them. */
import type { DeviceRow, DeviceTable } from './measure-device.ts';

/** As `npm run bench -- webllm --json` gives it: a ratio above 1 always means better. */
export interface MeasuredRow {
  readonly name: string;
  readonly suite: 'webllm';
  readonly engine: 'webllm';
  readonly group: number;
  readonly metric: string;
  readonly ours: number;
  readonly against: number;
  readonly ratio: number;
  readonly unit: string;
}

/** Everything against one answer at a time on the same device, since web-llm's own loop is not there. */
export function measuredRows({ rows }: DeviceTable): MeasuredRow[] {
  const [one] = rows;
  if (one === undefined) return [];
  return rows.flatMap((row) => measures(row, one));
}

function measures(row: DeviceRow, one: DeviceRow): MeasuredRow[] {
  const { group } = row;
  const common = { suite: 'webllm', engine: 'webllm', group } as const;
  const more = (metric: string, name: string, ours: number, against: number): MeasuredRow =>
    ({ name, ...common, metric, ours, against, ratio: ours / against, unit: 'tokens/s' });
  const less = (metric: string, name: string, unit: string, ours: number, against: number): MeasuredRow =>
    ({ name, ...common, metric, ours, against, ratio: against / ours, unit });
  return [
    more('decode-in-turn', `decode, ${group} at once, against one at a time`, row.decode, row.inTurn),
    more('prefill-in-turn', `reading the prompt for ${group}, against one`, row.prefill, one.prefill),
    less('first-token-in-turn', `first token of ${group}, against one`, 's', row.firstToken, one.firstToken),
    less('step', `a step of ${group}, against a step of one`, 'ms', row.step, one.step),
  ];
}
