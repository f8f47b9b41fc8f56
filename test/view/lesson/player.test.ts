import type { ReactiveController } from 'lit';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { PlayerController } from '../../../src/view/lesson/player.ts';
import { Tape } from '../../../src/view/lesson/tape.ts';
import { HandFrames } from '../../kit/hand-frames.ts';
import { openScene } from '../../kit/open-scene.ts';
import { folded, madeGroup, recordingOf, scene } from '../../recording/material.ts';

/** Twelve milliseconds from event to event. */
const STEP = 12;

const madeTape = async (): Promise<Tape> => new Tape(recordingOf(await madeGroup()));

describe('a tape', () => {
  test('shows at every place what folding so far gives, in whatever order one looks', async () => {
    const text = Array.from({ length: 300 }, (_, at) => `word ${at}`).join(' ');
    const long = { ...scene, rollouts: [{ text }, { text }], synthesis: { text } };
    const tape = new Tape(recordingOf(await madeGroup(long)));
    expect(tape.length).toBeGreaterThan(600);
    const place = fc.nat({ max: tape.length });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (places) => {
        for (const position of places) {
          expect(tape.groupAt(position)).toEqual(folded(tape.events.slice(0, position)));
        }
      }),
      { numRuns: 20 },
    );
  });

  test('has a step for each answer, each line of the synthesis, and the end', async () => {
    const tape = await madeTape();
    expect(tape.moments.map(({ kind }) => kind)).toEqual([
      ...['start', 'rollout', 'rollout', 'rollout', 'line', 'line', 'synthesis', 'end'],
    ]);
    const rollouts = tape.moments.flatMap((moment) => (moment.kind === 'rollout' ? [moment] : []));
    expect(rollouts.map(({ done, all }) => [done, all])).toEqual([[1, 3], [2, 3], [3, 3]]);
    const after = tape.moments.map(({ position }) => tape.groupAt(position));
    expect(after[1]?.rollouts.filter(({ stop }) => stop !== null)).toHaveLength(1);
    expect(after[4]?.synthesis?.text).toMatch(/^1\. two and two\n/);
    expect(after.at(-1)?.status).toBe('done');
  });

  test('of an open question has one for its criteria and for each verdict', async () => {
    const group = await openScene({});
    const kinds = new Tape(recordingOf(group)).moments.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'criteria')).toHaveLength(1);
    const verdicts = group.evidence.filter(({ kind }) => kind === 'verdict');
    expect(kinds.filter((kind) => kind === 'verdict')).toHaveLength(verdicts.length);
  });

  test('knows where all answers are there and the synthesis is not begun', async () => {
    const tape = await madeTape();
    const group = tape.groupAt(tape.answers);
    expect(group?.rollouts.every(({ stop }) => stop !== null)).toBe(true);
    expect(group?.synthesis).toBeNull();
  });

  test('steps on and back from anywhere, and stays at its ends', async () => {
    const tape = await madeTape();
    const [, first, second] = tape.moments;
    if (first === undefined || second === undefined) throw new Error('no moments');
    expect(tape.stepFrom(0, 1)).toBe(first.position);
    expect(tape.stepFrom(first.position + 1, -1)).toBe(first.position);
    expect(tape.stepFrom(first.position, 1)).toBe(second.position);
    expect(tape.stepFrom(0, -1)).toBe(0);
    expect(tape.stepFrom(tape.length, 1)).toBe(tape.length);
  });
});

