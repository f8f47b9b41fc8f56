import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupId } from '../../src/base/id.ts';
import type { Group } from '../../src/group/group.ts';
import { eventsOf } from '../../src/recording/events.ts';
import { parseRecording } from '../../src/recording/parse.ts';
import { Recorder } from '../../src/recording/recorder.ts';
import { recordingText, slim } from '../../src/recording/recording.ts';
import type { Recording } from '../../src/recording/recording.ts';
import { replay } from '../../src/run/replay.ts';
import { liveEvents } from '../kit/scene.ts';
import { openScene } from '../kit/open-scene.ts';
import { hashed } from '../export/file.ts';
import { folded, madeGroup, recordingOf, scene, timesOf } from './material.ts';

const openGroup = async (): Promise<Group> => hashed(await openScene({}));

const parsed = async (text: string): Promise<Recording> => {
  const result = await parseRecording(text);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
};

/** As JSON has it, which knows no -0. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What the page shows of it, without the wall clock that it was heard by. */
const shown = (events: Parameters<typeof folded>[0]) => {
  const group = folded(events);
  if (group === null) throw new Error('no group is shown');
  const { cached: _cached, clock: _clock, ...rest } = group;
  return rest;
};

describe('a recorded run', () => {
  test('plays as the very events that were heard, at their times', async () => {
    const group = await madeGroup();
    const events = liveEvents(group);
    const played = eventsOf(recordingOf(group, events));
    // A group's reading, evaluation and end come with the last of what was heard.
    const streamed = (one: { event: { kind: string } }): boolean => /token|done|plan/.test(one.event.kind);
    const heard = timesOf(events).map(({ at, event }) => ({ at: at - 1000, event }));
    expect(played.filter(streamed)).toEqual(heard.filter(streamed));
    expect(played.at(-1)?.at).toBe(heard.at(-1)?.at);
  });

  test('folds to the state of the live run, and of the stored group', async () => {
    const group = await madeGroup();
    const played = shown(eventsOf(recordingOf(group)));
    expect(played).toEqual(shown(timesOf(liveEvents(group))));
    expect(played).toEqual(shown(timesOf([...replay(group)])));
  });

  test('has at every moment what the live run had', async () => {
    const group = await madeGroup();
    const events = liveEvents(group);
    const streamed = events.findLastIndex(({ kind }) => kind === 'synthesis-done') + 1;
    const played = eventsOf(recordingOf(group, events));
    const heard = timesOf(events);
    for (let count = 1; count <= streamed; count += 1) {
      expect(shown(played.slice(0, count))).toEqual(shown(heard.slice(0, count)));
    }
  });

  test('keeps the criteria and verdicts of an open question, and when each was told', async () => {
    const group = await openGroup();
    const verdicts = group.evidence.filter(({ kind }) => kind === 'verdict').length;
    expect(verdicts).toBeGreaterThan(0);
    const recording = recordingOf(group);
    expect(new Set(recording.timing?.evidence).size).toBe(group.evidence.length);
    const played = eventsOf(recording);
    expect(shown(played).evidence).toEqual(group.evidence);
    const half = played.slice(0, played.findIndex(({ event }) => event.kind === 'evidence') + 2);
    expect(shown(half).evidence).toEqual(group.evidence.slice(0, 2));
  });

  test('of a stopped group ends as it was left', async () => {
    const group = await madeGroup({ ...scene, synthesis: null });
    const played = shown(eventsOf(recordingOf(group)));
    expect(played.status).toBe('stopped');
    expect(played.rollouts.map(({ text }) => text)).toEqual(scene.rollouts.map(({ text }) => text));
    expect(played.synthesis).toBeNull();
  });

  test('takes a rollout that was not streamed as one that came at its end', async () => {
    const group = await madeGroup();
    const events = liveEvents(group).filter(
      (event) => event.kind !== 'rollout-token' || event.index !== 1,
    );
    const recording = recordingOf(group, events);
    expect(recording.timing?.rollouts[1]?.lengths).toEqual([group.rollouts[1]?.text.length]);
    expect(shown(eventsOf(recording))).toEqual(shown(timesOf([...replay(group)])));
  });

  test('has no times of a group that the recorder did not hear', async () => {
    const group = await madeGroup();
    const recorder = new Recorder();
    for (const { at, event } of timesOf(liveEvents({ ...group, id: 'other' as GroupId }))) {
      recorder.hear(event, at);
    }
    expect(recorder.of(group)).toEqual({ group });
  });

  test('begins anew with the next group', async () => {
    const group = await madeGroup();
    const recorder = new Recorder();
    const twice = [...liveEvents({ ...group, id: 'other' as GroupId }), ...liveEvents(group)];
    for (const { at, event } of timesOf(twice)) recorder.hear(event, at);
    expect(recorder.of(group)).toEqual(recordingOf(group));
  });
});

