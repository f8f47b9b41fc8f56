/** What every store keeps to with plans, entries and sets: one suite, run on each. */
import { beforeEach, expect, test } from 'vitest';
import type { GroupId, RunId, SetId } from '../../src/base/id.ts';
import type { Evaluation } from '../../src/group/group.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import type { Entry, Missed, Plan } from '../../src/group/plan.ts';
import type { SetItem } from '../../src/question/set/item.ts';
import type { QuestionSet, Store } from '../../src/store/store.ts';
import { done, evaluation, recipe } from './samples.ts';

const run = 'run-x' as RunId;
const record = { id: run, name: 'a run', createdAt: 5 };
const groupId = (at: number): GroupId => `group-${at}` as GroupId;

export const item = (at: number, more: Partial<SetItem> = {}): SetItem => ({
  question: { kind: 'verifiable', text: `Question ${at}?`, truth: '1' },
  tags: [],
  ...more,
});

const plan = (count: number, more: Partial<Plan> = {}): Plan => ({
  runId: run,
  set: 'a set',
  items: Array.from({ length: count }, (_, at) => item(at)),
  recipes: { verifiable: recipe },
  ...more,
});

const outcome = outcomeOf({ ...done('a'), evaluation });
export const entry = (index: number, more: Partial<Entry> = {}): Entry => ({
  runId: run,
  index,
  groupId: groupId(index),
  outcome,
  ...more,
});
const missed = (index: number): Missed => ({
  runId: run,
  index,
  fault: { kind: 'question-too-long', tokens: 900, limit: 500 },
});
const questionSet = (name: string, more: Partial<QuestionSet> = {}): QuestionSet => ({
  id: `set-${name}` as SetId,
  name,
  createdAt: 1,
  count: 2,
  open: 1,
  ...more,
});

/** The groups of these numbers, done and of this run. */
async function putGroups(store: Store, places: readonly number[], runId = run): Promise<void> {
  for (const at of places) await store.putGroup(done(String(at), { runId, createdAt: at }));
}

