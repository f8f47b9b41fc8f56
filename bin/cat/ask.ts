import { rolloutCount } from '../../src/group/recipe.ts';
import type { Question } from '../../src/question/question.ts';
import type { CommandMessage } from '../../src/run/command.ts';
import { settingsFor } from '../../src/run/settings.ts';
import { beyondLines } from './beyond.ts';
import { endedWithout } from './faults.ts';
import type { AskCommand } from './options.ts';
import type { Progress } from './progress.ts';
import { inRegime } from './regime.ts';
import { askReport, reportOf } from './report.ts';
import { withSession } from './session.ts';
import { askTable } from './table.ts';

/** Shows how many rollouts have ended, then the synthesis, then what is asked after it. */
function createFollower(): (message: CommandMessage, to: { readonly progress: Progress }) => void {
  let done = 0;
  let total = 0;
  return (message, { progress }) => {
    if (message.kind !== 'event') return;
    const { event } = message;
    if (event.kind === 'group-start') {
      total = rolloutCount(event.group.recipe);
    }
    if (event.kind === 'rollout-done') progress.show(`rollouts: ${++done} of ${total}`);
    if (event.kind === 'synthesis-plan') progress.show('synthesis');
    if (event.kind === 'assessing') {
      progress.show(`${event.job}: ${event.done} of ${event.total}`);
    }
  };
}

/** `cat ask`: one question; exit code 1 where there is no synthesis. */
export async function ask(command: AskCommand): Promise<number> {
  const { text, stopped } = await withSession(command, createFollower(), async (session) => {
    const question: Question = inRegime(
      {
        kind: 'verifiable',
        text: command.question,
        ...(command.answer === undefined ? {} : { truth: command.answer }),
      },
      command.regime,
    );
    const { models, progress } = session;
    if (session.stopped() || models === null) return { text: null, stopped: true };
    const settings = settingsFor(models.policy.spec, command.settings);
    for (const line of beyondLines([question], settings, models.policy)) progress.say(line);
    const outcome = await session.page.ask({ question, settings: command.settings });
    const group = outcome.value?.group;
    if (session.stopped()) return { text: null, stopped: true };
    if (!group || group.synthesis === undefined || group.evaluation === undefined) {
      throw endedWithout(outcome.faults);
    }
    const { recipe, rollouts, synthesis, evidence, evaluation } = group;
    const reported = { recipe, rollouts, synthesis, evidence, evaluation };
    const { seconds } = outcome.value.report;
    const report = askReport(reportOf(recipe, [reported], command.methods, seconds), reported);
    return {
      text: command.json
        ? JSON.stringify(report, null, 2)
        : askTable(report, command.answer !== undefined, reported),
      stopped: false,
    };
  });
  if (text !== null) process.stdout.write(`${text}\n`);
  return stopped ? 130 : 0;
}
