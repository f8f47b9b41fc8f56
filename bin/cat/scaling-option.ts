/** `--scaling` and `--subsets`: which smaller groups a synthesis is written of. */
import type { Scaling } from '../../src/group/smaller.ts';
import { expectation, isWithin, SUBSETS_BOUND, type Bound } from '../../src/run/settings.ts';

/** What was given of it, for groups of `group`; a text says what is wrong with it. */
export function scalingNamed(
  list: string | undefined,
  subsets: string | undefined,
  group: number,
): Scaling | string {
  if (list === undefined) return subsets === undefined ? {} : '--subsets belongs to --scaling';
  const sizes: Bound = { low: 1, high: group, whole: true };
  const smallerGroups = list.split(',').map(numberIn);
  if (!smallerGroups.every((size) => isWithin(sizes, size))) {
    return `--scaling needs sizes such as 1,2, each ${expectation(sizes)}, not "${list}"`;
  }
  const smallerSubsets = subsets === undefined ? 1 : numberIn(subsets);
  if (!isWithin(SUBSETS_BOUND, smallerSubsets)) {
    return `--subsets needs ${expectation(SUBSETS_BOUND)}, not "${subsets ?? ''}"`;
  }
  return { smallerGroups: [...new Set(smallerGroups)].sort((a, b) => a - b), smallerSubsets };
}

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
