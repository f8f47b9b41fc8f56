/** Runs in the page: fills a store of its own and measures it. Loaded through Vite, as source. */
import type { Group } from '../src/group/group.ts';
import type { GroupId } from '../src/base/id.ts';
import { openStore } from '../src/store/open.ts';

export interface StoreTimes {
  /** Milliseconds, one for each run. */
  readonly list: number[];
  readonly whole: number[];
  readonly find: number[];
  readonly rollout: number[];
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const copyOf = (model: Group, number: number): Group => ({
  ...model,
  id: `bench-${number}` as GroupId,
  question: { kind: 'verifiable', text: `Question ${number}?`, truth: '4' },
  questionHash: `question-${number}` as Group['questionHash'],
  createdAt: model.createdAt + number,
});

/** Stores `count` copies of the group, then measures each reading and writing `runs` times. */
async function measure(
  model: Group,
  count: number,
  shown: number,
  runs: number,
): Promise<StoreTimes> {
  const store = await openStore({ name: 'cat-lab-bench' });
  if (store.kind !== 'indexeddb') throw new Error('IndexedDB cannot be used');
  const { rollouts, synthesis, evaluation } = model;
  if (synthesis === undefined || evaluation === undefined) throw new Error('the group is not done');
  await store.putRun({ id: model.runId, name: 'bench', createdAt: model.createdAt });
  for (let number = 0; number < count; number++) {
    const group = copyOf(model, number);
    await store.putGroup({ ...group, status: 'running', rollouts: [] });
    await Promise.all(rollouts.map((rollout) => store.putRollout(group.id, rollout)));
    await store.putSynthesis(group.id, synthesis);
    await store.finishGroup(group.id, 'done', evaluation, []);
  }
  const times: StoreTimes = { list: [], whole: [], find: [], rollout: [] };
  for (let run = 0; run < runs; run++) {
    const listed = await store.list(shown);
    if (listed.length !== shown) throw new Error(`${listed.length} listed`);
    times.list.push(await timed(() => store.list(shown)));
    times.whole.push(await timed(() => Promise.all(listed.map(({ id }) => store.group(id)))));
    const asked = copyOf(model, Math.floor(((run + 0.5) * count) / runs));
    times.find.push(await timed(() => store.findGroup(asked.recipeHash, asked.questionHash)));
    const fresh = copyOf(model, count + run);
    await store.putGroup({ ...fresh, status: 'running', rollouts: [] });
    const all = await timed(async () => {
      for (const rollout of rollouts) await store.putRollout(fresh.id, rollout);
    });
    times.rollout.push(all / rollouts.length);
  }
  store.close();
  return times;
}

declare global {
  var measureStore: typeof measure;
}

globalThis.measureStore = measure;
