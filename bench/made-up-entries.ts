/**
 * Outcomes that nobody sampled, for the bench alone: as many as a long experiment has, by a seed, with
 * what goes together going together. They say nothing about any model.
 */
import type { GroupId, RunId } from '../src/base/id.ts';
import { createRandom, deriveSeed } from '../src/base/random.ts';
import { METHOD_NAMES } from '../src/baseline/selection.ts';
import type { MethodName } from '../src/baseline/selection.ts';
import type { Cost } from '../src/group/cost.ts';
import { FIGURE_NAMES, isMethod } from '../src/group/figures.ts';
import type { FigureName } from '../src/group/figures.ts';
import type { Outcome } from '../src/group/outcome.ts';
import type { Entry } from '../src/group/plan.ts';

/** Sizes of the smaller groups that have a synthesis too. */
export const SMALLER: readonly number[] = [1, 2, 4];

/** Answers of rollouts that are wrong. */
const WRONG = 4;

export const groupIdAt = (index: number): GroupId => `bench-${index}` as GroupId;

/** The entry of a question with a known answer: of `size` rollouts, each as likely right as the next. */
export function madeUpEntry(seed: number, runId: RunId, index: number, size: number): Entry {
  return { runId, index, groupId: groupIdAt(index), outcome: madeUpOutcome(deriveSeed(seed, index), size) };
}

function madeUpOutcome(seed: number, size: number): Outcome {
  const random = createRandom(seed);
  const ease = random.next();
  // Cluster 0 is the right answer.
  const clusters = Array.from({ length: size }, () =>
    random.next() < ease ? 0 : random.integer(1, WRONG),
  );
  const right = clusters.map((cluster) => cluster === 0);
  const voted = mostFrequent(clusters);
  const synthesis = random.next() < 0.8 ? voted : random.integer(0, WRONG);
  const share = right.filter(Boolean).length / size;
  const one = (isRight: boolean): number => (isRight ? 1 : 0);
  const scoreOf = (name: FigureName): number => {
    if (isMethod(name)) return one(random.pick(right));
    if (name === 'single') return share;
    if (name === 'oracle') return one(share > 0);
    return one((name === 'synthesis' ? synthesis : voted) === 0);
  };
  const costOf = (name: FigureName): Cost => {
    const calls = name === 'single' ? 1 : name === 'synthesis' ? size + 1 : size;
    return { tokens: calls * random.integer(40, 80), promptTokens: calls * 60, seconds: random.next() };
  };
  return {
    scored: 'truth',
    disagrees: synthesis !== voted,
    right,
    clusters,
    rewards: clusters.map((cluster) => one(cluster === synthesis)),
    sureness: clusters.map(() => -random.next()),
    undecided: 0,
    scores: byFigure(scoreOf),
    costs: byFigure(costOf),
    choices: Object.fromEntries(METHOD_NAMES.map((name) => [name, null])) as Record<MethodName, null>,
    smaller: SMALLER.map((of) => ({ size: of, score: one(random.next() < share), subsets: 1 })),
  };
}

const byFigure = <T>(of: (name: FigureName) => T): Record<FigureName, T> =>
  Object.fromEntries(FIGURE_NAMES.map((name) => [name, of(name)])) as Record<FigureName, T>;

/** Ties go to the first seen, as in a vote. */
function mostFrequent(clusters: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const cluster of clusters) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  const [[first] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
  return first;
}
