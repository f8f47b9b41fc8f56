/**
 * Filters that the charts share: each chart is drawn from the questions that pass all filters but its
 * own, so that what it could be set to instead stays to be seen; the list holds those that pass all.
 */
import type { Entry } from '../../group/plan.ts';
import type { Bin } from '../../group/picture/distribution.ts';
import { isAllWrong, isIn, quadrantIn, valuesOf } from '../../run/pictures.ts';
import type { Quadrant } from '../../stats/quadrants.ts';

/** What each filter is set to; null or false lets everything pass. */
export interface Filters {
  readonly quadrant: Quadrant | null;
  /** Only questions on which no rollout is right. */
  readonly allWrong: boolean;
  /** Only questions of which a rollout has such a reward, or such an advantage. */
  readonly reward: Bin | null;
  readonly advantage: Bin | null;
}

export type FilterName = keyof Filters;

export const NO_FILTERS: Filters = { quadrant: null, allWrong: false, reward: null, advantage: null };

export const FILTER_NAMES = Object.keys(NO_FILTERS) as readonly FilterName[];

export const isFiltered = (filters: Filters): boolean =>
  FILTER_NAMES.some((name) => filters[name] !== NO_FILTERS[name]);

export interface Linked {
  /** Passes all filters: the list, and the charts that have no filter of their own. */
  readonly listed: readonly Entry[];
  /** For the chart that sets this filter: passes all the others. */
  readonly seenBy: Readonly<Record<FilterName, readonly Entry[]>>;
}

/** In the order of the entries. */
export function linkFilters(entries: readonly Entry[], filters: Filters): Linked {
  if (!isFiltered(filters)) {
    return {
      listed: entries,
      seenBy: { quadrant: entries, allWrong: entries, reward: entries, advantage: entries },
    };
  }
  const listed: Entry[] = [];
  const seenBy: Record<FilterName, Entry[]> = { quadrant: [], allWrong: [], reward: [], advantage: [] };
  for (const entry of entries) {
    const failed = FILTER_NAMES.filter((name) => !passes(entry, filters, name));
    if (failed.length === 0) {
      listed.push(entry);
      for (const name of FILTER_NAMES) seenBy[name].push(entry);
    } else if (failed.length === 1) {
      seenBy[failed[0] as FilterName].push(entry);
    }
  }
  return { listed, seenBy };
}

function passes({ outcome }: Entry, filters: Filters, name: FilterName): boolean {
  switch (name) {
    case 'quadrant':
      return filters.quadrant === null || quadrantIn(outcome) === filters.quadrant;
    case 'allWrong':
      return !filters.allWrong || isAllWrong(outcome);
    case 'reward':
    case 'advantage': {
      const bin = filters[name];
      return bin === null || valuesOf(name, outcome).some((value) => isIn(bin, value));
    }
    default:
      return name satisfies never;
  }
}
