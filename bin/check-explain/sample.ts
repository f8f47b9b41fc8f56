/** Groups of the bundled model, sampled in the built page as `cat experiment` does. */
import type { Problem } from '../../src/question/world/problem.ts';
import { rowOf } from '../cat/journal.ts';
import { endedWithout } from '../cat/faults.ts';
import { readCommand } from '../cat/options.ts';
import { withSession } from '../cat/session.ts';
import type { GroupRow } from './rows.ts';

/** In the order of the problems; those that ended without a synthesis are missing. */
export async function sampleGroups(asked: readonly Problem[]): Promise<GroupRow[]> {
  const command = readCommand(['experiment', '-', '--methods', 'single,synthesis,oracle']);
  if (command.kind !== 'experiment') throw new TypeError('another command');
  const rows = new Map<number, GroupRow>();
  await withSession(
    command,
    (message, { progress }) => {
      if (message.kind !== 'group') return;
      const row = rowOf(message.index, message.group, 0);
      if (row !== null) rows.set(message.index, row);
      progress.show(`groups: ${rows.size} of ${asked.length}`);
    },
    async ({ page, models }) => {
      if (models === null) return;
      const outcome = await page.experiment({
        questions: asked.map(({ question, answer }) => ({
          kind: 'verifiable',
          text: question,
          truth: answer,
        })),
        settings: command.settings,
        name: 'check-explain',
      });
      if (outcome.value === null) throw endedWithout(outcome.faults);
    },
  );
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}
