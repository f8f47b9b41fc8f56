/** Groups whose runs were heard, token by token, at times that a test gives. */
import type { Group } from '../../src/group/group.ts';
import { Recorder } from '../../src/recording/recorder.ts';
import type { Recording } from '../../src/recording/recording.ts';
import type { RunEvent } from '../../src/run/event.ts';
import { fold, initialState } from '../../src/view/state.ts';
import type { GroupView } from '../../src/view/group-state.ts';
import { hashed } from '../export/file.ts';
import { liveEvents, sceneGroup } from '../kit/scene.ts';
import type { Scene } from '../kit/scene.ts';

export const scene: Scene = {
  question: 'How many?',
  truth: '4',
  rollouts: [
    { text: '2 + 2 = 4\nThe answer is 4.' },
    { text: 'The answer is 5.' },
    { text: 'I count and count', stop: 'length' },
  ],
  synthesis: { text: '1. two and two\n2. is 4\nThe answer is 4.' },
};

export const madeGroup = async (given: Scene = scene): Promise<Group> => hashed(await sceneGroup(given));

/** Events twelve milliseconds apart. */
export const timesOf = (events: readonly RunEvent[]): { readonly at: number; readonly event: RunEvent }[] =>
  events.map((event, place) => ({ at: 1000 + place * 12, event }));

export function recordingOf(group: Group, events: readonly RunEvent[] = liveEvents(group)): Recording {
  const recorder = new Recorder();
  for (const { at, event } of timesOf(events)) recorder.hear(event, at);
  return recorder.of(group);
}

export function folded(
  events: readonly { readonly at: number; readonly event: RunEvent }[],
): GroupView | null {
  return events.reduce((state, { event, at }) => fold(state, event, at), initialState).group;
}
