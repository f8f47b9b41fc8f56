/**
 * What one rollout is to each step of the synthesis. Sums settle most; words alone only where they
 * are nearly the same. Whatever is not sure is silence (null).
 */
import type { Stance, Written } from './compare-sums.ts';
import { comparePaired, compareWritten, differenceOf, sumsByKey } from './compare-sums.ts';
import type { Likeness, Weigh, WordIndex } from './likeness.ts';
import { indexWords, likest } from './likeness.ts';
import { pairUp } from './pair.ts';
import type { Statement } from './read-text.ts';

/** Shares of words (likeness.ts) from which on two statements are about the same thing. */
const ALIKE = {
  /** Both have the very same sum; all words count alike. */
  sameSum: 0.3,
  /** Both have a sum with one operand and the sign in common; all words count alike. */
  likeSum: 0.5,
  /** All numbers of one, at least three, stand in the other. */
  sameNumbers: 0.3,
  /** Words alone, with every number of the step. */
  words: 0.6,
  /** Words alone, one of them denied. */
  denied: 0.8,
} as const;

/** Words with content that a statement needs for its words alone to count. */
const ENOUGH_WORDS = 3;

/** By place of the step. */
export function stancesOf(
  steps: readonly Statement[],
  lines: readonly Statement[],
  weigh: Weigh,
): (Stance | null)[] {
  const rollout: Rollout = {
    lines,
    written: sumsByKey(lines),
    index: indexWords(lines, weigh),
    weigh,
  };
  const pairs = pairUp(steps, lines);
  const taken = new Set(pairs.values());
  const stances = steps.map((step, at): Stance | null => {
    const line = pairs.get(at);
    if (line !== undefined) return comparePaired(step, line, lines, rollout.written);
    const found = step.sums.length > 0 ? fromSums(step, rollout) : null;
    if (found !== null) taken.add(found.line);
    return found;
  });
  return stances.map((stance, at) => {
    const step = steps[at];
    if (stance !== null || step === undefined || pairs.has(at)) return stance;
    return step.sums.length > 0 ? fromLikeSum(step, rollout, taken) : fromWords(step, rollout);
  });
}

interface Rollout {
  readonly lines: readonly Statement[];
  readonly written: ReadonlyMap<string, readonly Written[]>;
  readonly index: WordIndex;
  readonly weigh: Weigh;
}

/**
 * The sums of the step anywhere in the rollout. Another result of the same sum contradicts whatever
 * the words; the same result supports where the words are about the same, or where one has none.
 */
function fromSums(step: Statement, { lines, written, index, weigh }: Rollout): Stance | null {
  const verdict = compareWritten(step, written);
  if (verdict.kind === 'contradicts') return verdict;
  if (verdict.kind === 'unsure') return null;
  const [line] = verdict.lines;
  // `They fill 408 / 12 = 34 boxes, since 34 * 12 = 408`: the first sum must be there, not all.
  const isFirstMissing = verdict.missing.some(({ key }) => key === step.sums[0]?.key);
  if (line === undefined || isFirstMissing) return null;
  const bare = step.words.size === 0 || lines[line]?.words.size === 0;
  const near = likest(step, index, weigh).find((one) => one.line === line);
  const share = near?.plainShare ?? 0;
  const least = verdict.missing.length === 0 ? ALIKE.sameSum : ALIKE.likeSum;
  return bare || share >= least ? { kind: 'supports', line } : null;
}

/** A sum of about the same words with an operand in common: the same step from another number. */
function fromLikeSum(
  step: Statement,
  rollout: Rollout,
  taken: ReadonlySet<number>,
): Stance | null {
  const [own, ...more] = step.sums;
  const near = likest(step, rollout.index, rollout.weigh);
  const numbers = fromNumbers(step, rollout, near);
  if (numbers !== null || own === undefined || more.length > 0) return numbers;
  const found = near.filter(({ line, plainShare }) => {
    const [other] = rollout.lines[line]?.sums ?? [];
    return (
      plainShare >= ALIKE.likeSum &&
      !taken.has(line) &&
      other?.signs === own.signs &&
      other.key !== own.key &&
      other.operands.some((value) => own.operands.includes(value))
    );
  });
  const [first, second] = found;
  // Two that are as near leave open which of them is meant.
  if (first === undefined || first.share === second?.share) return null;
  const [other] = rollout.lines[first.line]?.sums ?? [];
  if (other === undefined) return null;
  const difference = differenceOf(own, other);
  return { kind: 'contradicts', line: first.line, difference, says: other.text };
}

/** `Dividing 408 by 12 gives 34 boxes` says what `408 / 12 = 34 boxes` says. */
function fromNumbers(step: Statement, { lines }: Rollout, near: readonly Likeness[]): Stance | null {
  const own = new Set(step.numbers);
  if (own.size < 3) return null;
  for (const { line, share } of near) {
    const other = lines[line];
    if (share < ALIKE.sameNumbers) break;
    if (other === undefined || other.negated !== step.negated) continue;
    const theirs = new Set(other.numbers);
    // Two sums that are written out have been compared as such.
    if (step.sums.length > 0 && other.sums.length > 0) continue;
    if ([...own].every((value) => theirs.has(value))) return { kind: 'supports', line };
  }
  return null;
}

function fromWords(step: Statement, rollout: Rollout): Stance | null {
  const near = likest(step, rollout.index, rollout.weigh);
  const { lines } = rollout;
  const inSameFrame = near.flatMap(({ line }) => {
    const other = lines[line];
    return other?.frame === step.frame ? [{ line, other }] : [];
  });
  const same = inSameFrame.find(({ other }) => sameNumbers(step, other));
  if (same !== undefined && (step.words.size > 1 || step.numbers.length > 0)) {
    return { kind: 'supports', line: same.line };
  }
  const [only, ...more] = inSameFrame;
  if (only !== undefined && more.length === 0 && step.words.size > 1 && step.numbers.length > 0) {
    // The same words with other numbers, once.
    const { line, other } = only;
    if (other.numbers.length !== step.numbers.length) return null;
    const says = other.numbers.filter((value, at) => value !== step.numbers[at]).join(', ');
    return { kind: 'contradicts', line, difference: 'number', says };
  }
  return fromNumbers(step, rollout, near) ?? fromLikeWords(step, lines, near);
}

function fromLikeWords(
  step: Statement,
  lines: readonly Statement[],
  near: readonly Likeness[],
): Stance | null {
  if (step.words.size < ENOUGH_WORDS) return null;
  for (const { line, share } of near) {
    const other = lines[line];
    if (share < ALIKE.words) break;
    if (other === undefined || !step.numbers.every((value) => other.numbers.includes(value))) {
      continue;
    }
    if (other.negated === step.negated) return { kind: 'supports', line };
    if (share >= ALIKE.denied && sameNumbers(step, other)) {
      return { kind: 'contradicts', line, difference: 'negation', says: '' };
    }
  }
  return null;
}

const sameNumbers = (a: Statement, b: Statement): boolean =>
  a.numbers.length === b.numbers.length && a.numbers.every((value, at) => value === b.numbers[at]);
