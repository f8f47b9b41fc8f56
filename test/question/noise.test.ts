import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { LEVEL_NAMES } from '../../src/question/world/level.ts';
import { noisySolution } from '../../src/question/world/noise.ts';
import { problemAt } from '../../src/question/world/problems.ts';
import { readLines, worth } from './check-solution.ts';

const sample = LEVEL_NAMES.flatMap((level) =>
  Array.from({ length: 1500 }, (_, index) => problemAt(77, index, level)),
);

describe('a made-up solution', () => {
  test('without slips is the canonical one', () => {
    const random = createRandom(1);
    for (const problem of sample.slice(0, 300)) {
      const { text, answer, slips } = noisySolution(problem, 0, random);
      expect(text).toBe(problem.solution);
      expect(answer).toBe(problem.answer);
      expect(slips).toBe(0);
    }
  });

  test('ends in its own last result and holds whole numbers only', () => {
    const random = createRandom(2);
    for (const problem of sample) {
      const { text, answer } = noisySolution(problem, 0.4, random);
      expect(text.endsWith(`\nThe answer is ${answer}.`), text).toBe(true);
      expect(answer).toMatch(/^\d+$/);
      expect(readLines(text).length).toBeGreaterThanOrEqual(problem.steps.length - 2);
    }
  });

  test('slips in a step about as often as it is told to', () => {
    const random = createRandom(3);
    let slips = 0;
    let steps = 0;
    for (const problem of sample) {
      slips += noisySolution(problem, 0.25, random).slips;
      steps += problem.steps.length;
    }
    expect(slips / steps).toBeGreaterThan(0.23);
    expect(slips / steps).toBeLessThan(0.27);
  });

  test('goes on from the wrong value, so that a single slip miscalculates one line at most', () => {
    const random = createRandom(4);
    // A quotient is rounded down and a difference taken the other way round where it must be.
    const whole = (op: string, left: number, right: number): number =>
      Math.floor(Math.abs(worth(op, left, right)));
    let slippedOnce = 0;
    for (const problem of sample) {
      const { text, slips } = noisySolution(problem, 0.2, random);
      if (slips !== 1) continue;
      slippedOnce += 1;
      const wrong = readLines(text).filter(
        ({ op, left, right, value }) => right !== 0 && whole(op, left, right) !== value,
      );
      expect(wrong.length, text).toBeLessThanOrEqual(1);
    }
    expect(slippedOnce).toBeGreaterThan(1000);
  });

  test('keeps the words of each step on its line, so that solutions compare line by line', () => {
    const random = createRandom(5);
    const wordsOf = (text: string): string => text.replace(/\d+/g, '#').replace(/# [-+*/] #/g, '#');
    for (const problem of sample) {
      const { text } = noisySolution(problem, 0.3, random);
      if (text.split('\n').length === problem.steps.length + 1) {
        expect(wordsOf(text)).toBe(wordsOf(problem.solution));
      }
    }
  });

  test('seldom has the right answer after a slip', () => {
    const random = createRandom(6);
    const slipped = sample
      .map((problem) => ({ problem, noisy: noisySolution(problem, 0.3, random) }))
      .filter(({ noisy }) => noisy.slips > 0);
    const right = slipped.filter(({ problem, noisy }) => noisy.answer === problem.answer);
    expect(right.length / slipped.length).toBeLessThan(0.08);
  });
});
