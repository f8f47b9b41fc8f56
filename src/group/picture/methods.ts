/**
 * What the pictures of the methods are drawn from: how often each is right with its interval, what it
 * costs, and how far the synthesis is ahead of it. The estimates are those of accuracy.ts.
 */
import { allAtOnce } from '../../base/steps.ts';
import type { Steps } from '../../base/steps.ts';
import type { Caution } from '../../stats/caution.ts';
import { cautionsOfDifference, cautionsOfMean } from '../../stats/caution.ts';
import type { Interval } from '../../stats/interval.ts';
import { promptMeans } from '../../stats/prompt-means.ts';
import type { Manner, PromptMean } from '../../stats/prompt-means.ts';
import { outcomesScored, scoringsOf } from '../accuracy.ts';
import { columnOf, meanCost, rightShare } from '../column.ts';
import type { Column } from '../column.ts';
import type { Cost } from '../cost.ts';
import { FIGURE_NAMES } from '../figures.ts';
import type { FigureName } from '../figures.ts';
import type { Outcome } from '../outcome.ts';
import type { Entry } from '../plan.ts';

export interface MethodMark {
  readonly name: FigureName;
  /** In which it could be had. */
  readonly questions: number;
  /** Shares of right answers, or mean points or rewards of open questions; 95 % bounds. */
  readonly score: Interval;
  readonly manner: 'wilson' | Manner;
  /** Mean of a question; null where no question has it. */
  readonly cost: Cost | null;
  /** Synthesis minus it, paired, with 95 % bounds; null of the synthesis itself or without one. */
  readonly difference: Interval | null;
  /** Of the score and of the difference, each kind once. */
  readonly cautions: readonly Caution[];
}

export interface MethodsPicture {
  /** Right or wrong by a known answer, points, or rewards of judged open questions: never two of them. */
  readonly scored: Outcome['scored'];
  /** So scored. */
  readonly questions: number;
  /** In the order of FIGURE_NAMES, without those that no question has. */
  readonly marks: readonly MethodMark[];
}

/** Of the questions that are scored so; unless told in the first way in which any is, known answers before others. */
export const methodsPicture = (
  entries: readonly Pick<Entry, 'outcome'>[],
  wanted: Outcome['scored'] | null = null,
): MethodsPicture => allAtOnce(methodsPictureSteps(entries, wanted));

/** More questions than this are not resampled together, which is for few (prompt-means.ts). */
const MANY = 1000;

export function* methodsPictureSteps(
  entries: readonly Pick<Entry, 'outcome'>[],
  wanted: Outcome['scored'] | null = null,
): Steps<MethodsPicture> {
  const all = entries.map(({ outcome }) => outcome);
  const ways = scoringsOf(all);
  const scored = ways.find((way) => way === wanted) ?? ways[0];
  if (scored === undefined) return { scored: 'nothing', questions: 0, marks: [] };
  const outcomes = outcomesScored(all, scored);
  const columns: Column[] = [];
  for (const name of FIGURE_NAMES) {
    columns.push(columnOf(name, outcomes));
    yield;
  }
  const together =
    outcomes.length > MANY ? null : promptMeans(columns.flatMap(({ scores, ahead }) => [scores, ahead]));
  const marks: MethodMark[] = [];
  for (const [at, column] of columns.entries()) {
    const [mean = null, difference = null] =
      together?.slice(2 * at, 2 * at + 2) ?? promptMeans([column.scores, column.ahead]);
    yield;
    const hasParts = scored !== 'truth' || column.name === 'single';
    const score = hasParts ? mean : exact(column);
    if (score !== null) marks.push(markOf(column, score, difference, outcomes));
    yield;
  }
  return { scored, questions: outcomes.length, marks };
}

function markOf(
  { name, scores, ahead }: Column,
  { manner, ...score }: Interval & Pick<MethodMark, 'manner'>,
  mean: PromptMean | null,
  outcomes: readonly Outcome[],
): MethodMark {
  const difference = mean === null ? null : { estimate: mean.estimate, low: mean.low, high: mean.high };
  // Wilson's interval holds its level with any number of questions, and has a width with any score.
  const ofMean = manner === 'wilson' ? [] : cautionsOfMean(scores);
  const ofDifference = difference === null ? [] : cautionsOfDifference(ahead, difference);
  const isFew = ofDifference.some(({ kind }) => kind === 'few-differences');
  return {
    name,
    questions: scores.length,
    score,
    manner,
    cost: meanCost(name, outcomes),
    difference,
    cautions: onePerKind([
      ...ofMean,
      // Of few differences nothing is decided, nor is there any spread.
      ...ofDifference.filter(({ kind }) => kind !== 'no-spread' && !(isFew && kind === 'undecided')),
    ]),
  };
}

function exact(column: Column): (Interval & { readonly manner: 'wilson' }) | null {
  const score = rightShare(column);
  return score === null ? null : { ...score, manner: 'wilson' };
}

const onePerKind = (cautions: readonly Caution[]): Caution[] => [
  ...new Map(cautions.map((caution) => [caution.kind, caution])).values(),
];
