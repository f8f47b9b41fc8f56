/** What every store keeps to when it takes over pieces of another history. */
import { beforeEach, expect, test } from 'vitest';
import type { GroupId, RunId, SetId } from '../../src/base/id.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import type { Entry, Plan } from '../../src/group/plan.ts';
import type { Piece, RunRecord, Store } from '../../src/store/store.ts';
import { done, evaluation, recipe, rubric, selection } from './samples.ts';

const runId = 'run-m' as RunId;
const run: RunRecord = { id: runId, name: 'Merged', createdAt: 5 };
const plan: Plan = {
  runId,
  set: 'some',
  recipes: { verifiable: recipe },
  items: ['a', 'b', 'c'].map((name) => ({
    question: { kind: 'verifiable', text: `Question ${name}?`, truth: '1' },
    tags: [],
  })),
};
const group = (name: string) => done(name, { runId, evidence: [selection, rubric] });
const entry = (index: number, name: string): Entry => ({
  runId,
  index,
  groupId: `group-${name}` as GroupId,
  outcome: outcomeOf({ ...group(name), evaluation, synthesis: group(name).synthesis }),
});
const set = { id: 'set-m' as SetId, name: 'Kept', createdAt: 3, count: 3, open: 0 };

export const pieces: readonly Piece[] = [
  { kind: 'run', run },
  { kind: 'plan', plan },
  { kind: 'missed', missed: { runId, index: 2, fault: { kind: 'question-empty' } } },
  { kind: 'set', set, items: plan.items },
  { kind: 'group', group: group('a') },
  { kind: 'entry', entry: entry(0, 'a') },
  { kind: 'group', group: group('b') },
  { kind: 'entry', entry: entry(1, 'b') },
];

/** Each comes some turns of the event loop later, as from a file that is read. */
export const slowly = (all: readonly Piece[]) =>
  async function* (): AsyncGenerator<Piece> {
    for (const piece of all) {
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      });
      yield piece;
    }
  };

export function mergesPieces(make: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await make();
  });

  test('takes over a whole history, however slowly it comes', async () => {
    expect(await store.merge(slowly(pieces))).toEqual({
      ok: true,
      value: { run: 1, plan: 1, set: 1, group: 2, entry: 2, missed: 1 },
    });
    expect(await store.runs()).toEqual([run]);
    expect(await store.plan(runId)).toEqual(plan);
    expect(await store.plans()).toMatchObject([{ planned: 3, done: 2, missed: 1 }]);
    expect(await store.entriesOf(runId)).toEqual([entry(0, 'a'), entry(1, 'b')]);
    expect(await store.itemsOf(set.id)).toEqual(plan.items);
    expect(await store.group('group-a' as GroupId)).toMatchObject({ ...group('a'), evidence: expect.anything() as unknown });
  });

  test('taken over twice, nothing is new', async () => {
    await store.merge(slowly(pieces));
    expect(await store.merge(slowly(pieces))).toEqual({
      ok: true,
      value: { run: 0, plan: 0, set: 0, group: 0, entry: 0, missed: 0 },
    });
    expect(await store.plans()).toMatchObject([{ planned: 3, done: 2, missed: 1 }]);
  });

  test('what is here stays as it is, and an entry follows the group that is here', async () => {
    const own = done('a', { runId: 'run-own' as RunId, evaluation: { ...evaluation, disagrees: false } });
    await store.putRun({ id: own.runId, name: 'Own', createdAt: 1 });
    await store.putGroup(own);
    await store.merge(slowly(pieces));
    expect(await store.group(own.id)).toEqual(own);
    const [first] = await store.entriesOf(runId);
    expect(first?.outcome.disagrees).toBe(false);
  });

  test('where the pieces break off, nothing of them is kept', async () => {
    const broken = async function* (): AsyncGenerator<Piece> {
      yield* slowly(pieces.slice(0, 6))();
      throw new Error('torn');
    };
    await expect(store.merge(broken)).rejects.toThrow('torn');
    expect(await store.runs()).toEqual([]);
    expect(await store.plans()).toEqual([]);
    expect(await store.list(10)).toEqual([]);
    expect(await store.sets()).toEqual([]);
    expect((await store.merge(slowly(pieces))).ok).toBe(true);
  });
}
