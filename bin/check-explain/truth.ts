/**
 * What a rollout is to a step of the synthesis, by the generator's own solution. Lines of both texts
 * are laid along its steps in order: by their words and signs, and by the numbers that the question
 * gives. Two lines that lie at the same step are that step, whatever they make of it. None of this
 * is known to what is measured: that sees neither question nor solution.
 */
import type { Problem } from '../../src/question/world/problem.ts';
import type { Step } from '../../src/question/world/sum.ts';
import { stepLine } from './step-line.ts';

export interface TrueLine {
  /** Place of the line in the text, from 0, blank ones counted. */
  readonly line: number;
  /** Of the generator's solution, from 0. */
  readonly step: number;
  readonly left: number;
  readonly op: string;
  readonly right: number;
  readonly result: number;
}

export type Truth = 'supports' | 'contradicts' | 'silent';

const LINE = stepLine('(.*?)', String.raw`(\D*)`);

/** What the parts of a line count when it is laid along the steps, and what it must come to. */
const SAME_WORDS = 6;
const NEAR_WORDS = 3;
const SAME_SIGN = 2;
const GIVEN = 3;
const ENOUGH = 6;

/** The lines of a text that lie at a step of the solution, in order; each step has at most one. */
export function lay(text: string, problem: Problem): TrueLine[] {
  const lines = text.split('\n').flatMap((written, line) => {
    const match = LINE.exec(written.trim());
    if (match === null) return [];
    const [, before = '', left = '', op = '', right = '', result = '', after = ''] = match;
    return [
      {
        line,
        words: `${before.trim()} ${after.trim()}`,
        left: Number(left),
        op,
        right: Number(right),
        result: Number(result),
      },
    ];
  });
  const { steps } = problem;
  const fit = lines.map((one) => steps.map((step) => fitOf(one, step)));
  const best: number[][] = Array.from({ length: lines.length + 1 }, () =>
    Array.from({ length: steps.length + 1 }, () => 0),
  );
  const at = (table: readonly (readonly number[])[], a: number, b: number): number =>
    table[a]?.[b] ?? 0;
  for (let a = lines.length - 1; a >= 0; a -= 1) {
    for (let b = steps.length - 1; b >= 0; b -= 1) {
      const both = at(fit, a, b) < ENOUGH ? 0 : at(fit, a, b) + at(best, a + 1, b + 1);
      (best[a] ?? [])[b] = Math.max(at(best, a + 1, b), at(best, a, b + 1), both);
    }
  }
  const found: TrueLine[] = [];
  for (let a = 0, b = 0; a < lines.length && b < steps.length; ) {
    const one = lines[a];
    const value = at(fit, a, b);
    if (one !== undefined && value >= ENOUGH && at(best, a, b) === value + at(best, a + 1, b + 1)) {
      const { line, left, op, right, result } = one;
      found.push({ line, step: b, left, op, right, result });
      a += 1;
      b += 1;
    } else if (at(best, a, b) === at(best, a + 1, b)) a += 1;
    else b += 1;
  }
  return found;
}

function fitOf(
  line: { readonly words: string; readonly left: number; readonly op: string; readonly right: number },
  { before, after, op, left, right }: Step,
): number {
  const words = `${before} ${after.trim()}`.trim();
  const apart = wordsApart(line.words.trim(), words);
  const given = [
    [left, line.left],
    [right, line.right],
  ] as const;
  return (
    (apart === 0 ? SAME_WORDS : apart === 1 ? NEAR_WORDS : 0) +
    (line.op === op ? SAME_SIGN : 0) +
    given.filter(([term, value]) => term.kind === 'given' && term.value === value).length * GIVEN
  );
}

/** How many words differ; two texts of another length are far apart. */
function wordsApart(a: string, b: string): number {
  const [left, right] = [a.split(' '), b.split(' ')];
  if (left.length !== right.length) return Infinity;
  return left.filter((word, at) => word !== right[at]).length;
}

/** Operands in either order are the same for + and *. */
export function truthOf(own: TrueLine, other: TrueLine | undefined): Truth {
  if (other === undefined) return 'silent';
  const straight = own.left === other.left && own.right === other.right;
  const turned =
    (own.op === '+' || own.op === '*') && own.left === other.right && own.right === other.left;
  const same = own.op === other.op && own.result === other.result && (straight || turned);
  return same ? 'supports' : 'contradicts';
}
