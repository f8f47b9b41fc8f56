/**
 * What the pictures of the methods are drawn from: how often each is right with its interval, what it
 * costs, and how far the synthesis is ahead of it. The estimates are those of accuracy.ts.
 */
import type { Caution } from '../../stats/caution.ts';
import { cautionsOfDifference, cautionsOfMean } from '../../stats/caution.ts';
import type { Interval } from '../../stats/interval.ts';
import { promptMean } from '../../stats/prompt-means.ts';
import type { Manner } from '../../stats/prompt-means.ts';
import { wilson } from '../../stats/wilson.ts';
import type { Cost } from '../cost.ts';
import { FIGURE_NAMES } from '../figures.ts';
import type { FigureName } from '../figures.ts';
import type { Outcome } from '../outcome.ts';
import type { Entry } from '../plan.ts';

export interface MethodMark {
  readonly name: FigureName;
  /** In which it could be had. */
  readonly questions: number;
  /** Shares of right answers, or mean rewards of open questions; 95 % bounds. */
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
  /** Right or wrong by a known answer where any is known; else rewards of judged open questions. */
  readonly scored: Outcome['scored'];
  /** So scored. */
  readonly questions: number;
  /** In the order of FIGURE_NAMES, without those that no question has. */
  readonly marks: readonly MethodMark[];
}

export function methodsPicture(entries: readonly Pick<Entry, 'outcome'>[]): MethodsPicture {
  const scored = (['truth', 'rubric'] as const).find((kind) =>
    entries.some(({ outcome }) => outcome.scored === kind),
  );
  if (scored === undefined) return { scored: 'nothing', questions: 0, marks: [] };
  const outcomes = entries.flatMap(({ outcome }) => (outcome.scored === scored ? [outcome] : []));
  const marks = FIGURE_NAMES.flatMap((name) => markOf(name, outcomes, scored === 'rubric') ?? []);
  return { scored, questions: outcomes.length, marks };
}

function markOf(
  name: FigureName,
  outcomes: readonly Outcome[],
  hasParts: boolean,
): MethodMark | null {
  const scores: number[] = [];
  const ahead: number[] = [];
  for (const { scores: of } of outcomes) {
    const own = of[name];
    if (own === null) continue;
    scores.push(own);
    if (of.synthesis !== null) ahead.push(of.synthesis - own);
  }
  const found = intervalOf(scores, hasParts || name === 'single');
  if (found === null) return null;
  const difference = name === 'synthesis' ? null : promptMean(ahead);
  // Wilson's interval holds its level with any number of questions, and has a width with any score.
  const ofMean = found.manner === 'wilson' ? [] : cautionsOfMean(scores);
  const ofDifference = difference === null ? [] : cautionsOfDifference(ahead, difference);
  const isFew = ofDifference.some(({ kind }) => kind === 'few-differences');
  return {
    name,
    questions: scores.length,
    ...found,
    cost: meanCost(name, outcomes),
    difference,
    cautions: onePerKind([
      ...ofMean,
      // Of few differences nothing is decided, nor is there any spread.
      ...ofDifference.filter(({ kind }) => kind !== 'no-spread' && !(isFew && kind === 'undecided')),
    ]),
  };
}

function intervalOf(
  scores: readonly number[],
  hasParts: boolean,
): Pick<MethodMark, 'score' | 'manner'> | null {
  if (hasParts) {
    const found = promptMean(scores);
    return found === null ? null : { score: found, manner: found.manner };
  }
  let right = 0;
  for (const score of scores) if (score === 1) right += 1;
  const score = wilson(right, scores.length);
  return score === null ? null : { score, manner: 'wilson' };
}

function meanCost(name: FigureName, outcomes: readonly Outcome[]): Cost | null {
  let [tokens, promptTokens, seconds, count] = [0, 0, 0, 0];
  for (const { costs } of outcomes) {
    const cost = costs[name];
    if (cost === null) continue;
    tokens += cost.tokens;
    promptTokens += cost.promptTokens;
    seconds += cost.seconds;
    count += 1;
  }
  return count === 0
    ? null
    : { tokens: tokens / count, promptTokens: promptTokens / count, seconds: seconds / count };
}

const onePerKind = (cautions: readonly Caution[]): Caution[] => [
  ...new Map(cautions.map((caution) => [caution.kind, caution])).values(),
];
