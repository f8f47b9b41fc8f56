import type { Compare, Reading } from '../reward/maths/reading.ts';

/**
 * Groups answers of one value: by place, the number of the cluster, counted in order of first
 * appearance, or null where there is no answer. Each answer is compared with the first of every
 * cluster, so a cluster is one answer and what equals it; `15 %` equals both 15 and 0.15, which
 * do not equal each other, and joins whichever came first. An undecided pair is kept apart.
 */
export async function cluster(
  readings: readonly Reading[],
  compare: Compare,
): Promise<(number | null)[]> {
  const firsts: Reading[] = [];
  const clusters: (number | null)[] = [];
  for (const reading of readings) {
    if (reading.kind === 'absent') {
      clusters.push(null);
      continue;
    }
    let found = -1;
    for (let at = 0; at < firsts.length && found < 0; at++) {
      if ((await compare(firsts[at] as Reading, reading)) === 'equal') found = at;
    }
    clusters.push(found < 0 ? firsts.push(reading) - 1 : found);
  }
  return clusters;
}
