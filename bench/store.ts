/** The store with many groups in it, in a real IndexedDB. */
import { median } from '../src/stats/median.ts';
import { inPage } from './served-page.ts';
import { sampleGroup } from './sample-group.ts';
import { row, type Row } from './row.ts';
import type { StoreTimes } from './store-page.ts';

const count = 1000;
const shown = 50;
const runs = 9;
/** Milliseconds: what a person does not notice, and what a rollout of nano does not feel. */
const findBudget = 50;
const writeBudget = 20;

/** Runs store-page.ts in a page that Vite serves. */
async function storeTimes(): Promise<StoreTimes> {
  const group = await sampleGroup();
  return inPage({ script: 'store-page.ts', packages: ['idb', 'valibot'] }, (page) =>
    page.evaluate(
      ([model, many, few, times]) => globalThis.measureStore(model, many, few, times),
      [group, count, shown, runs] as const,
    ),
  );
}

export async function storeRows(say: (text: string) => void): Promise<Row[]> {
  say(`a store of ${count} groups`);
  const times = await storeTimes();
  const common = { suite: 'store', engine: null, group: 8, metric: 'time', unit: 'ms' } as const;
  return [
    row({
      ...common,
      name: `newest ${shown} of ${count} groups: the list against the whole groups`,
      ours: median(times.list),
      against: median(times.whole),
      better: 'less',
    }),
    row({
      ...common,
      name: `the stored answer among ${count} groups`,
      ours: median(times.find),
      against: findBudget,
      better: 'less',
    }),
    row({
      ...common,
      name: 'a rollout written',
      ours: median(times.rollout),
      against: writeBudget,
      better: 'less',
    }),
  ];
}
