import { describe, expect, test } from 'vitest';
import { compareFigures, differing, pairRuns } from '../../src/group/compare.ts';
import type { Answered } from '../../src/group/compare.ts';
import { paired } from '../../src/group/paired.ts';
import { outcomeOfTexts } from './texts.ts';

/** A question whose rollouts and synthesis answer so; the truth is 4. */
const answered = async (question: string, rollouts: string[], synthesis: string): Promise<Answered> => ({
  question,
  outcome: await outcomeOfTexts({ rollouts, synthesis, truth: '4' }),
});

describe('two runs over the same questions', () => {
  test('are paired by question, whatever the order, and what one lacks is counted', async () => {
    const first = [await answered('a', ['4'], '4'), await answered('b', ['4'], '4')];
    const second = [
      await answered('c', ['4'], '4'),
      await answered('b', ['5'], '5'),
      await answered('d', ['4'], '4'),
    ];
    const { pairs, onlyFirst, onlySecond } = pairRuns(first, second);
    expect(pairs).toEqual([{ first: first[1], second: second[1] }]);
    expect([onlyFirst, onlySecond]).toEqual([1, 2]);
  });

  test('pair a question that stands in them several times in turn', async () => {
    const first = [await answered('a', ['4'], '4'), await answered('a', ['5'], '5')];
    const second = [await answered('a', ['6'], '6'), await answered('a', ['4'], '4')];
    const { pairs } = pairRuns(first, second);
    expect(pairs.map(({ first: { outcome } }) => outcome.scores.synthesis)).toEqual([1, 0]);
    expect(pairs.map(({ second: { outcome } }) => outcome.scores.synthesis)).toEqual([0, 1]);
  });

  test('give each method the second minus the first, and the questions that differ', async () => {
    const first = [
      await answered('a', ['4', '5'], '4'),
      await answered('b', ['4', '4'], '5'),
      await answered('c', ['5', '5'], '5'),
    ];
    const second = [
      await answered('a', ['4', '4'], '4'),
      await answered('b', ['4', '5'], '4'),
      await answered('c', ['5', '5'], '4'),
    ];
    const { pairs } = pairRuns(first, second);
    const { synthesis, single, bestOfN } = compareFigures(pairs);
    expect(synthesis).toMatchObject({ questions: 3, first: 1 / 3, second: 1 });
    expect(synthesis?.difference?.estimate).toBeCloseTo(2 / 3, 12);
    expect(synthesis?.mcnemar).toMatchObject({ onlyFirst: 0, onlySecond: 2, exact: 0.5 });
    expect(single?.difference?.estimate).toBeCloseTo(0, 12);
    expect(single?.mcnemar).toBeNull();
    expect(bestOfN).toBeUndefined();
    expect(differing(pairs, 'synthesis').map(({ first: { question } }) => question)).toEqual(['b', 'c']);
    expect(differing(pairs, 'single').map(({ first: { question } }) => question)).toEqual(['a', 'b']);
  });

  test('average no rewards with right answers, and say over how many questions a figure is', async () => {
    const known = await answered('a', ['4'], '4');
    const open = await answered('b', ['4'], '4');
    const rewarded: Answered = { ...open, outcome: { ...open.outcome, scored: 'rubric' } };
    const { pairs } = pairRuns([rewarded, known], [rewarded, await answered('a', ['4'], '5')]);
    expect(compareFigures(pairs).synthesis).toMatchObject({ questions: 1, first: 1, second: 0 });
    expect(differing(pairs, 'synthesis').map(({ first: { question } }) => question)).toEqual(['a']);
    expect(compareFigures(pairs.slice(0, 1)).synthesis).toMatchObject({ questions: 1, first: 1, second: 1 });
  });

  test('compare no reward with a right answer', async () => {
    const one = await answered('a', ['4'], '4');
    const other: Answered = { ...one, outcome: { ...one.outcome, scored: 'rubric' } };
    expect(compareFigures(pairRuns([one], [other]).pairs)).toEqual({});
  });
});

describe('two scores for each question', () => {
  test('come with what their difference must not be read as', () => {
    const few = paired([[0, 1], [1, 1]]);
    expect(few.cautions.map(({ kind }) => kind)).toEqual(['few-questions', 'few-differences', 'undecided']);
  });

  test('are nothing, of no questions', () => {
    expect(paired([])).toMatchObject({ questions: 0, first: null, difference: null, mcnemar: null });
  });
});
