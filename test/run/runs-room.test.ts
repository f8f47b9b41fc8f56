import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import { verdictsOf } from '../../src/group/evidence.ts';
import type { SetItem } from '../../src/question/set/item.ts';
import type { BeginOptions } from '../../src/run/experiments.ts';
import { freeOf } from '../../src/run/room.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { disk, full } from './full-disk.ts';
import { answering, createLabKit, question, settings } from './lab-kit.ts';
import { generalSpec, openQuestion, openSettings, playing } from './open-kit.ts';
import { options as sums } from './run-kit.ts';

const items: readonly SetItem[] = Array.from({ length: 6 }, (_, at) => ({
  question: question(`1 + ${at}?`, String(at + 1)),
  tags: [],
}));
const options = (more: Partial<BeginOptions> = {}): BeginOptions => sums({ items, ...more });

describe('storage that is nearly full', () => {
  test('stops a run before a question, says how much is needed, and keeps what is done', async () => {
    let free = 1e9;
    const storage = () => Promise.resolve({ quota: 2e9, usage: 2e9 - free });
    const kit = await createLabKit({ storage });
    kit.engine.script = answering(['2'], '2');
    kit.lab.listen((event) => {
      if (event.kind === 'entry') free = 10;
    });
    const report = await kit.lab.begin(options());
    const [summary] = await kit.lab.experiments();
    expect(summary).toMatchObject({ state: 'paused', missed: 0 });
    expect(summary!.done).toBeGreaterThan(0);
    expect(summary!.done).toBeLessThan(6);
    expect(report?.questions).toBe(summary!.done);
    const [fault, ...others] = kit.faults();
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ kind: 'storage-full', free: 10 });
    const { needed = 0 } = fault as Extract<Fault, { kind: 'storage-full' }>;
    // A group is a few kilobytes here.
    expect(needed).toBeGreaterThan(1000);
    expect(needed).toBeLessThan(6 * 20_000);

    free = 1e9;
    kit.lab.listen((event) => {
      if (event.kind === 'entry') free = 1e9;
    });
    expect((await kit.lab.resume(summary!.run.id))?.questions).toBe(6);
    expect(await kit.lab.experiments()).toMatchObject([{ state: 'done', done: 6 }]);
  });

  test('is not looked for where the browser does not tell', async () => {
    expect(await freeOf(undefined)).toBeNull();
    expect(await freeOf(() => Promise.resolve({}))).toBeNull();
    expect(await freeOf(() => Promise.reject(new Error('no')))).toBeNull();
    expect(await freeOf(() => Promise.resolve({ quota: 10, usage: 12 }))).toBe(0);
    const kit = await createLabKit({ storage: () => Promise.resolve({}) });
    kit.engine.script = answering(['2'], '2');
    expect((await kit.lab.begin(options()))?.questions).toBe(6);
  });
});

describe('a disk that refuses during a run', () => {
  test('stops it rather than go on in memory, with what is done kept, and it goes on where room was made', async () => {
    const { store, below, isFull } = disk();
    const kit = await createLabKit({ store });
    kit.engine.script = answering(['2'], '2');
    kit.lab.listen((event) => {
      if (event.kind === 'entry') isFull(true);
    });
    await kit.lab.begin(options());
    const [summary] = await kit.lab.experiments();
    const kept = await below.entriesOf(summary!.run.id);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(6);
    expect(kit.faults()[0]).toEqual(full);
    expect(kit.faults().at(-1)).toMatchObject({ kind: 'storage-full', free: 0 });
    expect(kit.faults().at(-1)).toHaveProperty('needed');
    const neededFor = (fault: Fault | undefined): number => (fault as { readonly needed?: number }).needed ?? 0;
    const calls = kit.engine.calls.length;
    // At most what was in flight beside the question that found no room.
    expect(calls).toBeLessThanOrEqual(2 * (kept.length + 3));

    expect(await kit.lab.resume(summary!.run.id)).toBeNull();
    expect(await kit.lab.begin(options({ name: 'another' }))).toBeNull();
    expect(kit.engine.calls).toHaveLength(calls);
    expect(kit.faults().slice(-2)).toMatchObject([
      { kind: 'storage-full', free: 0 },
      { kind: 'storage-full', free: 0 },
    ]);

    // What is left of the one, all of the other.
    const [left, whole] = kit.faults().slice(-2).map(neededFor);
    expect(left).toBeCloseTo(((6 - kept.length) / 6) * whole!, -1);

    const quiet = await createLabKit({ store });
    quiet.engine.script = answering(['2'], '2');
    isFull(false);
    expect((await quiet.lab.resume(summary!.run.id))?.questions).toBe(6);
    expect(store.kind).toBe('indexeddb');
    expect(quiet.events.filter(({ kind }) => kind === 'storage-regained')).toHaveLength(1);
    expect((await below.entriesOf(summary!.run.id)).map(({ index }) => index)).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
    expect((await below.groupsOf(summary!.run.id)).map(({ status }) => status)).toEqual(
      Array(6).fill('done'),
    );
  });

  test('that is lost for another reason is not told as full', async () => {
    const newer: Fault = { kind: 'storage-newer', found: 9, supported: 3 };
    const { store, isFull } = disk(newer);
    const kit = await createLabKit({ store });
    kit.engine.script = answering(['2'], '2');
    kit.lab.listen((event) => {
      if (event.kind === 'entry') isFull(true);
    });
    await kit.lab.begin(options());
    expect(kit.faults()).toEqual([newer]);
  });

  test('is told as having room again where removing something made it', async () => {
    const { store, isFull } = disk();
    const kit = await createLabKit({ store });
    kit.engine.script = answering(['2'], '2');
    const group = await kit.lab.ask(question('1 + 1?'), settings());
    isFull(true);
    await kit.lab.ask(question('1 + 2?'), settings());
    expect(store.kind).toBe('memory');
    isFull(false);
    await kit.lab.remove({ group: group!.id });
    expect(store.kind).toBe('indexeddb');
    expect(kit.events.map(({ kind }) => kind)).toContain('storage-regained');
    expect(await kit.lab.history(10)).toMatchObject([{ question: '1 + 2?', status: 'done' }]);
  });

  test('has a verdict that was overruled meanwhile in the entry of its run, once there is room again', async () => {
    const { store, below, isFull } = disk();
    const kit = await createLabKit({ store, spec: generalSpec });
    kit.engine.script = playing();
    const open = [{ question: openQuestion('How do I sleep well?'), tags: [] }];
    await kit.lab.begin(options({ items: open, settings: openSettings() }));
    const other = await kit.lab.ask(openQuestion('How do I wake up?'), openSettings());
    const [summary] = await kit.lab.experiments();
    const { run } = summary!;
    const rewards = async () => (await below.entriesOf(run.id)).map(({ outcome }) => outcome.rewards);
    expect(await rewards()).toEqual([[0.2, 0.4]]);
    const [group] = await store.groupsOf(run.id);
    const verdict = verdictsOf(group!.evidence).find((one) => one.criterion === 4 && one.rollout === 0);
    isFull(true);
    await kit.lab.amend(group!.id, { ...verdict!, overruled: 'yes' });
    expect(await rewards()).toEqual([[0.2, 0.4]]);
    isFull(false);
    await kit.lab.remove({ group: other!.id });
    expect(await rewards()).toEqual([[0.4, 0.4]]);
  });

  test('lets a run work in memory where nothing could be kept from the start', async () => {
    const kit = await createLabKit({ store: createMemoryStore() });
    kit.engine.script = answering(['2'], '2');
    expect((await kit.lab.begin(options()))?.questions).toBe(6);
    expect(kit.faults()).toEqual([]);
  });
});

