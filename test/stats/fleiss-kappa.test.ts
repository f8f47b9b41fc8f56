import { describe, expect, it } from 'vitest';
import { fleissKappa } from '../../src/stats/fleiss-kappa.ts';

/** Fleiss, Psychological Bulletin 76 (1971), table 1: 30 patients, 6 psychiatrists, 5 diagnoses. */
const patients = [
  [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1],
  [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3],
  [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1],
  [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
];

describe("Fleiss' kappa", () => {
  it('of the patients is the 0.430 of the paper', () => {
    // Further decimals: statsmodels 0.15.0, fleiss_kappa.
    expect(fleissKappa(patients)).toBeCloseTo(0.43024452006014074, 12);
  });

  it('is 1 where all raters agree on each subject, over more than one category', () => {
    expect(fleissKappa([[3, 0], [0, 3], [3, 0]])).toBeCloseTo(1, 14);
  });

  it('is below 0 where raters agree less than by chance', () => {
    expect(fleissKappa([[1, 1], [1, 1]])).toBeCloseTo(-1, 14);
  });

  it('says nothing where one category holds all, nobody was asked twice, or there are no subjects', () => {
    expect([fleissKappa([[3, 0], [3, 0]]), fleissKappa([[1, 0], [0, 1]]), fleissKappa([])]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.each([[[[3, 0], [2, 0]]], [[[3, 0], [3]]], [[[1.5, 1.5]]], [[[4, -1]]]])(
    'refuses %j, which no table of ratings is',
    (table) => {
      expect(() => fleissKappa(table)).toThrow(RangeError);
    },
  );
});
