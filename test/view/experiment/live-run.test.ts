import { beforeAll, describe, expect, test } from 'vitest';
import type { Group } from '../../../src/group/group.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { endLive, foldLive, noRun } from '../../../src/view/experiment/live-run.ts';
import type { LiveRun } from '../../../src/view/experiment/live-run.ts';
import { liveEvents, sceneGroup } from '../../kit/scene.ts';

const play = (events: readonly RunEvent[], from = noRun): LiveRun => events.reduce(foldLive, from);

const progress = (done: number, run = 'run'): RunEvent => ({
  kind: 'run-progress',
  runId: run as never,
  done,
  missed: 0,
  total: 4,
});

let group: Group;
let events: RunEvent[];
beforeAll(async () => {
  group = await sceneGroup({
    question: 'How many?',
    truth: '4',
    rollouts: [{ text: 'The answer is 4.' }, { text: 'The answer is 5.' }],
    synthesis: { text: 'The answer is 4.' },
  });
  events = liveEvents(group);
});

const upTo = (kind: RunEvent['kind'], count = 1): RunEvent[] => {
  const found: RunEvent[] = [];
  let seen = 0;
  for (const event of events) {
    found.push(event);
    if (event.kind === kind && ++seen === count) return found;
  }
  throw new Error(`no ${kind}`);
};

describe('a group in flight', () => {
  test('counts the answers that have ended', () => {
    const [first] = play([progress(0), ...upTo('rollout-done')]).inFlight;
    expect(first).toMatchObject({ question: 'How many?', rollouts: 2, ended: 1, stage: 'sampling' });
  });

  test('comes to its synthesis, and is gone when it has ended', () => {
    expect(play([progress(0), ...upTo('synthesis-plan')]).inFlight[0]?.stage).toBe('synthesis');
    expect(play([progress(0), ...events]).inFlight).toEqual([]);
  });

  test('is not changed by tokens, so that nothing is drawn for them', () => {
    const before = play([progress(0), ...upTo('group-start')]);
    const tokens = events.filter(({ kind }) => kind.endsWith('-token'));
    expect(tokens.length).toBeGreaterThan(4);
    expect(play(tokens, before)).toBe(before);
  });

  test('of a single question, or from the store, is none', () => {
    expect(play(upTo('group-start'))).toBe(noRun);
    const cached: RunEvent = { kind: 'group-start', group, cached: true };
    expect(play([progress(0), cached]).inFlight).toEqual([]);
  });

  test('goes with the run when it is paused, or another one begins', () => {
    const live = play([progress(0), ...upTo('group-start')]);
    expect(endLive(live).inFlight).toEqual([]);
    expect(foldLive(live, progress(0, 'other')).inFlight).toEqual([]);
    expect(foldLive(live, progress(1)).inFlight).toHaveLength(1);
  });
});
