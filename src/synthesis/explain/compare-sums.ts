/** A step's sums beside what a rollout says. */
import type { Difference } from './explanation.ts';
import type { Statement } from './read-text.ts';
import type { Sum } from './sums.ts';
import { compareResults } from './sums.ts';

/** What one line of a rollout is to a step. */
export type Stance =
  | { readonly kind: 'supports'; readonly line: number }
  | {
      readonly kind: 'contradicts';
      readonly line: number;
      readonly difference: Difference;
      readonly says: string;
    };

export interface Written {
  readonly line: number;
  readonly sum: Sum;
}

/** Every sum of a rollout, by what stands before its `=`, in order. */
export function sumsByKey(lines: readonly Statement[]): ReadonlyMap<string, readonly Written[]> {
  const found = new Map<string, Written[]>();
  lines.forEach(({ sums }, line) => {
    for (const sum of sums) {
      const others = found.get(sum.key);
      if (others === undefined) found.set(sum.key, [{ line, sum }]);
      else others.push({ line, sum });
    }
  });
  return found;
}

/**
 * A step against the line with its words. A text that works the same sum out twice is taken at its
 * last word. Null where nothing can be told.
 */
export function comparePaired(
  step: Statement,
  line: number,
  lines: readonly Statement[],
  written: ReadonlyMap<string, readonly Written[]>,
): Stance | null {
  const [own, ...more] = step.sums;
  const [other] = lines[line]?.sums ?? [];
  if (own === undefined || other === undefined) return null;
  const verdict = compareWritten(step, written);
  if (verdict.kind === 'contradicts') return verdict;
  const isThere = lines[line]?.sums.some(({ key }) => key === own.key) === true;
  // Of several sums some may be said elsewhere in other words, so a missing one proves nothing.
  if (more.length === 0 && !isThere) {
    return { kind: 'contradicts', line, difference: differenceOf(own, other), says: other.text };
  }
  if (verdict.kind !== 'agrees' || verdict.missing.includes(own)) return null;
  // Where the line's own result was taken back, the one that took it back says so.
  const last = written.get(own.key)?.at(-1)?.line ?? line;
  const isSame = lines[line]?.sums.some(
    ({ key, result }) => key === own.key && compareResults(own.result, result) === 'same',
  );
  return { kind: 'supports', line: isSame === true ? line : last };
}

export type WrittenVerdict =
  | Extract<Stance, { kind: 'contradicts' }>
  | { readonly kind: 'unsure' }
  /** Nothing against it: the sums that are not written anywhere, and the lines of those that are. */
  | { readonly kind: 'agrees'; readonly missing: readonly Sum[]; readonly lines: readonly number[] };

/** A step's sums against the rollout's, wherever they stand: one sum has one result. */
export function compareWritten(
  step: Statement,
  written: ReadonlyMap<string, readonly Written[]>,
): WrittenVerdict {
  const missing: Sum[] = [];
  const lines: number[] = [];
  let unsure = false;
  for (const sum of step.sums) {
    const last = written.get(sum.key)?.at(-1);
    if (last === undefined) missing.push(sum);
    else {
      const compared = compareResults(sum.result, last.sum.result);
      if (compared === 'other') {
        const { line, sum: { text: says } } = last;
        return { kind: 'contradicts', line, difference: 'result', says };
      }
      if (compared === 'unsure') unsure = true;
      else lines.push(last.line);
    }
  }
  return unsure ? { kind: 'unsure' } : { kind: 'agrees', missing, lines };
}

export function differenceOf(own: Sum, other: Sum): Difference {
  if (own.key === other.key) return 'result';
  const operands = (sum: Sum): string => [...sum.operands].sort((a, b) => a - b).join(' ');
  return operands(own) === operands(other) ? 'operation' : 'operands';
}
