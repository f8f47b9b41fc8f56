import type { Equality } from './reading.ts';

type Pair<T> = (x: T, y: T) => Promise<Equality>;

/** Each with the one at its place; one different pair settles it. */
export async function inOrder<T>(
  a: readonly T[],
  b: readonly T[],
  pair: Pair<T>,
): Promise<Equality> {
  if (a.length !== b.length) return 'different';
  let verdict: Equality = 'equal';
  for (const [at, item] of a.entries()) {
    const here = await pair(item, b[at] as T);
    if (here === 'different') return 'different';
    if (here === 'undecided') verdict = 'undecided';
  }
  return verdict;
}

/** Each with some partner of its own; one without any possible partner settles it. */
export async function inAnyOrder<T>(
  a: readonly T[],
  b: readonly T[],
  pair: Pair<T>,
): Promise<Equality> {
  if (a.length !== b.length) return 'different';
  const rest = [...b];
  let verdict: Equality = 'equal';
  for (const item of a) {
    const verdicts: Equality[] = [];
    for (const other of rest) {
      verdicts.push(await pair(item, other));
      if (verdicts.at(-1) === 'equal') break;
    }
    const match = verdicts.indexOf('equal');
    if (match >= 0) rest.splice(match, 1);
    else if (verdicts.includes('undecided')) verdict = 'undecided';
    else return 'different';
  }
  return verdict;
}
