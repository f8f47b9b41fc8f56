import type { Assessing } from '../group-state.ts';

/** Seconds that the calls left take at the pace of those made; null before one is made. */
export function secondsLeft({ done, total, from, since, at }: Assessing): number | null {
  const made = done - from;
  return made <= 0 ? null : ((at - since) / 1000 / made) * (total - done);
}
