import type { Evaluation } from '../group/group.ts';
import { say } from './text/current.ts';
import type { GroupView } from './group-state.ts';
import { factsOf } from './verdict/verdict-facts.ts';
import type { PageState } from './state.ts';
import { openSentence } from './verdict/verdict-open.ts';
import { verdictOf } from './verdict/verdict.ts';
import { answerOf } from './verdict/votes.ts';

/**
 * What a screen reader hears of a change: a sentence per rollout, never per token. A group that
 * comes whole from the store is told by its verdict alone.
 */
export function announce(before: PageState, after: PageState): string[] {
  const said: string[] = [];
  if (after.model.kind === 'ready' && before.model.kind === 'loading') {
    said.push(say.said.ready(after.model.model.spec.id));
  }
  if (after.group !== null && after.group !== before.group) {
    said.push(...heard(before.group?.id === after.group.id ? before.group : null, after.group));
  }
  return said;
}

function heard(before: GroupView | null, after: GroupView): string[] {
  const said: string[] = [];
  if (!after.cached) {
    for (const rollout of after.rollouts) {
      const had = before?.rollouts[rollout.index]?.stop ?? null;
      if (rollout.stop === null || had !== null) continue;
      said.push(say.said.rollout(rollout.index, answerOf(rollout.reading ?? undefined)));
    }
    const ended = after.synthesis !== null && after.synthesis.stop !== null;
    if (ended && (before?.synthesis?.stop ?? null) === null) said.push(say.said.synthesis);
  }
  if (after.evaluation !== null && before?.evaluation !== after.evaluation) {
    said.push(...evaluated(before, after, after.evaluation));
  }
  const stopped = after.status === 'stopped' && before?.status !== 'stopped';
  if (stopped && !after.cached) said.push(say.said.stopped);
  return said;
}

/** The verdict; of an amended open question, which rewards have moved. */
function evaluated(before: GroupView | null, after: GroupView, evaluation: Evaluation): string[] {
  if (after.question.kind !== 'open') {
    return [say.verdict.sentence(verdictOf(evaluation), factsOf(after, evaluation))];
  }
  const old = before?.evaluation?.rubric?.rewards;
  if (old === undefined || before?.status !== after.status) return [openSentence(after)];
  const moved = (evaluation.rubric?.rewards ?? []).flatMap((reward, index) => {
    const was = old[index] ?? null;
    return reward === null || was === null || reward === was
      ? []
      : [say.rubric.verdict.changed(index, was, reward)];
  });
  return moved.length === 0 ? [say.rubric.verdict.unchanged] : moved;
}
