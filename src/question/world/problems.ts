import { fnv1a } from '../../base/hash.ts';
import { createRandom, deriveSeed } from '../../base/random.ts';
import { normaliseQuestion } from '../question.ts';
import type { Level } from './level.ts';
import type { Problem } from './problem.ts';
import { makeProblem } from './problem.ts';
import type { Split } from './split.ts';
import { splitOf } from './split.ts';
import type { Wording } from './words.ts';

export interface ProblemOrder {
  readonly seed: number;
  /** One level, or the share of each; shares need not sum to 1. */
  readonly level: Level | Partial<Readonly<Record<Level, number>>>;
  readonly split: Split;
  /** `ordinary` unless told. */
  readonly wording?: Wording;
}

/** The n-th problem of a seed, of either split. */
export function problemAt(seed: number, index: number, level: Level, wording: Wording = 'ordinary'): Problem {
  const random = createRandom(deriveSeed(deriveSeed(seed, fnv1a(level)), index));
  return makeProblem(random, level, wording);
}

/** Problems of one split without end, no two with the same normalised text. */
export function* problems(order: ProblemOrder): Generator<Problem, never> {
  const seen = new Set<string>();
  const levels = createRandom(deriveSeed(order.seed, fnv1a('levels')));
  for (let index = 0; ; index += 1) {
    const level = drawLevel(order.level, levels.next());
    const problem = problemAt(order.seed, index, level, order.wording);
    if (splitOf(problem.question) !== order.split) continue;
    const key = normaliseQuestion(problem.question);
    if (seen.has(key)) continue;
    seen.add(key);
    yield problem;
  }
}

function drawLevel(level: ProblemOrder['level'], at: number): Level {
  if (typeof level === 'string') return level;
  const shares = Object.entries(level) as [Level, number][];
  let rest = at * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [name, share] of shares) {
    rest -= share;
    if (rest < 0) return name;
  }
  throw new RangeError('the shares of the levels must be positive');
}