describe('a group that nobody timed', () => {
  test('plays word by word over the seconds that it took, and ends as it is stored', async () => {
    const group = await madeGroup();
    const played = eventsOf({ group });
    expect(shown(played)).toEqual(shown(timesOf([...replay(group)])));
    const tokens = played.filter(({ event }) => event.kind === 'rollout-token');
    expect(tokens.length).toBeGreaterThan(group.rollouts.length);
    const longest = Math.max(...group.rollouts.map(({ seconds }) => seconds)) * 1000;
    const lastRollout = played.findLast(({ event }) => event.kind === 'rollout-done');
    expect(lastRollout?.at).toBe(longest);
    expect(played.at(-1)?.at).toBe(longest + (group.synthesis?.seconds ?? 0) * 1000);
  });

  test('begins a rollout that waited for a slot when it got one', async () => {
    const group = await madeGroup();
    const late: Group = {
      ...group,
      rollouts: group.rollouts.map((rollout) => ({ ...rollout, elapsed: rollout.seconds + rollout.index })),
    };
    const first = eventsOf({ group: late }).find(
      ({ event }) => event.kind === 'rollout-token' && event.index === 2,
    );
    expect(first?.at).toBe(2000);
  });
});

describe('a recording as a file', () => {
  test('gives the same recording again, with its times and without', async () => {
    const recording = recordingOf(await openGroup());
    expect(await parsed(recordingText(recording))).toEqual(plain(recording));
    const { group } = recording;
    expect(await parsed(recordingText({ group }))).toEqual(plain({ group }));
  });

  test('whatever texts its pieces have', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const texts = fc.array(text, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(texts, text, async (rollouts, synthesis) => {
        const group = await madeGroup({
          question: 'What?',
          rollouts: rollouts.map((one) => ({ text: one })),
          synthesis: { text: synthesis },
        });
        for (const recording of [recordingOf(group), { group }]) {
          const back = await parsed(recordingText(recording));
          expect(back).toEqual(plain(recording));
          expect(shown(eventsOf(back)).rollouts.map((one) => one.text)).toEqual(rollouts);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('made slim has no more than three decimals, and the same texts and events', async () => {
    const group = await madeGroup();
    const long: Group = {
      ...group,
      rollouts: group.rollouts.map((one) => ({
        ...one,
        logprobs: one.logprobs.map((value) => value / 3),
        seconds: 1 / 3,
      })),
    };
    const slimmed = slim(recordingOf(long, liveEvents(group)));
    expect(recordingText(slimmed)).not.toMatch(/\d\.\d{4}/);
    const texts = ({ text }: { text: string }): string => text;
    expect(slimmed.group.rollouts.map(texts)).toEqual(group.rollouts.map(texts));
    expect(slimmed.timing).toEqual(recordingOf(group).timing);
    expect(await parsed(recordingText(slimmed))).toEqual(plain(slimmed));
  });

  test('made slim keeps that a rollout was not judged', async () => {
    const group = await hashed(await openScene({ criteria: ['A.', 'B.', 'C.'], verdicts: ['yyn.', 'ynn.', 'nnn.'] }));
    const slimmed = slim(recordingOf(group, liveEvents(group)));
    expect(slimmed.group.evaluation?.advantages).toEqual([1.225, 0, -1.225, null]);
    expect(await parsed(recordingText(slimmed))).toEqual(plain(slimmed));
  });
});
