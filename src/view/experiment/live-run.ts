/**
 * The experiment that goes on in this tab, folded from its events: which groups are in flight, and how
 * far each is. Tokens change nothing here, so that a thousand of them a second draw nothing anew.
 */
import type { GroupId, RunId } from '../../base/id.ts';
import type { RunEvent } from '../../run/event.ts';

export interface InFlight {
  readonly id: GroupId;
  readonly question: string;
  /** Rollouts that it is to have, and those that have ended. */
  readonly rollouts: number;
  readonly ended: number;
  readonly stage: 'sampling' | 'synthesis' | 'assessing';
}

export interface LiveRun {
  /** The last one that was told of in this tab. */
  readonly id: RunId | null;
  readonly done: number;
  readonly total: number;
  /** Oldest first; at most two. */
  readonly inFlight: readonly InFlight[];
}

export const noRun: LiveRun = { id: null, done: 0, total: 0, inFlight: [] };

export function foldLive(live: LiveRun, event: RunEvent): LiveRun {
  switch (event.kind) {
    case 'run-progress': {
      const { runId: id, done, total } = event;
      return { id, done, total, inFlight: id === live.id ? live.inFlight : [] };
    }
    case 'group-start': {
      const { group, cached } = event;
      if (cached || live.id === null) return live;
      const { id, question, recipe } = group;
      const rollouts = recipe.group + (recipe.equalCompute ? 1 : 0);
      const ended = group.rollouts.length;
      const stage = ended < rollouts ? 'sampling' : 'synthesis';
      const started: InFlight = { id, question: question.text, rollouts, ended, stage };
      return { ...live, inFlight: [...without(live, id), started] };
    }
    case 'rollout-done':
      return change(live, event.groupId, (group) => ({
        ...group,
        ended: Math.min(group.rollouts, group.ended + 1),
      }));
    case 'synthesis-plan':
      return change(live, event.groupId, (group) => ({ ...group, stage: 'synthesis' }));
    case 'assessing':
      return change(live, event.groupId, (group) =>
        group.stage === 'assessing' ? group : { ...group, stage: 'assessing' },
      );
    case 'group-done':
    case 'group-deleted':
      return drop(live, event.groupId);
    default:
      return live;
  }
}

/** The run has ended, or was stopped: nothing is in flight any more. */
export const endLive = (live: LiveRun): LiveRun =>
  live.inFlight.length === 0 ? live : { ...live, inFlight: [] };

const without = ({ inFlight }: LiveRun, id: GroupId): InFlight[] =>
  inFlight.filter((group) => group.id !== id);

const drop = (live: LiveRun, id: GroupId): LiveRun =>
  live.inFlight.some((group) => group.id === id) ? { ...live, inFlight: without(live, id) } : live;

function change(live: LiveRun, id: GroupId, to: (group: InFlight) => InFlight): LiveRun {
  const at = live.inFlight.findIndex((group) => group.id === id);
  const before = live.inFlight[at];
  if (before === undefined) return live;
  const after = to(before);
  return after === before ? live : { ...live, inFlight: live.inFlight.with(at, after) };
}
