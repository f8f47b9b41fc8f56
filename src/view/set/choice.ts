/** What a person has chosen of a set: labels, a part at random. */
import type { Selection } from '../../question/set/select.ts';

export const FACETS = ['subjects', 'levels', 'tags'] as const;
export type Facet = (typeof FACETS)[number];

export interface Choice extends Readonly<Record<Facet, ReadonlySet<string>>> {
  /** As typed; empty where all are wanted. */
  readonly part: string;
  readonly seed: string;
}

/** More questions at once are neither kept nor run: they would have to be in memory together. */
export const MOST_CHOSEN = 100_000;

export const SEED_RANGE = { low: 0, high: 2 ** 32 - 1 } as const;

export const everything: Choice = {
  subjects: new Set(),
  levels: new Set(),
  tags: new Set(),
  part: '',
  seed: '1',
};

/** Of a facet without a tick all are wanted. */
export function filtersOf(choice: Choice): Selection {
  const ticked = FACETS.filter((facet) => choice[facet].size > 0);
  return Object.fromEntries(ticked.map((facet) => [facet, [...choice[facet]]]));
}

/** Null where a number is not one. */
export function selectionOf(choice: Choice): Selection | null {
  const { part, seed } = numbersOf(choice);
  if (part === 'invalid' || seed === 'invalid') return null;
  return { ...filtersOf(choice), ...(part === null ? {} : { sample: { count: part, seed } }) };
}

export function numbersOf(choice: Choice): {
  readonly part: number | null | 'invalid';
  readonly seed: number | 'invalid';
} {
  const isAll = choice.part.trim() === '';
  return {
    part: isAll ? null : (wholeWithin(choice.part, 1, MOST_CHOSEN) ?? 'invalid'),
    seed: isAll ? 0 : (wholeWithin(choice.seed, SEED_RANGE.low, SEED_RANGE.high) ?? 'invalid'),
  };
}

/** How many questions that is, of so many that match. */
export function chosenOf(choice: Choice, matching: number): number {
  const { part } = numbersOf(choice);
  return part === null || part === 'invalid' ? matching : Math.min(part, matching);
}

/** A whole number in digits between two, both included; null for anything else. */
export function wholeWithin(text: string, low: number, high: number): number | null {
  if (!/^\s*\d{1,15}\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}
