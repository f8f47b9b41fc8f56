import type { Contradiction, Explanation } from './explanation.ts';
import { stepsOf } from './explanation.ts';

/** Where rollouts leave the way of the synthesis. */
export interface Parting {
  /** Place among the steps, from 0. */
  readonly step: number;
  /** Who parts there, by what they say instead; most first, then in order of index. */
  readonly ways: readonly Way[];
}

export interface Way {
  readonly indices: readonly number[];
  readonly says: string;
  readonly difference: Contradiction['difference'];
}

/**
 * The step at which most of these rollouts first say otherwise, the earliest of those that are equal;
 * null where none of them does.
 */
export function partingOf(explanation: Explanation, among: readonly number[]): Parting | null {
  const counts = new Map<number, number>();
  const leaving = explanation.parted.filter(({ index }) => among.includes(index));
  for (const { step } of leaving) counts.set(step, (counts.get(step) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (most === undefined) return null;
  const [step] = most;
  const there = new Set(leaving.flatMap((one) => (one.step === step ? [one.index] : [])));
  const ways = new Map<string, Way & { readonly indices: number[] }>();
  for (const { index, says, difference } of stepsOf(explanation)[step]?.contradicts ?? []) {
    if (!there.has(index)) continue;
    const way = ways.get(says);
    if (way === undefined) ways.set(says, { indices: [index], says, difference });
    else way.indices.push(index);
  }
  return { step, ways: [...ways.values()].sort((a, b) => b.indices.length - a.indices.length) };
}
