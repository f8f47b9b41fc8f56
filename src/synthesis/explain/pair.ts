/**
 * Which line of a rollout is the same step as which step of the synthesis, where both write out a sum
 * with the same words. Where words come again (`That makes …` twice), the sums decide, in order.
 */
import type { Statement } from './read-text.ts';

/** Lines of the same words, on either side, that are paired. */
const MOST_ALIKE = 24;

/** By place of the step, the place of the rollout's line. */
export type Pairs = ReadonlyMap<number, number>;

/** First by all words, then, of what is left, by the words with content. */
export function pairUp(steps: readonly Statement[], lines: readonly Statement[]): Pairs {
  const pairs = new Map<number, number>();
  const sides: Sides = { steps, lines, givenInSteps: given(steps), givenInLines: given(lines) };
  const taken = new Set<number>();
  for (const wording of [(one: Statement) => one.frame, (one: Statement) => one.content]) {
    const wanted = byWording(steps, wording, (at) => pairs.has(at));
    const found = byWording(lines, wording, (at) => taken.has(at));
    for (const [words, places] of wanted) {
      for (const [step, line] of align(places, found.get(words) ?? [], sides)) {
        pairs.set(step, line);
        taken.add(line);
      }
    }
  }
  return pairs;
}

function byWording(
  statements: readonly Statement[],
  wording: (statement: Statement) => string,
  skip: (at: number) => boolean,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  statements.forEach((statement, at) => {
    const words = wording(statement);
    if (statement.sums.length === 0 || words === '' || skip(at)) return;
    const places = found.get(words);
    if (places === undefined) found.set(words, [at]);
    else if (places.length < MOST_ALIKE) places.push(at);
  });
  return found;
}

/** The pairs, in order on both sides, that have most in common. */
function align(
  left: readonly number[],
  right: readonly number[],
  sides: Sides,
): [number, number][] {
  const width = right.length + 1;
  // best[a][b]: the most that the steps from a on and the lines from b on have in common.
  const best = new Float64Array((left.length + 1) * width);
  const isOnly = left.length === 1 && right.length === 1;
  const common = (a: number, b: number): number =>
    inCommon(sides, left[a] ?? -1, right[b] ?? -1, isOnly);
  const at = (a: number, b: number): number => best[a * width + b] ?? 0;
  for (let a = left.length - 1; a >= 0; a -= 1) {
    for (let b = right.length - 1; b >= 0; b -= 1) {
      best[a * width + b] = Math.max(
        at(a + 1, b),
        at(a, b + 1),
        at(a + 1, b + 1) + common(a, b),
      );
    }
  }
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < left.length && b < right.length; ) {
    const both = common(a, b);
    if (both > 0 && at(a, b) === at(a + 1, b + 1) + both) {
      pairs.push([left[a] ?? -1, right[b] ?? -1]);
      a += 1;
      b += 1;
    } else if (at(a, b) === at(a + 1, b)) a += 1;
    else b += 1;
  }
  return pairs;
}

/**
 * More for the same sum than for the same operands, and for those than for one of them; of operands,
 * one that the question gives tells a step better than what came out before. Lines without any are the
 * same step only where no others have their words, or where all their operands came out before: else
 * they may as well be two steps that begin alike.
 */
function inCommon(
  { steps, lines, givenInSteps, givenInLines }: Sides,
  step: number,
  line: number,
  isOnly: boolean,
): number {
  const [own] = steps[step]?.sums ?? [];
  const [other] = lines[line]?.sums ?? [];
  if (own === undefined || other === undefined) return 0;
  if (own.key === other.key) return own.result.value === other.result.value ? 12 : 9;
  const sign = own.signs === other.signs ? 1 : 0;
  const shared = own.operands.filter((value) => other.operands.includes(value));
  if (shared.some((value) => givenInSteps[step]?.has(value))) return 5 + sign;
  if (shared.length > 0) return 3 + sign;
  if (isOnly && sign === 1) return 1;
  return givenInSteps[step]?.size === 0 && givenInLines[line]?.size === 0 ? 1 : 0;
}

interface Sides {
  readonly steps: readonly Statement[];
  readonly lines: readonly Statement[];
  readonly givenInSteps: readonly ReadonlySet<number>[];
  readonly givenInLines: readonly ReadonlySet<number>[];
}

/** By statement, the operands of its first sum that are the result of no sum before. */
function given(statements: readonly Statement[]): ReadonlySet<number>[] {
  const results = new Set<number>();
  return statements.map(({ sums }) => {
    const operands = sums[0]?.operands.filter((value) => !results.has(value)) ?? [];
    for (const { result } of sums) results.add(result.value);
    return new Set(operands);
  });
}
