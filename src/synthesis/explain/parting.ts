import type { Contradiction, Explanation } from './explanation.ts';
import { stepsOf } from './explanation.ts';

/** Where rollouts leave the way of the synthesis. */
export interface Parting {
  /** Place among the steps, from 0. */
  readonly step: number;
  /** Who parts there, by what they say instead; most first, then in order of index. */
  readonly ways: readonly Way[];
  /** Who parts elsewhere, by where: most first, then the earlier step. */
  readonly elsewhere: readonly PartedAt[];
}

export interface PartedAt {
  readonly step: number;
  readonly indices: readonly number[];
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
  const byStep = new Map<number, number[]>();
  for (const { index, step } of explanation.parted) {
    if (among.includes(index)) byStep.set(step, [...(byStep.get(step) ?? []), index]);
  }
  const [most, ...elsewhere] = [...byStep]
    .map(([step, indices]): PartedAt => ({ step, indices }))
    .sort((a, b) => b.indices.length - a.indices.length || a.step - b.step);
  if (most === undefined) return null;
  const { step } = most;
  const there = new Set(most.indices);
  const ways = new Map<string, Way & { readonly indices: number[] }>();
  for (const { index, says, difference } of stepsOf(explanation)[step]?.contradicts ?? []) {
    if (!there.has(index)) continue;
    const way = ways.get(says);
    if (way === undefined) ways.set(says, { indices: [index], says, difference });
    else way.indices.push(index);
  }
  const told = [...ways.values()].sort((a, b) => b.indices.length - a.indices.length);
  return { step, ways: told, elsewhere };
}