describe('a player', () => {
  let frames: HandFrames;
  let player: PlayerController;
  let tape: Tape;
  let asked = 0;
  beforeEach(async () => {
    frames = new HandFrames();
    asked = 0;
    const host = {
      addController: (_controller: ReactiveController) => {},
      removeController: () => {},
      requestUpdate: () => (asked += 1),
      updateComplete: Promise.resolve(true),
    };
    player = new PlayerController(host, frames);
    tape = await madeTape();
    player.load(tape);
  });

  /** Plays on by so many events of the tape, at its own speed. */
  const pass = (events: number): void => {
    for (let frame = 0; frame < events; frame += 1) frames.pass(STEP / player.speed);
  };

  test('stands still until it is played, and asks for no frames', () => {
    expect(player.playing).toBe(false);
    expect(frames.waiting).toBe(0);
    expect(player.group?.rollouts.map(({ text }) => text)).toEqual(['', '', '']);
  });

  test('plays the events at their times, and stops by itself at the end', () => {
    player.play();
    frames.pass(0);
    expect(player.position).toBe(1);
    pass(5);
    expect(player.position).toBe(6);
    expect(player.time).toBe(5 * STEP);
    pass(tape.length);
    expect(player.position).toBe(tape.length);
    expect(player.playing).toBe(false);
    expect(frames.waiting).toBe(0);
    expect(player.group?.status).toBe('done');
  });

  test('waits while nobody can see it, and goes on from there', () => {
    player.play();
    frames.pass(0);
    frames.shown = false;
    pass(5);
    expect(player.position).toBe(1);
    frames.shown = true;
    pass(5);
    expect(player.position).toBe(6);
  });

  test('is four times as fast where one wants it so', () => {
    player.play();
    frames.pass(0);
    player.setSpeed(4);
    frames.pass(STEP);
    expect(player.time).toBe(4 * STEP);
  });

  test.each([
    [1_300, 0.1],
    [5_000, 0.5],
    [15_000, 1],
    [29_000, 2],
    [31_000, 4],
    [600_000, 4],
  ])('begins a run of %i ms at speed %i', async (milliseconds, speed) => {
    const { group, timing } = recordingOf(await madeGroup());
    if (timing === undefined) throw new Error('no times');
    player.load(new Tape({ group, timing: { ...timing, end: milliseconds } }));
    expect(player.speed).toBe(speed);
  });

  test('pauses, and goes on from there', () => {
    player.play();
    frames.pass(0);
    pass(3);
    player.pause();
    expect(frames.waiting).toBe(0);
    player.toggle();
    frames.pass(10_000);
    expect(player.position).toBe(4);
    pass(1);
    expect(player.position).toBe(5);
  });

  test('plays on from where it is moved to', () => {
    player.play();
    frames.pass(0);
    player.seek(10);
    frames.pass(STEP);
    pass(2);
    expect(player.playing).toBe(true);
    expect(player.position).toBe(12);
  });

  test('plays again from the start once it has ended', () => {
    player.seek(Infinity);
    expect(player.position).toBe(tape.length);
    player.play();
    expect(player.position).toBe(0);
    frames.pass(0);
    expect(player.position).toBe(1);
  });

  test('pauses as one steps', () => {
    player.play();
    frames.pass(0);
    player.step(1);
    expect(player.playing).toBe(false);
    expect(player.moment).toMatchObject({ kind: 'rollout', done: 1 });
    player.step(-1);
    expect(player.position).toBe(0);
  });

  test('ends where it is to end, and not beyond by any way', () => {
    player.seek(Infinity);
    player.stopAt(tape.answers);
    expect(player.position).toBe(tape.answers);
    player.step(1);
    player.seek(tape.length);
    expect(player.position).toBe(tape.answers);
    player.play();
    frames.pass(0);
    pass(tape.length);
    expect(player.position).toBe(tape.answers);
    expect(player.playing).toBe(false);
  });

  test('does not make up for the time that its page was hidden', () => {
    player.play();
    frames.pass(0);
    frames.pass(3_600_000);
    expect(player.time).toBeLessThanOrEqual(250);
  });

  test('asks for a drawing where something has changed, and for none where nothing has', () => {
    player.setSpeed(1);
    player.play();
    frames.pass(0);
    const before = asked;
    frames.pass(STEP / 4);
    expect(asked).toBe(before);
    frames.pass(STEP);
    expect(asked).toBe(before + 1);
  });

  test('stops with its element', () => {
    player.play();
    player.hostDisconnected();
    expect(player.playing).toBe(false);
    expect(frames.waiting).toBe(0);
  });
});
