/** Runs in the page: how long what stands behind a run's page takes, read and counted, without drawing. */
import type { RunId } from '../src/base/id.ts';
import type { Entry } from '../src/group/plan.ts';
import type { Lab } from '../src/run/lab.ts';
import {
  binsOf,
  distributionOf,
  methodsPicture,
  quadrantsPicture,
  scalingPicture,
} from '../src/run/pictures.ts';
import { makeReport } from '../src/run/report.ts';
import { linkFilters, NO_FILTERS } from '../src/view/experiment/linked-filters.ts';
import type { Filters } from '../src/view/experiment/linked-filters.ts';

/** Milliseconds, one for each time; the first is of code that has not run before. */
export interface ExperimentTimes {
  readonly list: number[];
  readonly entries: number[];
  /** Of each filter. */
  readonly filters: number[][];
  readonly curves: number[];
  readonly report: number[];
  readonly history: number[];
}

const EARLIER = 200;

export async function experimentTimes(
  lab: Lab,
  run: RunId,
  expected: { readonly runs: number; readonly questions: number },
  times: number,
): Promise<ExperimentTimes> {
  const turns = Array.from({ length: times }, (_, turn) => turn);
  const timed = async (work: () => unknown): Promise<number[]> => {
    const took: number[] = [];
    for (const _ of turns) {
      const start = performance.now();
      await work();
      took.push(performance.now() - start);
    }
    return took;
  };
  const opened = await lab.entries(run);
  const runs = await lab.experiments();
  const entries = opened?.entries ?? [];
  const recipe = opened?.plan.recipes.verifiable;
  if (entries.length !== expected.questions) throw new Error(`${entries.length} entries`);
  if (runs.length !== expected.runs) throw new Error(`${runs.length} runs`);
  if (recipe === undefined) throw new Error('the plan has no recipe');
  const outcomes = entries.map(({ outcome }) => outcome);
  const filters: number[][] = [];
  for (const one of filtersOf(entries)) filters.push(await timed(() => filtered(entries, one)));
  return {
    list: await timed(() => lab.experiments()),
    entries: await timed(() => lab.entries(run)),
    filters,
    curves: await timed(() => [scalingPicture(entries), methodsPicture(entries)]),
    report: await timed(() => makeReport(recipe, outcomes, { tokens: 0, seconds: 0 })),
    history: await timed(() => lab.history(EARLIER)),
  };
}

/** One of each kind. */
function filtersOf(entries: readonly Entry[]): Filters[] {
  const reward = binsOf('reward', entries)[1] ?? null;
  const advantage = binsOf('advantage', entries)[7] ?? null;
  return [
    { ...NO_FILTERS, quadrant: 'disagree-right' },
    { ...NO_FILTERS, quadrant: 'agree-right' },
    { ...NO_FILTERS, allWrong: true },
    { ...NO_FILTERS, reward },
    { ...NO_FILTERS, advantage },
  ];
}

/** What the page counts anew as a filter is set; throws where the filter lets all or nothing pass. */
function filtered(entries: readonly Entry[], filters: Filters): readonly unknown[] {
  const { listed, seenBy } = linkFilters(entries, filters);
  if (listed.length === 0 || listed.length === entries.length) {
    throw new Error(`${JSON.stringify(filters)} lets ${listed.length} pass`);
  }
  return [
    scalingPicture(listed),
    methodsPicture(listed),
    quadrantsPicture(seenBy.quadrant),
    quadrantsPicture(seenBy.allWrong),
    distributionOf('reward', seenBy.reward, binsOf('reward', entries)),
    distributionOf('advantage', seenBy.advantage, binsOf('advantage', entries)),
  ];
}
