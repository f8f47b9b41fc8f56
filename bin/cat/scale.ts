/** The smaller groups of rows that were there before: which lack any, and their writing in the page. */
import type { Group } from '../../src/group/group.ts';
import { hashRecipe, regimeOf } from '../../src/group/recipe.ts';
import type { Scaling, SmallerSynthesis } from '../../src/group/smaller.ts';
import type { RunId } from '../../src/base/id.ts';
import type { CommandMessage } from '../../src/run/command.ts';
import { hashQuestion } from '../../src/run/prepare.ts';
import { missingSubGroups } from '../../src/run/smaller.ts';
import { endedWithout } from './faults.ts';
import type { Row } from './journal.ts';
import type { CommandPage } from './page.ts';
import type { Progress } from './progress.ts';
import { withScaled, type ScaledLine } from './scaled.ts';

/** Rows handed to the page at once: a message of a few megabytes. */
const PORTION = 64;

/** The row as the finished group that it was made from. */
async function groupOf(row: Row): Promise<Group> {
  const { index: _index, question: text, answer, seconds: _seconds, evidence = [], ...rest } = row;
  const truth = answer === null ? {} : { truth: answer };
  const question: Group['question'] =
    regimeOf(row.recipe) === 'open' ? { kind: 'open', text } : { kind: 'verifiable', text, ...truth };
  return {
    ...rest,
    runId: 'given' as RunId,
    question,
    questionHash: await hashQuestion(question),
    recipeHash: await hashRecipe(row.recipe),
    status: 'done',
    evidence,
  };
}

/** In the order of the file; none where no smaller groups are asked for. */
export async function lackingRows(rows: Iterable<Row>, scaling: Scaling): Promise<Row[]> {
  const lacking: Row[] = [];
  for (const row of [...rows].sort((a, b) => a.index - b.index)) {
    if (missingSubGroups(await groupOf(row), scaling).length > 0) lacking.push(row);
  }
  return lacking;
}

export interface RowScaling {
  /** Hears what the page tells meanwhile. */
  follow(message: CommandMessage, progress: Progress): void;
  /** Throws a CommandError where the page could not begin. */
  write(page: CommandPage, scaling: Scaling, stopped: () => boolean): Promise<void>;
}

/** `onScaled` is called for each row as its smaller groups have come, all or, after a stop, some of them. */
export function createScaling(
  lacking: readonly Row[],
  onScaled: (line: ScaledLine, row: Row) => void,
): RowScaling {
  // The same question twice in a file is one group in two rows.
  const rows = new Map<string, Row[]>();
  for (const row of lacking) rows.set(row.id, [...(rows.get(row.id) ?? []), row]);
  const pieces = new Map<string, SmallerSynthesis[]>();
  let isOn = false;
  let done = 0;
  return {
    follow(message, progress) {
      if (!isOn || message.kind !== 'event') return;
      const { event } = message;
      if (event.kind === 'evidence' && event.evidence.kind === 'smaller-synthesis') {
        pieces.set(event.groupId, [...(pieces.get(event.groupId) ?? []), event.evidence]);
      }
      if (event.kind !== 'evaluated') return;
      const evidence = pieces.get(event.groupId) ?? [];
      const { smaller = [] } = event.evaluation;
      pieces.delete(event.groupId);
      for (const row of rows.get(event.groupId) ?? []) {
        const line: ScaledLine = { index: row.index, id: row.id, evidence, smaller };
        onScaled(line, withScaled(row, line));
        done += 1;
      }
      progress.show(`smaller groups: ${done} of ${lacking.length} questions`);
    },
    async write(page, { smallerGroups = [], smallerSubsets = 1 }, stopped) {
      const groups = [...rows.values()].flatMap(([row]) => (row === undefined ? [] : [row]));
      isOn = true;
      for (let at = 0; at < groups.length && !stopped(); at += PORTION) {
        const portion = await Promise.all(groups.slice(at, at + PORTION).map(groupOf));
        const outcome = await page.scale({
          groups: portion,
          sizes: smallerGroups,
          subsets: smallerSubsets,
        });
        if (outcome.value === null && !stopped()) throw endedWithout(outcome.faults);
      }
    },
  };
}
