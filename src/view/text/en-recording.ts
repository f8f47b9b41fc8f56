/** Recorded runs and their player, in words. */
import { count, plain, seconds, when } from '../format.ts';
import type { Moment } from '../lesson/tape.ts';

const name = (index: number): string => String(index + 1);

function moment(at: Moment): string {
  switch (at.kind) {
    case 'start':
      return 'Before the first token';
    case 'rollout':
      return `Answer ${name(at.index)} is done, ${count(at.done)} of ${count(at.all)}`;
    case 'line':
      return `Line ${count(at.line)} of the synthesis is written`;
    case 'synthesis':
      return 'The synthesis is done';
    case 'criteria':
      return 'The criteria are there';
    case 'verdict':
      return `Verdict ${count(at.done)} of ${count(at.all)} is given`;
    case 'end':
      return 'The end, with the verdict';
    default:
      return at satisfies never;
  }
}

export const recordingTexts = {
  heading: 'A recorded run',
  /** Whose it is, and when it was made. */
  real: (model: string, made: number) =>
    `A real run of ${model} of ${when(made)}, played token by token as it was. Nothing is computed now.`,
  /** Of one without its times, as links bring them. */
  assumed: (model: string, made: number) =>
    `A run of ${model} of ${when(made)}, as it was recorded. Its times were not: each text is spread evenly over the seconds that it took. Nothing is computed now.`,
  asked: 'Asked',
  known: 'known answer',
  take: 'Ask this one live',
  show: 'Show the recorded run',
  own: 'Back to your answers',
  player: 'Player of the recording',
  play: 'Play',
  pause: 'Pause',
  again: 'Play again',
  back: 'One step back',
  on: 'One step on',
  stepWhy: 'A step: the next answer that is done, line of the synthesis, or verdict',
  position: 'Position in the recording',
  speed: 'Speed',
  times: (speed: number) => `${plain(speed)} ×`,
  clock: (now: number, all: number) => `${seconds(now / 1000)} of ${seconds(all / 1000)}`,
  moment,
  /** Of the place on the slider. */
  place: (at: Moment, now: number, all: number) =>
    `${moment(at)}, ${seconds(now / 1000)} of ${seconds(all / 1000)}`,
};

export type RecordingMessages = typeof recordingTexts;
