import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { RunId } from '../../src/base/id.ts';
import type { SampleRequest } from '../../src/engine/sample.ts';
import { smallerOf } from '../../src/group/evidence.ts';
import type { Group } from '../../src/group/group.ts';
import { createRunLocks } from '../../src/run/locks.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { scriptedSpec } from '../kit/engine.ts';
import { disk, full } from './full-disk.ts';
import { createLabKit, finishLoad, isSynthesis, question, settings } from './lab-kit.ts';
import type { LabKit } from './lab-kit.ts';

/** Rollouts answer 4, 5, 4, 5; a synthesis of all 5, of fewer whatever the first of them says. */
const script = (request: SampleRequest, index: number): string => {
  if (!isSynthesis(request)) return `So the answer is ${index % 2 === 0 ? 4 : 5}.`;
  const read = request.messages[0]!.content.match(/answer is \d/g) ?? [];
  return `So the answer is ${read.length === 4 ? 5 : read[0]?.slice(-1)}.`;
};

async function kit(parts: Parameters<typeof createLabKit>[0] = {}): Promise<LabKit> {
  const made = await createLabKit(parts);
  made.engine.script = script;
  return made;
}

const shape = (group: Group | null): string[] =>
  smallerOf(group!.evidence).map(({ members }) => members.join('-')).sort();
const syntheses = ({ engine }: LabKit): SampleRequest[] =>
  engine.calls.flatMap(({ requests }) => requests.filter(isSynthesis));

describe('the synthesis of smaller groups that a recipe names', () => {
  test('follows the group: written, stored, told and scored', async () => {
    const made = await kit();
    const wanted = settings({ group: 4, smallerGroups: [2, 1, 4, 2] });
    const group = await made.lab.ask(question('2 + 3?', '5'), wanted);
    expect(group?.status).toBe('done');
    expect(group?.recipe).toMatchObject({ smallerGroups: [1, 2, 4], smallerSubsets: 1 });
    const pieces = smallerOf(group!.evidence);
    expect(pieces.map(({ size }) => size).sort()).toEqual([1, 2]);
    for (const { members, synthesis } of pieces) {
      expect(synthesis.plan.order).toEqual(members);
      expect(synthesis.text).toBe(`So the answer is ${members[0]! % 2 === 0 ? 4 : 5}.`);
    }
    expect(new Set([group!.synthesis!.seed, ...pieces.map(({ synthesis }) => synthesis.seed)]).size).toBe(3);
    const right = group!.evaluation!.smaller!.map(({ members, truth }) => [members[0]! % 2 === 1, truth]);
    expect(right).toEqual(right.map(([isRight]) => [isRight, isRight ? 'equal' : 'different']));
    expect(await made.store.group(group!.id)).toEqual(group);
    const told = made.events.flatMap((event) =>
      event.kind === 'assessing' ? [[event.job, event.done, event.total]] : [],
    );
    expect(told).toEqual([0, 1, 2].map((done) => ['smaller-synthesis', done, 2]));
  });

  test('is asked for beside each other, with the prompt and the sampling of the whole one', async () => {
    const made = await kit();
    made.engine.script = (request, index) =>
      isSynthesis(request) && syntheses(made).length > 1 ? undefined : script(request, index);
    const asked = made.lab.ask(question('2 + 3?', '5'), settings({ group: 4, smallerGroups: [1, 2, 3] }));
    // The rollouts, the whole group's synthesis, and the three smaller ones before any of them has ended.
    for (let call = 0; call < 5; call++) await made.engine.nextCall();
    expect(syntheses(made)).toHaveLength(4);
    for (const { sampling, messages } of syntheses(made)) {
      expect(sampling).toEqual(syntheses(made)[0]!.sampling);
      expect(messages[0]!.content.startsWith('Combine.\n')).toBe(true);
      expect(messages[0]!.content).not.toContain('2 + 3');
    }
    for (const call of made.engine.calls.slice(-3)) call.answer(0, 'So the answer is 5.');
    expect(smallerOf((await asked)!.evidence)).toHaveLength(3);
  });

  test('is not written again, and goes on in a group of the same texts where more are asked for', async () => {
    const made = await kit();
    const first = await made.lab.ask(question('2 + 3?', '5'), settings({ group: 4, smallerGroups: [1] }));
    const same = await made.lab.ask(question('2 + 3?', '5'), settings({ group: 4 }));
    expect(same?.id).toBe(first?.id);
    const calls = made.engine.calls.length;
    const more = await made.lab.ask(question('2 + 3?', '5'), settings({ group: 4, smallerGroups: [1, 2] }));
    expect(made.engine.calls).toHaveLength(calls + 1);
    expect(more?.rollouts).toEqual(first?.rollouts);
    expect(shape(more)).toEqual(expect.arrayContaining(shape(first)));
  });

  test('is nothing of an open question, and out of bounds above G', async () => {
    const { lab, faults } = await kit();
    expect(await lab.ask(question('2 + 3?'), settings({ group: 4, smallerGroups: [5] }))).toBeNull();
    expect(await lab.ask(question('2 + 3?'), settings({ smallerGroups: [1], smallerSubsets: 33 }))).toBeNull();
    expect(faults()).toMatchObject([{ setting: 'smallerGroups', value: '5' }, { setting: 'smallerSubsets' }]);
  });

  test('counts as wrong where the members are empty, and is not asked', async () => {
    const made = await kit();
    made.engine.script = (request, index) => (isSynthesis(request) || index > 0 ? script(request, 1) : '');
    const group = await made.lab.ask(question('2 + 3?', '5'), settings({ group: 2, smallerGroups: [1], smallerSubsets: 2 }));
    expect(group?.status).toBe('done');
    const [empty] = smallerOf(group!.evidence).filter(({ members }) => members[0] === 0);
    expect(empty?.synthesis).toMatchObject({
      tokens: 0,
      stop: 'fault',
      fault: { kind: 'no-rollouts' },
      plan: { omitted: [{ index: 0, why: 'empty' }] },
    });
    expect(group!.evaluation!.smaller!.map(({ truth }) => truth).sort()).toEqual(['different', 'equal']);
    expect(syntheses(made)).toHaveLength(2);
  });
});