describe('an estimate', () => {
  test('knows no time before anything was done, and room for the longest answers', async () => {
    const kit = await createLabKit({ storage: () => Promise.resolve({ quota: 100, usage: 40 }) });
    const { seconds, bytes, free } = await kit.lab.estimate(items, settings());
    expect(seconds).toBeNull();
    expect(free).toBe(60);
    const longer = settings({ sampling: { ...settings().sampling, maxTokens: 512 } });
    expect((await kit.lab.estimate(items, longer)).bytes).toBeGreaterThan(1.5 * bytes);
  });

  test('goes by earlier groups of the same model, in proportion to the questions and to G', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    await kit.lab.begin(options());
    const [few, many] = [items.slice(0, 3), items];
    const one = await kit.lab.estimate(few, settings());
    const two = await kit.lab.estimate(many, settings());
    expect(one.seconds).toBeGreaterThan(0);
    expect(two.seconds).toBeCloseTo(2 * one.seconds!, 9);
    expect(two.bytes / one.bytes).toBeCloseTo(2, 1);
    // One synthesis and 2 rollouts, with the one for voting at equal compute or without it.
    const rollouts = settings().equalCompute ? 3 : 2;
    const wider = await kit.lab.estimate(few, settings({ group: 8 }));
    expect(wider.seconds! / one.seconds!).toBeCloseTo((rollouts + 7) / (rollouts + 1), 9);
    expect(wider.free).toBeNull();
  });

  test('counts the synthesis of smaller groups, of those alone that are smaller than G', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    await kit.lab.begin(options());
    const plain = await kit.lab.estimate(items, settings({ group: 4 }));
    const scaled = await kit.lab.estimate(items, settings({ group: 4, smallerGroups: [1, 2, 4] }));
    expect(plain.smaller).toBe(0);
    expect(scaled.smaller).toBe(2 * items.length);
    expect(scaled.seconds!).toBeGreaterThanOrEqual(plain.seconds!);
    expect(scaled.bytes).toBeGreaterThan(plain.bytes);
  });

  test('counts none of questions without a known answer, which the run writes none of either', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    const wanted = settings({ group: 4, smallerGroups: [1, 2] });
    const half = items.map((item, at) => (at % 2 === 0 ? item : { ...item, question: question(item.question.text) }));
    const { smaller } = await kit.lab.estimate(half, wanted);
    await kit.lab.begin(options({ items: half, settings: wanted }));
    const written = kit.events.filter((event) => event.kind === 'evidence' && event.evidence.kind === 'smaller-synthesis');
    expect(written).toHaveLength(smaller);
    expect(smaller).toBe(half.length);
  });

  test('does not take the groups of another model for its own', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    await kit.lab.begin(options());
    const other = await createLabKit({ store: kit.store, spec: { id: 'other', engine: 'wllama', urls: ['x'], chat: 'nano' } });
    expect((await other.lab.estimate(items, settings())).seconds).toBeNull();
  });
});
