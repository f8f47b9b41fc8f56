import { describe, expect, test } from 'vitest';
import { scalingOf } from '../../src/group/scaling.ts';
import type { Outcome } from '../../src/group/outcome.ts';
import { promptMeans } from '../../src/stats/prompt-means.ts';
import { subsetsOf } from '../../src/stats/subsets.ts';
import { outcomeOfTexts } from './texts.ts';

/** A question with these answers, each as sure as its log-probability says; null was cut off. */
const recorded = (truth: string, ...answers: [string | null, number][]): Promise<Outcome> =>
  outcomeOfTexts({
    rollouts: answers.map(([text, logprob]) =>
      text === null
        ? { text: '9', stop: 'length', logprob }
        : { text: `The answer is ${text}.`, stop: 'end', logprob },
    ),
    synthesis: truth,
    truth,
  });

describe('accuracy against G from one recording', () => {
  const answers: [string | null, number][] = [
    ['4', -0.5],
    ['5', -0.1],
    ['4', -0.2],
    [null, -0.01],
    ['6', -0.9],
  ];

  test('has a point for each power of two and for all rollouts', async () => {
    const points = scalingOf([await recorded('4', ...answers)]);
    expect(points.map(({ group }) => group)).toEqual([1, 2, 4, 5]);
  });

  test('has of many questions, counted by how they fell out, the intervals of all of them in their order', async () => {
    const [one, other] = [await recorded('4', ...answers), await recorded('5', ...answers)];
    const many = Array.from({ length: 1001 }, (_, at) => (at % 3 === 0 ? one : other));
    const points = scalingOf(many, promptMeans);
    expect(points).toHaveLength(4);
    for (const [at, point] of points.entries()) {
      for (const name of ['single', 'majority', 'perplexity', 'oracle'] as const) {
        const share = (of: Outcome): number => scalingOf([of], promptMeans)[at]?.[name]?.estimate ?? NaN;
        const [first, second] = [share(one), share(other)];
        const [inOrder] = promptMeans([many.map((question) => (question === one ? first : second))]);
        expect(point[name]?.estimate).toBeCloseTo(inOrder?.estimate ?? NaN, 10);
        expect(point[name]?.low).toBeCloseTo(inOrder?.low ?? NaN, 10);
        expect(point[name]?.high).toBeCloseTo(inOrder?.high ?? NaN, 10);
      }
    }
  });

  test('is, at G = 1, a single rollout for every method', async () => {
    const [one] = scalingOf([await recorded('4', ...answers)]);
    for (const name of ['single', 'majority', 'perplexity', 'oracle'] as const) {
      expect(one?.[name]?.estimate).toBeCloseTo(0.4, 12);
    }
  });

  test('is the mean over every smaller group, one by one', async () => {
    const right = [true, false, true, false, false];
    const sure = [-0.5, -0.1, -0.2, null, -0.9];
    const points = scalingOf([await recorded('4', ...answers)]);
    for (const { group, perplexity, oracle } of points) {
      const { subsets } = subsetsOf(5, group);
      const share = (wins: (subset: readonly number[]) => boolean): number =>
        subsets.filter(wins).length / subsets.length;
      const surest = (subset: readonly number[]): number | undefined =>
        subset
          .filter((place) => sure[place] !== null)
          .sort((a, b) => (sure[b] ?? 0) - (sure[a] ?? 0))[0];
      expect(perplexity?.estimate).toBeCloseTo(share((subset) => right[surest(subset) ?? -1] === true), 12);
      expect(oracle?.estimate).toBeCloseTo(share((subset) => subset.some((place) => right[place])), 12);
    }
  });

  test('is, at all rollouts, what the report says of the vote', async () => {
    const won = await recorded('4', ...answers);
    const lost = await recorded('5', ...answers);
    const last = scalingOf([won, won, lost]).at(-1);
    expect(last?.majority?.estimate).toBeCloseTo(2 / 3, 12);
    expect(last?.majority?.low).toBeLessThan(2 / 3);
    // Two against two: the vote that was taken went to the answer seen first.
    const [first, second] = [await recorded('4', ['4', -1], ['5', -1]), await recorded('5', ['4', -1], ['5', -1])];
    expect([first, second].map(({ scores }) => scores.majority)).toEqual([1, 0]);
    expect([first, second].map((one) => scalingOf([one]).at(-1)?.majority?.estimate)).toEqual([1, 0]);
  });

  test('goes as far as the smallest of the groups', async () => {
    const small = await recorded('4', ['4', -1], ['5', -1]);
    const points = scalingOf([await recorded('4', ...answers), small]);
    expect(points.map(({ group }) => group)).toEqual([1, 2]);
  });

  test('has no least perplexity where the engine gives no log-probabilities, and not one of 0', async () => {
    const one = await recorded('4', ...answers);
    const unsure = { ...one, sureness: one.sureness.map(() => null) };
    for (const point of scalingOf([unsure, unsure])) {
      expect(point.perplexity).toBeNull();
      expect(point.majority).not.toBeNull();
    }
    expect(scalingOf([unsure, one])[0]?.perplexity).not.toBeNull();
  });

  test('has no points where no truth is known', async () => {
    expect(scalingOf([await outcomeOfTexts({ rollouts: ['4', '5'], synthesis: '4' })])).toEqual([]);
    expect(scalingOf([])).toEqual([]);
  });

  test('is for many questions the mean of what it is for each, however many fell alike', async () => {
    const each = [
      await recorded('4', ...answers),
      await recorded('5', ...answers),
      await recorded('6', ...answers),
      await recorded('7', ...answers),
      await recorded('4', ...answers.slice(1), ['4', -0.6]),
    ];
    const alone = each.map((one) => scalingOf([one]));
    scalingOf([...each, ...each]).forEach((point, at) => {
      for (const name of ['single', 'majority', 'perplexity', 'oracle'] as const) {
        const mean = alone.reduce((sum, points) => sum + points[at]![name]!.estimate / 5, 0);
        expect(point[name]?.estimate).toBeCloseTo(mean, 12);
      }
    });
  });
});

describe('the synthesis against G', () => {
  const scored = async (...smaller: [size: number, score: number][]): Promise<Outcome> => ({
    ...(await recorded('4', ['4', -1], ['5', -1], ['4', -1], ['5', -1])),
    smaller: smaller.map(([size, score]) => ({ size, score, subsets: 2 })),
  });

  test('is at G what the groups’ own syntheses are, and below it over the questions that have one', async () => {
    const points = scalingOf([await scored([1, 0.5], [2, 1]), await scored([1, 1]), await scored()]);
    expect(points.map(({ group, synthesised }) => [group, synthesised])).toEqual([[1, 2], [2, 1], [4, 3]]);
    expect(points.map(({ synthesis }) => synthesis?.estimate)).toEqual([0.75, 1, 1]);
    expect(points[0]?.synthesis?.low).toBe(0.5);
    expect(points[0]?.single?.estimate).toBe(0.5);
  });

  test('has a point at each size that was asked for, and none where no synthesis was written', async () => {
    const points = scalingOf([await scored([3, 1])]);
    expect(points.map(({ group }) => group)).toEqual([1, 2, 3, 4]);
    expect(points.map(({ synthesis }) => synthesis?.estimate ?? null)).toEqual([null, null, 1, 1]);
  });
});