describe('smaller groups out of finished ones', () => {
  const run = 'run-a' as RunId;
  const finished = async (made: LabKit): Promise<void> => {
    await made.lab.experiment(
      [question('2 + 3?', '5'), question('2 + 2?', '4')],
      settings({ group: 4 }),
      { runId: run },
    );
    for (let call = 0; call < 4; call++) await made.engine.nextCall();
    made.events.length = 0;
  };

  test('are written for all groups of a run, and once', async () => {
    const made = await kit();
    await finished(made);
    const calls = made.engine.calls.length;
    expect(await made.lab.scale({ run }, [1, 2, 4])).toEqual({ groups: 2, written: 4, missing: 0 });
    expect(made.engine.calls).toHaveLength(calls + 4);
    const groups = await made.store.groupsOf(run);
    for (const group of groups) {
      expect(group.evaluation?.smaller?.map(({ size }) => size)).toEqual([1, 2]);
      expect(group.recipe.smallerGroups).toEqual([1, 2, 4]);
      expect(group.rollouts).toHaveLength(4);
    }
    expect(made.events.filter(({ kind }) => kind === 'evaluated')).toHaveLength(2);
    expect(made.events.filter(({ kind }) => kind === 'group-done')).toHaveLength(2);
    expect(await made.lab.scale({ run }, [1, 2])).toEqual({ groups: 2, written: 0, missing: 0 });
    expect(await made.lab.scale({ groups: [groups[0]!.id] }, [2], { smallerSubsets: 3 })).toEqual({
      groups: 1,
      written: 2,
      missing: 0,
    });
    expect(made.engine.calls).toHaveLength(calls + 6);
  });

  test('are counted before they are written, and those that are there are not', async () => {
    const made = await kit();
    await finished(made);
    const whole = await made.lab.estimateScale(run, [1, 2, 4]);
    expect(whole.calls).toBe(4);
    expect(whole.seconds).not.toBeNull();
    await made.lab.scale({ run }, [1]);
    expect((await made.lab.estimateScale(run, [1, 2])).calls).toBe(2);
    expect((await made.lab.estimateScale(run, [1])).calls).toBe(0);
    expect(await made.lab.estimateScale('run-other' as RunId, [1])).toEqual({ calls: 0, seconds: null });
  });

  test('are estimated from groups of the whole run, not of its beginning', async () => {
    const made = await kit();
    const questions = Array.from({ length: 23 }, (_, at) => question(`2 + ${at}?`, '5'));
    await made.lab.experiment(questions, settings({ group: 4 }), { runId: run });
    const read: string[] = [];
    const { group } = made.store;
    made.store.group = (id) => {
      read.push(id);
      return group(id);
    };
    const places = (await made.store.entriesOf(run)).map(({ groupId }) => groupId as string);
    await made.lab.estimateScale(run, [1]);
    const seen = read.map((id) => places.indexOf(id));
    expect([seen.length, seen[0], Math.max(...seen)]).toEqual([12, 0, 21]);
  });

  test('are written and counted of questions with a known answer alone', async () => {
    const made = await kit();
    await made.lab.experiment([question('2 + 3?', '5'), question('2 + 2?')], settings({ group: 4 }), { runId: run });
    const { calls } = await made.lab.estimateScale(run, [1, 2]);
    expect(calls).toBe(2);
    expect(await made.lab.scale({ run }, [1, 2])).toMatchObject({ written: calls, missing: 0 });
    expect((await made.store.groupsOf(run)).map(({ evidence }) => smallerOf(evidence).length).sort()).toEqual([0, 2]);
  });

  test('are counted once where two questions of the run have one group', async () => {
    const made = await kit();
    await finished(made);
    const [entry] = await made.store.entriesOf(run);
    const before = await made.lab.estimateScale(run, [1]);
    await made.store.putEntry({ ...entry!, index: 2 });
    expect(await made.store.entriesOf(run)).toHaveLength(3);
    expect((await made.lab.estimateScale(run, [1])).calls).toBe(before.calls);
  });

  test('stand in the outcomes of the run, which are told again', async () => {
    const made = await kit();
    await finished(made);
    await made.lab.scale({ run }, [1]);
    const told = made.events.flatMap((event) => (event.kind === 'entry' ? [event.entry] : []));
    expect(told.map(({ outcome }) => outcome.smaller)).toEqual(
      told.map(() => [{ size: 1, score: expect.any(Number) as number, subsets: 1 }]),
    );
    expect(told.sort((a, b) => a.index - b.index)).toEqual(await made.store.entriesOf(run));
    expect(told).toHaveLength(2);
  });

  test('keep what came before a stop', async () => {
    const made = await kit();
    await finished(made);
    let syntheses = 0;
    made.engine.script = (request, index) => (syntheses++ === 0 ? script(request, index) : undefined);
    const came = new Promise<void>((resolve) => {
      made.lab.listen(({ kind }) => kind === 'evidence' && resolve());
    });
    const scaling = made.lab.scale({ run }, [1, 2]);
    await came;
    made.lab.stop();
    expect(await scaling).toMatchObject({ written: 1, missing: 3 });
    const groups = await made.store.groupsOf(run);
    const had = groups.filter(({ evaluation }) => evaluation?.smaller !== undefined);
    expect(had.map(({ evaluation }) => evaluation!.smaller!.length)).toEqual([1]);
    expect(groups.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(had[0]!.recipe).not.toHaveProperty('smallerGroups');
    made.engine.script = script;
    expect(await made.lab.scale({ run }, [1, 2])).toEqual({ groups: 2, written: 3, missing: 0 });
  });

  test('may be kept elsewhere, and are told without being stored', async () => {
    const made = await kit();
    await finished(made);
    const [group] = await made.store.groupsOf(run);
    const other = await kit();
    expect(await other.lab.scale({ given: [group!] }, [1])).toEqual({ groups: 1, written: 1, missing: 0 });
    const evaluated = other.events.flatMap((event) => (event.kind === 'evaluated' ? [event.evaluation] : []));
    expect(evaluated).toMatchObject([{ smaller: [{ size: 1 }] }]);
    expect(await other.store.list(9)).toEqual([]);
  });

  test('of another anchor are left as they are, which is told', async () => {
    const made = await kit();
    await finished(made);
    const loading = made.lab.load({ ...scriptedSpec, id: 'other' });
    await finishLoad(made.engine);
    await loading;
    expect(await made.lab.scale({ run }, [1])).toEqual({ groups: 0, written: 0, missing: 0 });
    expect(made.faults()).toMatchObject([
      { kind: 'model-differs', role: 'anchor', wanted: { model: 'scripted' }, loaded: { model: 'other' } },
    ]);
  });

  test('that another tab works on are left to it, which is told', async () => {
    const locks = createRunLocks(undefined);
    const made = await kit({ locks });
    await finished(made);
    const release = await locks.hold(run);
    expect(await made.lab.scale({ run }, [1])).toMatchObject({ groups: 0 });
    expect(made.faults()).toEqual([{ kind: 'run-locked', run }]);
    release?.();
    expect(await made.lab.scale({ run }, [1])).toMatchObject({ groups: 2, written: 2 });
  });

  test('go on where an engine broke, once it is built again', async () => {
    const made = await kit();
    await finished(made);
    const lost: Fault = { kind: 'worker-died', engine: 'wllama', reason: 'gone' };
    made.engine.script = (request, index) => (made.faults().length > 0 ? script(request, index) : undefined);
    const scaling = made.lab.scale({ run }, [1]);
    for (let call = 0; call < 2; call++) await made.engine.nextCall();
    const loaded = finishLoad(made.engine);
    made.engine.lose(lost, 1);
    await loaded;
    expect(await scaling).toEqual({ groups: 2, written: 2, missing: 0 });
  });

  test('need a size that there can be', async () => {
    const { lab, faults } = await kit();
    expect(await lab.scale({ run }, [0])).toBeNull();
    expect(faults()).toMatchObject([{ kind: 'setting-invalid', setting: 'smallerGroups', value: '0' }]);
  });

  test('stop where storage is full, say how much is needed, and go on where room was made', async () => {
    const { store, below, isFull } = disk();
    const made = await kit({ store });
    await finished(made);
    made.lab.listen((event) => {
      if (event.kind === 'evidence') isFull(true);
    });
    // 4 of one, 6 of two, 4 of three, of each question.
    const wanted = [[1, 2, 3], { smallerSubsets: 6 }] as const;
    const scaled = await made.lab.scale({ run }, ...wanted);
    expect(scaled!.written).toBeLessThan(28);
    expect(made.faults()[0]).toEqual(full);
    expect(made.faults().at(-1)).toMatchObject({ kind: 'storage-full', free: 0 });
    const { needed = 0 } = made.faults().at(-1) as Extract<Fault, { kind: 'storage-full' }>;
    const left = 28 - scaled!.written;
    expect(needed).toBeGreaterThan(100 * left);
    expect(needed).toBeLessThan(2000 * left);

    const calls = made.engine.calls.length;
    expect(await made.lab.scale({ run }, ...wanted)).toBeNull();
    expect(made.engine.calls).toHaveLength(calls);
    expect(made.faults().at(-1)).toEqual({ ...full, needed, free: 0 });

    const again = await kit({ store });
    isFull(false);
    expect(await again.lab.scale({ run }, ...wanted)).toEqual({ groups: 2, written: left, missing: 0 });
    expect(again.kinds()).toContain('storage-regained');
    expect(store.kind).toBe('indexeddb');
    for (const { outcome } of await below.entriesOf(run)) {
      expect(outcome.smaller?.map(({ size, subsets }) => [size, subsets])).toEqual([[1, 4], [2, 6], [3, 4]]);
    }
    expect((await again.lab.estimateScale(run, [1, 2, 3])).calls).toBe(0);
  });

  test('are written in memory where nothing could be kept from the start', async () => {
    const { store, isFull } = disk({ kind: 'storage-denied', reason: 'private' });
    isFull(true);
    await store.putRun({ id: 'run-z' as RunId, name: 'z', createdAt: 1 });
    const made = await kit({ store });
    await finished(made);
    expect(await made.lab.scale({ run }, [1])).toEqual({ groups: 2, written: 2, missing: 0 });
  });

  test.each([
    ['before it evaluated them anew', ['putGroup', 'finishGroup']],
    ['before its entries followed', ['finishGroup']],
  ])('that a tab wrote which died %s are taken into account, and not written again', async (_name, lost) => {
    const under = createMemoryStore();
    let isDying = false;
    const store = new Proxy<Store>(under, {
      get: (target, name) =>
        isDying && lost.includes(String(name)) ? () => Promise.resolve([]) : (Reflect.get(target, name) as unknown),
    });
    const made = await kit({ store });
    await finished(made);
    isDying = true;
    await made.lab.scale({ run }, [1, 2]);
    isDying = false;
    expect((await store.groupsOf(run)).map(shape)).toEqual([expect.any(Array), expect.any(Array)]);
    expect((await store.entriesOf(run)).map(({ outcome }) => outcome.smaller)).toEqual([undefined, undefined]);
    expect((await made.lab.estimateScale(run, [1, 2])).calls).toBe(4);

    const next = await kit({ store });
    const calls = next.engine.calls.length;
    expect(await next.lab.scale({ run }, [1, 2])).toEqual({ groups: 2, written: 0, missing: 0 });
    expect(next.engine.calls).toHaveLength(calls);
    expect((await next.lab.estimateScale(run, [1, 2])).calls).toBe(0);
    const groups = await store.groupsOf(run);
    for (const { evaluation, recipe } of groups) {
      expect(evaluation?.smaller?.map(({ size }) => size)).toEqual([1, 2]);
      expect(recipe.smallerGroups).toEqual([1, 2]);
    }
    const told = next.events.flatMap((event) => (event.kind === 'entry' ? [event.entry] : []));
    expect(told.sort((a, b) => a.index - b.index)).toEqual(await store.entriesOf(run));
    expect(told).toHaveLength(2);

    next.events.length = 0;
    await next.lab.scale({ groups: groups.map(({ id }) => id) }, [1, 2]);
    expect(next.kinds()).toEqual([]);
  });
});
