/**
 * When do two answers count as equal? When they are the same value: the same text, the same exact
 * number however written, the same expression at every point tried, or the same list, set, tuple,
 * interval, matrix or relation of such. The conventions stand in docs/answer-checker.md.
 *
 * Cheap first: text, then exact fractions, and only then algebra, which is loaded on first need and
 * has a deadline. `different` is only said on evidence; what cannot be read is `undecided`.
 */
import type { Algebra } from './algebra.ts';
import { algebraHere, algebraInWorker } from './algebra-link.ts';
import { createAllowance } from './allowance.ts';
import { clean } from './clean.ts';
import { createJudge } from './judge.ts';
import type { LoadAlgebra } from './judge.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Compare } from './reading.ts';

export interface CompareOptions {
  /** `=` and units are taken as they stand: `x = 5` is not `5`. */
  readonly literal?: boolean;
}

/** Where the algebra comes from is the caller's: the same thread, or a worker with a deadline. */
export function createCompare(
  loadAlgebra: () => Promise<Algebra>,
  { literal = false }: CompareOptions = {},
): Compare {
  const load: LoadAlgebra = () => loadAlgebra().catch(() => null);
  return async (a, b) => {
    if (a.kind === 'absent' || b.kind === 'absent') return 'different';
    // One order for both ways round makes the comparison symmetric by construction.
    const [first, second] = a.raw <= b.raw ? [a.raw, b.raw] : [b.raw, a.raw];
    if (isNotANumber(first) || isNotANumber(second)) return 'different';
    if (first === second) return 'equal';
    if (first.length > LONGEST || second.length > LONGEST) return 'undecided';
    if (bare(first) === bare(second)) return 'equal';
    if (isInteger(first) && isInteger(second)) {
      return BigInt(first) === BigInt(second) ? 'equal' : 'different';
    }
    const judge = createJudge(sparing(load), literal);
    return judge(parseAnswer(first, { literal }), parseAnswer(second, { literal }));
  };
}

/** Long lists of hard items ask the algebra often: past the time for the whole it is asked no more. */
function sparing(load: LoadAlgebra): LoadAlgebra {
  const allowance = createAllowance(MOST_TIME);
  return async () => {
    const algebra = allowance.isSpent ? null : await load();
    if (algebra === null) return null;
    return {
      compareExpressions: (a, b) => algebra.compareExpressions(a, b, allowance),
      compareRelations: (a, b) => algebra.compareRelations(a, b, allowance),
    };
  };
}

/** In the browser algebra runs in its own worker; where there is none, on this thread. */
export const compare: Compare = createCompare(
  'Worker' in globalThis ? algebraInWorker : algebraHere,
);

/** Longer texts are no answers; they are equal only where they are the same. */
const LONGEST = 600;

/** Milliseconds of the algebra's work after which a comparison asks for no more. */
const MOST_TIME = 4000;

/** Without the spaces that mean nothing; `1 1/2` is not `11/2`, `1, 234` is not `1,234`. */
const bare = (raw: string): string =>
  clean(raw).replace(/\s+(?!\w)|(?<![\w,])\s+|(?<=\d)\s+(?=[a-zA-Z](?![a-zA-Z]))/g, '');

const isInteger = (raw: string): boolean => /^-?\d{1,400}$/.test(raw);

const isNotANumber = (raw: string): boolean => /^\W*(?:text)?\W*nan\W*$/i.test(raw);
