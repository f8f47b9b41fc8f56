import { without } from '../base/without.ts';
import type { Group } from '../group/group.ts';
import { readAnswer } from '../reward/maths/read.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { RunEvent } from './event.ts';

/** The group as it stood before its first token. */
export function emptied(group: Group): Group {
  const rest = without(group, 'synthesis', 'evaluation');
  return { ...rest, status: 'running', rollouts: [], evidence: [], faults: [] };
}

/** A rollout's end, with its answer where there is one to read and the model ended by itself. */
export const rolloutDone = (
  { id: groupId, question }: Pick<Group, 'id' | 'question'>,
  rollout: Rollout,
): RunEvent =>
  rollout.stop === 'end' && question.kind === 'verifiable'
    ? { kind: 'rollout-done', groupId, rollout, reading: readAnswer(rollout.text) }
    : { kind: 'rollout-done', groupId, rollout };

/**
 * A stored group as the events of a live run, in their order and without the tokens. A group that
 * is still running somewhere has no end yet.
 */
export function* replay(group: Group): Generator<RunEvent, void, undefined> {
  const { id: groupId, synthesis, evaluation, status } = group;
  yield { kind: 'group-start', group: emptied(group), cached: true };
  for (const rollout of group.rollouts) yield rolloutDone(group, rollout);
  if (synthesis !== undefined) {
    yield { kind: 'synthesis-plan', groupId, plan: synthesis.plan };
    yield { kind: 'synthesis-done', groupId, synthesis };
  }
  for (const evidence of group.evidence) yield { kind: 'evidence', groupId, evidence };
  for (const fault of group.faults) yield { kind: 'fault', fault, groupId };
  if (evaluation !== undefined) yield { kind: 'evaluated', groupId, evaluation };
  if (status !== 'running') yield { kind: 'group-done', groupId, status };
}
