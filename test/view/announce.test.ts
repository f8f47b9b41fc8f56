import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/run/event.ts';
import { replay } from '../../src/run/replay.ts';
import { announce } from '../../src/view/announce.ts';
import { fold, initialState } from '../../src/view/state.ts';
import { loadedModel } from '../kit/lab.ts';
import { liveEvents, sceneGroup } from '../kit/scene.ts';

/** What is heard where every event is drawn in a frame of its own. */
function hear(events: readonly RunEvent[]): string[] {
  const said: string[] = [];
  let state = initialState;
  for (const event of events) {
    const next = fold(state, event, 0);
    said.push(...announce(state, next));
    state = next;
  }
  return said;
}

const scene = {
  question: 'How many?',
  truth: '4',
  rollouts: [{ text: 'The answer is 4.' }, { text: 'I count', stop: 'length' as const }],
  synthesis: { text: 'The answer is 4.' },
};

test('a screen reader hears a sentence per rollout, then the synthesis and the verdict', async () => {
  const events = liveEvents(await sceneGroup(scene));
  expect(events.length).toBeGreaterThan(10);
  expect(hear(events)).toEqual([
    'Answer 1 has ended: 4.',
    'Answer 2 has ended.',
    'The synthesis has ended.',
    'Both say 4, the known answer.',
  ]);
});

test('a screen reader hears only the verdict of a group from the store', async () => {
  expect(hear([...replay(await sceneGroup(scene))])).toEqual(['Both say 4, the known answer.']);
});

test('a screen reader hears the same where all events fall into one frame', async () => {
  const all = liveEvents(await sceneGroup(scene));
  const [first, ...rest] = all;
  const started = fold(initialState, first!, 0);
  const ended = rest.reduce((state, event) => fold(state, event, 0), started);
  expect(announce(started, ended)).toEqual(hear(all));
});

test('a screen reader hears that a model is ready, and that a run has stopped', async () => {
  const stopped = await sceneGroup({ ...scene, synthesis: null });
  expect(
    hear([
      { kind: 'model-progress', model: 'nano', progress: { stage: 'start' } },
      { kind: 'model-ready', model: loadedModel() },
      ...liveEvents(stopped),
    ]),
  ).toEqual([
    'nano is ready.',
    'Answer 1 has ended: 4.',
    'Answer 2 has ended.',
    'Stopped. What was done is kept.',
  ]);
});
