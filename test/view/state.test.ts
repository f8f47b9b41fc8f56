import { beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { GroupId } from '../../src/base/id.ts';
import type { Group } from '../../src/group/group.ts';
import type { RunEvent } from '../../src/run/event.ts';
import { replay } from '../../src/run/replay.ts';
import type { GroupView } from '../../src/view/group-state.ts';
import { tokenRate } from '../../src/view/group-state.ts';
import {
  changeQuestion,
  dismiss,
  endRun,
  fold,
  initialState,
  startAnew,
  want,
} from '../../src/view/state.ts';
import type { PageState } from '../../src/view/state.ts';
import { loadedModel } from '../kit/lab.ts';
import { liveEvents, sceneGroup } from '../kit/scene.ts';

const play = (events: readonly RunEvent[], from = initialState, step = 10): PageState =>
  events.reduce((state, event, at) => fold(state, event, at * step), from);

const kept = (group: GroupView | null) => {
  if (group === null) throw new Error('no group is shown');
  const { cached: _cached, clock: _clock, ...rest } = group;
  return rest;
};

let group: Group;
let other: Group;
beforeAll(async () => {
  group = await sceneGroup({
    question: 'How many?',
    truth: '4',
    rollouts: [
      { text: '2 + 2 = 4\nThe answer is 4.' },
      { text: 'The answer is 5.' },
      { text: 'I count and count', stop: 'length' },
    ],
    synthesis: { text: 'The answer is 4.' },
  });
  other = { ...group, id: 'other' as GroupId };
});

describe('a live run', () => {
  test('fills rollouts token by token and ends with what the records say', () => {
    const events = liveEvents(group);
    const firstEnd = events.findIndex((event) => event.kind === 'rollout-done');
    const midway = play(events.slice(0, firstEnd)).group;
    expect(midway?.status).toBe('running');
    expect(midway?.rollouts.map(({ text }) => text)).toEqual(group.rollouts.map(({ text }) => text));
    expect(midway?.rollouts.map(({ stop }) => stop)).toEqual([null, null, null]);

    const ended = play(events).group;
    expect(ended?.status).toBe('done');
    expect(ended?.rollouts.map(({ stop }) => stop)).toEqual(['end', 'end', 'length']);
    expect(ended?.synthesis?.text).toBe('The answer is 4.');
    expect(ended?.evaluation).toEqual(group.evaluation);
  });

  test('counts tokens and log-probabilities as the records do', () => {
    const events = liveEvents(group).filter((event) => event.kind !== 'rollout-done');
    const streamed = play(events).group;
    for (const [index, rollout] of group.rollouts.entries()) {
      expect(streamed?.rollouts[index]?.tokens).toBe(rollout.tokens);
      const sum = rollout.logprobs.reduce((all, value) => all + value, 0);
      expect(streamed?.rollouts[index]?.logprob).toBeCloseTo(sum, 10);
    }
  });

  test('shows an answer as soon as it was read, and keeps it until the evaluation', () => {
    const events = liveEvents(group);
    const done = events.findIndex((event) => event.kind === 'rollout-done');
    const state = play(events.slice(0, done + 1));
    expect(state.group?.evaluation).toBeNull();
    expect(state.group?.rollouts[0]?.reading).toMatchObject({ kind: 'found', raw: '4' });
  });

  test('reads a rollout that was cut off as absent once it is evaluated', () => {
    expect(play(liveEvents(group)).group?.rollouts[2]?.reading).toEqual({ kind: 'absent' });
  });

  test('has a rate of tokens over the time between the first and the last', () => {
    const clock = { start: 0, firstToken: 1000, last: 3000, tokens: 101 };
    expect(tokenRate(clock)).toBe(50);
    expect(tokenRate({ ...clock, last: 1100 })).toBeNull();
    expect(tokenRate({ ...clock, firstToken: null })).toBeNull();
  });

  test('times what was written, not what was asked of a judge after it', () => {
    const events = liveEvents(group);
    const end = events.findIndex((event) => event.kind === 'group-done');
    const written = play(events.slice(0, end));
    const judged = fold(written, events[end]!, 1_000_000);
    expect(judged.group?.status).toBe('done');
    expect(judged.group?.clock).toEqual(written.group?.clock);
  });

  test('keeps a place for the extra rollout of equal-compute voting', async () => {
    const extra = await sceneGroup({
      question: 'How many?',
      rollouts: [{ text: 'The answer is 4.' }, { text: 'The answer is 4.' }],
      synthesis: { text: 'The answer is 4.' },
      recipe: { equalCompute: true },
    });
    const state = play(liveEvents(extra));
    expect(state.group?.recipe.group).toBe(1);
    expect(state.group?.rollouts.map(({ text }) => text)).toEqual(['The answer is 4.', 'The answer is 4.']);
  });
});

describe('a replay from the store', () => {
  test('gives the state of the live run, marked as cached', () => {
    const live = play(liveEvents(group)).group;
    const cached = play([...replay(group)]).group;
    expect(cached?.cached).toBe(true);
    expect(live?.cached).toBe(false);
    expect(kept(cached)).toEqual(kept(live));
  });

  test('changes nothing when it comes twice', () => {
    const once = play([...replay(group)]).group;
    const twice = play([...replay(group), ...replay(group)]).group;
    expect(kept(twice)).toEqual(kept(once));
  });

  test('of a stopped group keeps what was done', async () => {
    const stopped = await sceneGroup({
      question: 'How many?',
      rollouts: [{ text: 'The answer is 4.' }, { text: 'I co', stop: 'aborted' }],
      synthesis: null,
    });
    const state = play([...replay(stopped)]);
    expect(state.group?.status).toBe('stopped');
    expect(state.group?.rollouts.map(({ stop }) => stop)).toEqual(['end', 'aborted']);
    expect(state.group?.synthesis).toBeNull();
  });
});

describe('what arrives late', () => {
  test('for another group changes nothing', () => {
    const state = play(liveEvents(group));
    const late: RunEvent[] = [
      { kind: 'rollout-token', groupId: other.id, index: 0, text: 'late', logprob: -1 },
      { kind: 'synthesis-token', groupId: other.id, text: 'late' },
      { kind: 'fault', groupId: other.id, fault: { kind: 'question-empty' } },
    ];
    expect(play(late, state)).toEqual(state);
  });

  test('for a rollout that has ended changes nothing', () => {
    const state = play(liveEvents(group));
    const late: RunEvent[] = [
      { kind: 'rollout-token', groupId: group.id, index: 0, text: 'late', logprob: -1 },
      { kind: 'rollout-token', groupId: group.id, index: 99, text: 'late', logprob: -1 },
      { kind: 'synthesis-token', groupId: group.id, text: 'late' },
    ];
    expect(kept(play(late, state).group)).toEqual(kept(state.group));
  });

  test('after a new question belongs to nobody', () => {
    const state = play([...liveEvents(group), ...replay(other)]);
    expect(state.group?.id).toBe(other.id);
    const late = { kind: 'group-done', groupId: group.id, status: 'failed' } as const;
    expect(fold(state, late, 0).group).toBe(state.group);
  });
});

describe('deleting', () => {
  test('takes the shown group away, and an undo brings it back as it was', () => {
    const shown = play(liveEvents(group));
    const deleted = fold(shown, { kind: 'group-deleted', groupId: group.id }, 0);
    expect(deleted.group).toBeNull();
    const back = fold(deleted, { kind: 'group-restored', group }, 0);
    expect(kept(back.group)).toEqual(kept(shown.group));
  });

  test('leaves another group where it is', () => {
    const shown = play(liveEvents(group));
    const deleted = fold(shown, { kind: 'group-deleted', groupId: other.id }, 0);
    expect(deleted.group).toBe(shown.group);
    expect(fold(deleted, { kind: 'group-restored', group: other }, 0).group).toBe(shown.group);
  });

  test('says each time that the list of earlier groups has changed', () => {
    const shown = play(liveEvents(group));
    const deleted = fold(shown, { kind: 'group-deleted', groupId: other.id }, 0);
    const back = fold(deleted, { kind: 'group-restored', group: other }, 0);
    expect([deleted.changes - shown.changes, back.changes - deleted.changes]).toEqual([1, 1]);
  });
});

describe('faults', () => {
  const denied: Fault = { kind: 'storage-denied', reason: 'private browsing' };
  const long: Fault = { kind: 'question-too-long', tokens: 900, limit: 500 };
  const tell = (fault: Fault, groupId?: GroupId): RunEvent =>
    groupId === undefined ? { kind: 'fault', fault } : { kind: 'fault', fault, groupId };

  test('stand on the page once each, however often they come', () => {
    expect(play([tell(long), tell({ ...long }), tell(denied)]).faults).toEqual([long, denied]);
  });

  test('of the last question go with the next one; of the browser they stay', () => {
    const [start] = replay(group);
    expect(play([tell(long), tell(denied), start!]).faults).toEqual([denied]);
  });

  test('of a question go when it is changed; others stay', () => {
    const lasting: Fault = { kind: 'import-invalid', line: 3, path: '', reason: 'no text' };
    const state = play([
      { kind: 'fault', fault: { kind: 'question-empty' } },
      { kind: 'fault', fault: { kind: 'run-locked', run: 'r' } },
      { kind: 'fault', fault: lasting },
    ]);
    expect(changeQuestion(state).faults).toEqual([lasting]);
    expect(startAnew(state).faults).toEqual([]);
  });

  test('of a group stand with the group', () => {
    const overflow: Fault = { kind: 'context-overflow', job: 'synthesis', needed: 9, available: 8 };
    const state = play([...replay(group), tell(overflow, group.id)]);
    expect(state.faults).toEqual([]);
    expect(state.group?.faults).toEqual([overflow]);
  });

  test('can be taken off', () => {
    const state = play([tell(long), tell(denied)]);
    expect(dismiss(state, state.faults[0]!).faults).toEqual([denied]);
  });
});

describe('where the work is kept', () => {
  const after = (kind: 'storage-denied' | 'storage-full') =>
    play([{ kind: 'fault', fault: { kind, reason: 'none' } }]);

  test('is the browser, or the tab from the moment that the browser cannot', () => {
    expect(initialState.keeping).toBe('browser');
    expect(after('storage-denied').keeping).toBe('tab');
    expect(after('storage-full').keeping).toBe('tab-from-now');
  });

  test('is the browser again once there is room, and never was another for a run that stopped before', () => {
    const full = { kind: 'storage-full', reason: 'none' } as const;
    const regained = { kind: 'storage-regained' } as const;
    expect(play([{ kind: 'fault', fault: full }, regained]).keeping).toBe('browser');
    const stopped = { ...full, needed: 10, free: 1 };
    expect(play([{ kind: 'fault', fault: stopped }]).keeping).toBe('browser');
  });

  test('is told on when the fault has been taken off the page', () => {
    const state = after('storage-denied');
    expect(dismiss(state, state.faults[0]!).keeping).toBe('tab');
  });
});

describe('the model', () => {
  const progress: RunEvent = {
    kind: 'model-progress',
    model: 'nano',
    progress: { stage: 'fetch', bytes: 5, totalBytes: 10 },
  };
  const ready: RunEvent = { kind: 'model-ready', model: loadedModel() };
  const missing: Fault = { kind: 'model-missing', model: 'nano', url: 'nano.gguf', status: 404 };
  const died: Fault = { kind: 'worker-died', engine: 'wllama', reason: 'out of luck' };

  test('loads, is ready, and is gone again', () => {
    expect(play([progress]).model).toMatchObject({ kind: 'loading', model: 'nano' });
    expect(play([progress, ready]).model).toMatchObject({ kind: 'ready' });
    expect(play([progress, ready, { kind: 'model-unloaded' }]).model).toEqual({ kind: 'none' });
  });

  test('that fails to load says why, and a new attempt takes that back', () => {
    const state = play([progress, { kind: 'fault', fault: missing }]);
    expect(state.model).toEqual({ kind: 'failed', fault: missing });
    expect(state.faults).toEqual([]);
    expect(play([progress], state).model.kind).toBe('loading');
  });

  test('is gone when its worker dies in the middle of a group, which says so too', () => {
    const start = liveEvents(group)[0]!;
    const state = play([ready, start, { kind: 'fault', fault: died, groupId: group.id }]);
    expect(state.model).toEqual({ kind: 'failed', fault: died });
    expect(state.group?.faults).toEqual([died]);
  });

  test('that is ready again takes along what a dead one left with an ended group', () => {
    const groupId = group.id;
    const live = [ready, liveEvents(group)[0]!, { kind: 'fault', fault: died, groupId } as const];
    const ended: RunEvent = { kind: 'group-done', groupId, status: 'failed' };
    expect(play([...live, ended]).group?.faults).toEqual([died]);
    expect(play([...live, ended, ready]).group?.faults).toEqual([]);
    expect(play([...live, ready]).group?.faults).toEqual([died]);
  });

  test('is not harmed by what ended an earlier group', () => {
    const stored: Group = { ...group, status: 'failed', faults: [died] };
    const state = play([ready, ...replay(stored)]);
    expect(state.model.kind).toBe('ready');
    expect(state.group?.faults).toEqual([]);
    expect(play([...replay(stored)]).model.kind).toBe('none');
    expect(play([...replay(stored), ready]).group?.faults).toEqual([]);
  });

  test('stays when a question is at fault', () => {
    const state = play([ready, { kind: 'fault', fault: { kind: 'question-empty' } }]);
    expect(state.model.kind).toBe('ready');
  });
});

describe('while an experiment goes on', () => {
  const progress: RunEvent = { kind: 'run-progress', runId: 'r' as never, done: 1, missed: 2, total: 9, secondsLeft: 40 };

  test('its groups do not take the place of the one that is shown', () => {
    const shown = play(liveEvents(group));
    const during = play([progress, ...liveEvents(other)], shown);
    expect(during.group).toBe(shown.group);
    expect(during.changes).toBe(shown.changes);
    expect(during.run).toEqual({ id: 'r', done: 1, missed: 2, total: 9, secondsLeft: 40 });
  });

  test('a group that somebody opens is shown, and those after it are not', () => {
    const during = want(play([progress]), other.id);
    const opened = play([...replay(group), ...replay(other), ...replay(group)], during);
    expect(opened.group?.id).toBe(other.id);
  });

  test('its end has the list of earlier groups read anew, and groups are shown again', () => {
    const ended = endRun(play([progress]));
    expect([ended.run, ended.changes]).toEqual([null, 1]);
    expect(endRun(ended)).toBe(ended);
    expect(play(liveEvents(other), ended).group?.id).toBe(other.id);
  });
});
