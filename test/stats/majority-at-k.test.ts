import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { majorityAtK } from '../../src/stats/majority-at-k.ts';

/** By the definition: every order of every choice, the most frequent answer, ties to the first. */
function byEnumeration(
  answers: readonly (number | null)[],
  right: readonly boolean[],
  k: number,
): number {
  let [orders, wins] = [0, 0];
  const visit = (drawn: readonly number[]): void => {
    if (drawn.length < k) {
      answers.forEach((_, at) => {
        if (!drawn.includes(at)) visit([...drawn, at]);
      });
      return;
    }
    orders += 1;
    const votes = (at: number): number =>
      answers[at] === null ? 0 : drawn.filter((other) => answers[other] === answers[at]).length;
    const most = Math.max(...drawn.map(votes));
    const winner = most === 0 ? undefined : drawn.find((at) => votes(at) === most);
    if (winner !== undefined && right[winner] === true) wins += 1;
  };
  visit([]);
  return wins / orders;
}

describe('maj@k', () => {
  const answers = [0, 0, 0, 1, 1, 2, null, 3];
  const right = answers.map((answer) => answer === 1);

  /** Python, all ordered draws as fractions. */
  it.each([
    [1, 1 / 4],
    [2, 2 / 7],
    [3, 47 / 168],
    [4, 59 / 210],
    [5, 2 / 7],
    [6, 15 / 56],
    [7, 3 / 16],
    [8, 0],
  ])('at %i is what all ordered draws give', (k, share) => {
    expect(majorityAtK(answers, right, k)).toBeCloseTo(share, 12);
  });

  it('is the enumeration on every small group', () => {
    const groups = fc
      .array(fc.tuple(fc.option(fc.integer({ min: 0, max: 3 })), fc.boolean()), {
        minLength: 1,
        maxLength: 6,
      })
      .chain((group) => fc.tuple(fc.constant(group), fc.integer({ min: 1, max: group.length })));
    fc.assert(
      fc.property(groups, ([group, k]) => {
        const [clusters, verdicts] = [group.map(([answer]) => answer), group.map(([, yes]) => yes)];
        expect(majorityAtK(clusters, verdicts, k)).toBeCloseTo(
          byEnumeration(clusters, verdicts, k),
          12,
        );
      }),
    );
  });

  it('at 1 is the share of right rollouts', () => {
    expect(majorityAtK([0, 1, 2, 0], [true, false, false, true], 1)).toBeCloseTo(0.5, 14);
  });

  it('counts a draw without any answer as wrong', () => {
    expect(majorityAtK([null, null], [false, false], 2)).toBe(0);
  });

  it('halves a tie between a right and a wrong answer', () => {
    expect(majorityAtK([0, 1], [true, false], 2)).toBeCloseTo(0.5, 14);
  });

  it('of 1,000 rollouts still is a number: two answers, one of them leading by two', () => {
    const many = Array.from({ length: 1000 }, (_, at) => (at < 501 ? 0 : 1));
    const verdicts = many.map((answer) => answer === 0);
    expect(majorityAtK(many, verdicts, 999)).toBeCloseTo(1, 9);
    // By symmetry a little above one half for a small draw.
    expect(majorityAtK(many, verdicts, 3)).toBeCloseTo(0.5015, 4);
  });

  it.each([0, 3, 1.5])('of two rollouts at %d is refused', (k) => {
    expect(() => majorityAtK([0, 1], [true, false], k)).toThrow(RangeError);
  });

  it('refuses lists of different lengths', () => {
    expect(() => majorityAtK([0, 1], [true], 1)).toThrow(RangeError);
  });
});
