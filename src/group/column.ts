/** One method's scores and costs over many questions, as lists: what every figure of it is made from. */
import type { Interval } from '../stats/interval.ts';
import { wilson } from '../stats/wilson.ts';
import type { Cost } from './cost.ts';
import type { FigureName } from './figures.ts';
import type { Outcome } from './outcome.ts';

export interface Column {
  readonly name: FigureName;
  /** Of the questions in which it could be had, in their order. */
  readonly scores: readonly number[];
  /** Synthesis minus it, of the questions that have both; empty of the synthesis itself. */
  readonly ahead: readonly number[];
}

export function columnOf(name: FigureName, outcomes: readonly Outcome[]): Column {
  const scores: number[] = [];
  const ahead: number[] = [];
  for (const { scores: of } of outcomes) {
    const own = of[name] ?? null;
    if (own === null) continue;
    scores.push(own);
    if (of.synthesis !== null && name !== 'synthesis') ahead.push(of.synthesis - own);
  }
  return { name, scores, ahead };
}

/** The share of right answers, one right or wrong for each question, with Wilson's interval; null of none. */
export function rightShare({ scores }: Column): Interval | null {
  let right = 0;
  for (const score of scores) if (score === 1) right += 1;
  return wilson(right, scores.length);
}

/** Per question of those that have one; null where none has. */
export function meanCost(name: FigureName, outcomes: readonly Outcome[]): Cost | null {
  let [tokens, promptTokens, seconds, count] = [0, 0, 0, 0];
  for (const { costs } of outcomes) {
    const cost = costs[name] ?? null;
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
