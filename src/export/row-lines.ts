/** Groups in, lines out: one group at a time, so that a run of any length is never held whole. */
import type { Group } from '../group/group.ts';
import type { RowFormat } from './formats.ts';
import { jsonLine } from './json-line.ts';
import type { Row } from './json-line.ts';
import type { Form, NoRow } from './material.ts';
import { doneGroup } from './recorded.ts';
import type { Recorded } from './recorded.ts';
import { lmEvalRows } from './rows/lm-eval.ts';
import { dpoRows } from './rows/trl-dpo.ts';
import { grpoRows } from './rows/trl-grpo.ts';
import { ktoRows } from './rows/trl-kto.ts';
import { sftRows } from './rows/trl-sft.ts';
import { verlRows } from './rows/verl.ts';

/** What came of an export; it grows while the lines are read. */
export interface Tally {
  rows: number;
  /** Groups that gave no row. */
  readonly leftOut: Map<NoRow, number>;
}

export const newTally = (): Tally => ({ rows: 0, leftOut: new Map() });

export interface RowOptions {
  readonly format: RowFormat;
  /** `text` unless said otherwise; formats of one form have that. */
  readonly form?: Form;
  readonly tally?: Tally;
}

/** A group with its question's place in the run, from 0. */
export interface Placed {
  readonly index: number;
  readonly group: Group;
}

/** Each line ends in LF. */
export async function* rowLines(
  groups: AsyncIterable<Placed> | Iterable<Placed>,
  { format, form = 'text', tally = newTally() }: RowOptions,
): AsyncGenerator<string, void, undefined> {
  for await (const { index, group } of groups) {
    const done = doneGroup(group);
    const rows = done === null ? null : rowsOf({ index, group: done }, format, form);
    let reason: NoRow | null = 'unfinished';
    while (rows !== null) {
      const next = await rows.next();
      if (next.done === true) {
        reason = next.value;
        break;
      }
      tally.rows += 1;
      yield jsonLine(next.value);
    }
    if (reason !== null) tally.leftOut.set(reason, (tally.leftOut.get(reason) ?? 0) + 1);
  }
}

type AnyRows =
  Generator<Row, NoRow | null, undefined> | AsyncGenerator<Row, NoRow | null, undefined>;

function rowsOf(recorded: Recorded, format: RowFormat, form: Form): AnyRows {
  const { group } = recorded;
  switch (format) {
    case 'lm-eval':
      return lmEvalRows(recorded);
    case 'trl-grpo':
      return grpoRows(group, form);
    case 'trl-dpo':
      return dpoRows(group, form);
    case 'trl-kto':
      return ktoRows(group, form);
    case 'trl-sft':
      return sftRows(group, form);
    case 'verl':
      return verlRows(recorded);
    default:
      return format satisfies never;
  }
}
