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

/** Each with a partner of its own, whatever the order: `15 %, 15` is `15, 0.15`, each only one way. */
export async function inAnyOrder<T>(
  a: readonly T[],
  b: readonly T[],
  pair: Pair<T>,
): Promise<Equality> {
  if (a.length !== b.length) return 'different';
  const known = new Map<number, Equality>();
  const verdict = async (at: number, of: number): Promise<Equality> => {
    const place = at * b.length + of;
    const found = known.get(place) ?? (await pair(a[at] as T, b[of] as T));
    known.set(place, found);
    return found;
  };
  for (const good of [['equal'], ['equal', 'undecided']] as const) {
    const partner = new Map<number, number>();
    /** Finds a partner for one of the first, for which others may have to change theirs (Kuhn 1955). */
    const settle = async (at: number, tried: Set<number>): Promise<boolean> => {
      for (let of = 0; of < b.length; of++) {
        if (tried.has(of) || !(good as readonly Equality[]).includes(await verdict(at, of))) continue;
        tried.add(of);
        const other = partner.get(of);
        if (other !== undefined && !(await settle(other, tried))) continue;
        partner.set(of, at);
        return true;
      }
      return false;
    };
    let all = true;
    for (let at = 0; at < a.length && all; at++) all = await settle(at, new Set());
    if (all) return good.length === 1 ? 'equal' : 'undecided';
  }
  return 'different';
}
