/** Finished groups whose rewards and stops a test chooses. */
import type { Group } from '../../src/group/group.ts';
import { doneGroup as finishedGroup } from '../kit/group.ts';
import type { DoneGroup as Wanted } from '../kit/group.ts';
import type { Rubric } from '../../src/reward/rubric/rubric.ts';

type Stop = Group['rollouts'][number]['stop'];

/** Of the kit, with stops by rollout; `end` unless given. */
export function verifiable(wanted: Wanted & { readonly stops?: readonly Stop[] }): Group {
  const { stops = [], ...rest } = wanted;
  const group = finishedGroup(rest);
  return {
    ...group,
    rollouts: group.rollouts.map((rollout, at) => ({ ...rollout, stop: stops[at] ?? rollout.stop })),
  };
}

export const openRubric: Rubric = {
  kind: 'rubric',
  criteria: [
    { text: 'Names the cause.', weight: 1, source: 'proposed' },
    { text: 'Names the remedy.', weight: 2, source: 'written' },
    { text: 'Is polite.', weight: 1, source: 'proposed', off: true },
    { text: 'Names a doctor.', weight: 5, source: 'given' },
  ],
  proposals: [],
  refused: [],
};

/** An open group whose rollouts got these rewards, null where one was not judged. */
export function open(rewards: readonly (number | null)[], more: Partial<Group> = {}): Group {
  const group = finishedGroup({ answers: rewards.map(() => null), synthesis: null });
  const { evaluation } = group;
  if (evaluation === undefined) throw new Error('a finished group has an evaluation');
  return {
    ...group,
    question: { kind: 'open', text: 'What helps?' },
    evidence: [openRubric],
    evaluation: {
      ...evaluation,
      rewards: rewards.map((reward) => reward ?? 0),
      rubric: { rewards, counts: [], agreement: null, ties: 0, unreadable: 0 },
    },
    ...more,
  };
}
