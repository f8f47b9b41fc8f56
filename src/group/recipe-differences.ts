/** In what two recipes differ: what a comparison of two runs is about. */
import { canonicalJson } from '../base/hash.ts';
import type { Recipe } from './recipe.ts';

export interface RecipeDifference {
  /** Such as `sampling.temperature`. */
  readonly path: string;
  /** Plain data; undefined where the recipe has none. */
  readonly first: unknown;
  readonly second: unknown;
}

/** By path; lists count as a whole. */
export const recipeDifferences = (first: Recipe, second: Recipe): RecipeDifference[] =>
  differences('', first, second).sort((a, b) => (a.path < b.path ? -1 : 1));

function differences(path: string, first: unknown, second: unknown): RecipeDifference[] {
  if (!isRecord(first) || !isRecord(second)) {
    const isSame = canonicalJson({ value: first }) === canonicalJson({ value: second });
    return isSame ? [] : [{ path, first, second }];
  }
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...names].flatMap((name) =>
    differences(path === '' ? name : `${path}.${name}`, first[name], second[name]),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