export function keepsRuns(make: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await make();
  });

  test('the list of single groups passes over those of runs with a plan', async () => {
    await store.putPlan(record, plan(2));
    await putGroups(store, [0, 1]);
    for (const [at, name] of ['old', 'new'].entries()) {
      const runId = `run-${name}` as RunId;
      await store.putRun({ id: runId, name, createdAt: at });
      await store.putGroup(done(name, { runId, createdAt: at }));
    }
    const names = async (limit: number, of?: 'single') => (await store.list(limit, of)).map(({ id }) => id);
    expect(await names(9, 'single')).toEqual(['group-new', 'group-old']);
    expect(await names(1, 'single')).toEqual(['group-new']);
    expect(await names(0, 'single')).toEqual([]);
    expect(await names(9)).toHaveLength(4);
  });

  test('a plan comes back whole, with its run', async () => {
    const whole = plan(700, {
      items: Array.from({ length: 700 }, (_, at) =>
        at === 3
          ? {
              question: { kind: 'open', text: 'Why?', rubric: [{ criterion: 'Says so.', points: -2 }] },
              id: 'x/3',
              subject: 'physics',
              level: '5',
              tags: ['a', 'b'],
            }
          : item(at),
      ),
      recipes: { verifiable: recipe, open: { ...recipe, judging: { repeats: 1, permute: true } } },
    });
    await store.putPlan(record, whole);
    expect(await store.plan(run)).toEqual(whole);
    expect(await store.runs()).toEqual([record]);
    const { runId, set, recipes } = whole;
    expect(await store.plans()).toEqual([
      { runId, set, recipes, planned: 700, done: 0, missed: 0 },
    ]);
  });

  test('a run without a plan has none, and no entries', async () => {
    expect(await store.plan(run)).toBeNull();
    expect(await store.entriesOf(run)).toEqual([]);
    expect(await store.plans()).toEqual([]);
  });

  test('entries come back equal and by index, whatever order they came in', async () => {
    await store.putPlan(record, plan(600));
    const places = [599, 0, 256, 255, 7];
    await putGroups(store, places);
    for (const at of places) await store.putEntry(entry(at));
    expect(await store.entriesOf(run)).toEqual([0, 7, 255, 256, 599].map((at) => entry(at)));
    expect(await store.plans()).toMatchObject([{ done: 5, missed: 0 }]);
  });

  test('a long run comes back whole and in its order, where many of its questions have no entry', async () => {
    const long = plan(2600);
    await store.putPlan(record, long);
    const places = [2599, 0, 300, 520, 800, 1100, 1400, 1023, 1024, 2000, 2300];
    await putGroups(store, places);
    for (const at of places) await store.putEntry(entry(at));
    const inOrder = [...places].sort((a, b) => a - b);
    expect(await store.entriesOf(run)).toEqual(inOrder.map((at) => entry(at)));
    expect((await store.plan(run))?.items).toEqual(long.items);
  });

  test('an entry written again takes the place of the first, and counts once', async () => {
    await store.putPlan(record, plan(2));
    await putGroups(store, [0, 1]);
    await store.putEntry(entry(0));
    const again = entry(0, { groupId: groupId(1), outcome: { ...outcome, disagrees: false } });
    await store.putEntry(again);
    expect(await store.entriesOf(run)).toEqual([again]);
    expect(await store.plans()).toMatchObject([{ done: 1 }]);
  });

  test('an outcome of an open question with choices comes back equal', async () => {
    await store.putPlan(record, plan(1));
    await putGroups(store, [0]);
    const open = entry(0, {
      outcome: {
        ...outcome,
        scored: 'rubric',
        right: [],
        clusters: [null, null],
        rewards: [0.25, null],
        sureness: [null, -0.5],
        // By its own criteria the synthesis, which they are made from, has no score.
        scores: { ...outcome.scores, bestOfN: 0.25, majority: null, synthesis: null },
        costs: { ...outcome.costs, bestOfN: { tokens: 9, promptTokens: 70, seconds: 1.25 } },
        choices: { bestOfN: null, selfConsistency: 'not-taught' },
      },
    });
    await store.putEntry(open);
    expect(await store.entriesOf(run)).toEqual([open]);
  });

  test('a question that was missed is no longer once it has an entry, and not again', async () => {
    await store.putPlan(record, plan(3));
    await putGroups(store, [1]);
    await store.putMissed(missed(2));
    await store.putMissed(missed(1));
    await store.putMissed(missed(1));
    expect(await store.missedOf(run)).toEqual([missed(1), missed(2)]);
    expect(await store.plans()).toMatchObject([{ done: 0, missed: 2 }]);
    await store.putEntry(entry(1));
    await store.putMissed(missed(1));
    expect(await store.missedOf(run)).toEqual([missed(2)]);
    expect(await store.plans()).toMatchObject([{ done: 1, missed: 1 }]);
  });

  test('what is written to a removed run, or of a removed group, does not bring it back', async () => {
    await putGroups(store, [0]);
    await store.putEntry(entry(0));
    await store.putMissed(missed(0));
    expect(await store.entriesOf(run)).toEqual([]);
    expect(await store.missedOf(run)).toEqual([]);
    await store.putPlan(record, plan(2));
    await store.putEntry(entry(1));
    expect(await store.entriesOf(run)).toEqual([]);
    expect(await store.plans()).toMatchObject([{ done: 0, missed: 0 }]);
  });

  test('an entry follows the evaluation of its group, and is told', async () => {
    await store.putPlan(record, plan(2));
    await putGroups(store, [0, 1]);
    await store.putEntry(entry(0));
    await store.putEntry(entry(1));
    const later: Evaluation = { ...evaluation, disagrees: false, rewards: [1, 1] };
    const renewed = await store.finishGroup(groupId(0), 'done', later, []);
    const expected = entry(0, { outcome: { ...outcome, disagrees: false, rewards: [1, 1] } });
    expect(renewed).toEqual([expected]);
    expect(await store.entriesOf(run)).toEqual([expected, entry(1)]);
    expect(await store.finishGroup(groupId(1), 'stopped', null, [])).toEqual([]);
  });

  test('a removed group takes its entry along, and undo brings both back', async () => {
    await store.putPlan(record, plan(2));
    await putGroups(store, [0, 1]);
    await store.putEntry(entry(0));
    await store.putEntry(entry(1));
    const removed = await store.remove({ group: groupId(0) });
    expect(removed).toMatchObject({ entries: [entry(0)], runs: [] });
    expect(await store.entriesOf(run)).toEqual([entry(1)]);
    expect(await store.plans()).toMatchObject([{ done: 1 }]);
    await store.restore(removed);
    expect(await store.entriesOf(run)).toEqual([entry(0), entry(1)]);
    expect(await store.plans()).toMatchObject([{ done: 2 }]);
  });

  test('a planned run stays without a group, and its record with it', async () => {
    await store.putPlan(record, plan(1));
    await putGroups(store, [0]);
    await store.remove({ group: groupId(0) });
    expect(await store.runs()).toEqual([record]);
    expect(await store.plan(run)).toEqual(plan(1));
  });

  test.each([{ run }, 'everything'] as const)(
    'removing %j takes plan, entries and what was missed, and undo brings them back',
    async (what) => {
      await store.putPlan(record, plan(300));
      await putGroups(store, [0, 299]);
      await store.putEntry(entry(0));
      await store.putEntry(entry(299));
      await store.putMissed(missed(4));
      const removed = await store.remove(what);
      expect(await store.plan(run)).toBeNull();
      expect(await store.plans()).toEqual([]);
      expect(await store.entriesOf(run)).toEqual([]);
      expect(await store.missedOf(run)).toEqual([]);
      expect(await store.runs()).toEqual([]);
      await store.restore(removed);
      expect(await store.plan(run)).toEqual(plan(300));
      expect(await store.entriesOf(run)).toEqual([entry(0), entry(299)]);
      expect(await store.missedOf(run)).toEqual([missed(4)]);
      expect(await store.plans()).toMatchObject([{ planned: 300, done: 2, missed: 1 }]);
    },
  );

  test('a group that another run needs becomes its own, until undo', async () => {
    const other = 'run-y' as RunId;
    await store.putPlan(record, plan(2));
    await store.putPlan({ ...record, id: other }, plan(1, { runId: other }));
    await putGroups(store, [0, 1]);
    await store.putEntry(entry(0));
    await store.putEntry(entry(1));
    const borrowed = entry(0, { runId: other });
    await store.putEntry(borrowed);
    const removed = await store.remove({ run });
    expect(removed.groups.map(({ id }) => id)).toEqual([groupId(1)]);
    expect(await store.entriesOf(other)).toEqual([borrowed]);
    expect((await store.group(groupId(0)))?.runId).toBe(other);
    await store.restore(removed);
    expect((await store.group(groupId(0)))?.runId).toBe(run);
    expect(await store.entriesOf(run)).toEqual([entry(0), entry(1)]);
    expect(await store.entriesOf(other)).toEqual([borrowed]);
  });

  test('a plan written again begins anew', async () => {
    await store.putPlan(record, plan(2));
    await putGroups(store, [0]);
    await store.putEntry(entry(0));
    await store.putMissed(missed(1));
    await store.putPlan(record, plan(1));
    expect(await store.plan(run)).toEqual(plan(1));
    expect(await store.entriesOf(run)).toEqual([]);
    expect(await store.plans()).toMatchObject([{ planned: 1, done: 0, missed: 0 }]);
  });

  test('a run is renamed, and one that is not there is not made', async () => {
    await store.putPlan(record, plan(1));
    await store.renameRun(run, 'another name');
    await store.renameRun('run-z' as RunId, 'nobody');
    expect(await store.runs()).toEqual([{ ...record, name: 'another name' }]);
  });

  test('sets come back newest first, each with its items in their order', async () => {
    const many = Array.from({ length: 600 }, (_, at) => item(at));
    expect(await store.putSet(questionSet('old'), [item(0), item(1)])).toBeNull();
    expect(await store.putSet(questionSet('new', { createdAt: 2, count: 600 }), many)).toBeNull();
    expect((await store.sets()).map(({ name }) => name)).toEqual(['new', 'old']);
    expect(await store.itemsOf(questionSet('new').id)).toEqual(many);
    await store.removeSet(questionSet('new').id);
    expect(await store.sets()).toEqual([questionSet('old')]);
    expect(await store.itemsOf(questionSet('new').id)).toEqual([]);
    expect(await store.itemsOf(questionSet('old').id)).toEqual([item(0), item(1)]);
  });

  test('sets outlive everything, and the items of plans do not', async () => {
    await store.putSet(questionSet('kept'), [item(0)]);
    await store.putPlan(record, plan(1));
    await store.remove('everything');
    expect(await store.itemsOf(questionSet('kept').id)).toEqual([item(0)]);
    expect(await store.plan(run)).toBeNull();
  });
}
