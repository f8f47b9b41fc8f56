/**
 * Two scores for each of the same questions, of two methods or of two runs: how far they are apart, and
 * whether so many questions can tell.
 */
import { pairedBootstrap } from '../stats/bootstrap.ts';
import { cautionsOfDifference } from '../stats/caution.ts';
import type { Caution } from '../stats/caution.ts';
import type { Interval } from '../stats/interval.ts';
import { mcnemar } from '../stats/mcnemar.ts';
import type { McNemar } from '../stats/mcnemar.ts';
import { mean } from '../stats/mean.ts';

export interface Paired {
  readonly questions: number;
  /** The mean of each, 0 to 1; null of no questions. */
  readonly first: number | null;
  readonly second: number | null;
  /** Second minus first, with the paired bootstrap's 95 % bounds; null of no questions. */
  readonly difference: Interval | null;
  /** Only where every score is right (1) or wrong (0): McNemar's test knows no parts of a point. */
  readonly mcnemar: (McNemar & OnlyRight) | null;
  /** What the interval must not be read as. */
  readonly cautions: readonly Caution[];
}

/** Questions that only one of the two got right. */
export interface OnlyRight {
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

export function paired(pairs: readonly (readonly [first: number, second: number])[]): Paired {
  const first = pairs.map(([score]) => score);
  const second = pairs.map(([, score]) => score);
  const difference = pairedBootstrap(second, first);
  const differences = pairs.map(([one, other]) => other - one);
  return {
    questions: pairs.length,
    first: mean(first),
    second: mean(second),
    difference,
    mcnemar: testOf(pairs),
    cautions: cautionsOfDifference(differences, difference),
  };
}

function testOf(pairs: readonly (readonly [number, number])[]): Paired['mcnemar'] {
  const isWhole = (score: number): boolean => score === 0 || score === 1;
  if (pairs.length === 0 || !pairs.flat().every(isWhole)) return null;
  const onlyFirst = pairs.filter(([one, other]) => one > other).length;
  const onlySecond = pairs.filter(([one, other]) => other > one).length;
  return { onlyFirst, onlySecond, ...mcnemar(onlyFirst, onlySecond) };
}
