import { describe, expect, test } from 'vitest';
import type { RunId } from '../../src/base/id.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import type { SampleRequest } from '../../src/engine/sample.ts';
import type { SetItem } from '../../src/question/set/item.ts';
import { createRunLocks } from '../../src/run/locks.ts';
import { defaultPrompts } from '../../src/run/prompts.ts';
import { ScriptedEngine, scriptedSpec } from '../kit/engine.ts';
import {
  answering,
  createLabKit,
  finishLoad,
  isSynthesis,
  nextLoad,
  question,
  settings,
} from './lab-kit.ts';
import type { LabKit, LabKitParts } from './lab-kit.ts';
import { generalSpec, openQuestion } from './open-kit.ts';
import { items, onlyRun, options } from './run-kit.ts';

const long: SetItem = { question: question('word '.repeat(3000)), tags: [] };

const textOf = ({ messages }: SampleRequest): string => messages.map(({ content }) => content).join('\n');

/** A run that was paused in its second question, with the first one done. */
async function pausedRun(parts: LabKitParts = {}): Promise<LabKit & { readonly run: RunId }> {
  const kit = await createLabKit(parts);
  const running = kit.lab.begin(options());
  const first = await kit.engine.nextCall();
  first.answer(0, 'The answer is 2.');
  first.answer(1, 'The answer is 2.');
  for (;;) {
    const call = await kit.engine.nextCall();
    if (!isSynthesis(call.requests[0]!)) continue;
    const ended = new Promise<void>((resolve) => {
      kit.lab.listen((event) => {
        if (event.kind === 'entry') resolve();
      });
    });
    call.answer(0, 'The answer is 2.');
    await ended;
    break;
  }
  kit.lab.stop();
  await running;
  return { ...kit, run: (await onlyRun(kit)).run.id };
}

describe('a run', () => {
  test('has its plan written before the first question is asked, with its recipes', async () => {
    const kit = await createLabKit();
    const running = kit.lab.begin(options());
    await kit.engine.nextCall();
    const { run, state, planned, done } = await onlyRun(kit);
    expect({ state, planned, done, name: run.name }).toEqual({
      ...{ state: 'here', planned: 4, done: 0, name: 'a run' },
    });
    const plan = await kit.store.plan(run.id);
    expect(plan).toMatchObject({ set: 'sums', items });
    const [group] = await kit.store.groupsOf(run.id);
    expect(plan?.recipes).toEqual({ verifiable: group?.recipe });
    kit.lab.stop();
    await running;
    expect((await onlyRun(kit)).state).toBe('paused');
  });

  test('asks each kind of question with the prompts that were changed for it', async () => {
    const kit = await createLabKit({ spec: generalSpec });
    const open: SetItem = { question: openQuestion('How do I sleep well?'), tags: [] };
    const solve = 'Advise: {question}';
    const running = kit.lab.begin(
      options({ items: [items[0]!, open], settings: settings({ prompts: { solve } }), prompts: { open: { solve }, verifiable: {} } }),
    );
    await kit.engine.nextCall();
    const plan = await kit.store.plan((await onlyRun(kit)).run.id);
    expect(plan?.recipes.open?.prompts).toEqual({ ...defaultPrompts('general', 'open'), solve });
    expect(plan?.recipes.verifiable?.prompts).toEqual(defaultPrompts('general', 'verifiable'));
    kit.lab.stop();
    await running;
  });

  test('is refused for prompts that it would be asked with, and for no others', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    const wrong = { solve: 'Nothing' };
    const first = items.slice(0, 1);
    expect(await kit.lab.begin(options({ items: first, prompts: { open: wrong } }))).not.toBeNull();
    expect(await kit.lab.begin(options({ items: first, prompts: { verifiable: wrong } }))).toBeNull();
    expect(kit.faults()).toMatchObject([{ kind: 'setting-invalid', setting: 'prompts.solve' }]);
  });

  test('has an entry for each question as it ends, and comes to a report over them', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2', '3'], '3');
    const report = await kit.lab.begin(options());
    expect(report).toMatchObject({ questions: 4, accuracy: { synthesis: 0.25, oracle: 0.5 } });
    const { run, state, done } = await onlyRun(kit);
    expect({ state, done }).toEqual({ state: 'done', done: 4 });
    const entries = (await kit.lab.entries(run.id))?.entries ?? [];
    expect(entries.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    for (const { index, groupId, outcome } of entries) {
      const group = await kit.store.group(groupId);
      expect(group?.question).toEqual(items[index]!.question);
      expect(outcome).toEqual(outcomeOf({ ...group!, evaluation: group!.evaluation! }));
    }
    const told = kit.events.flatMap((event) => (event.kind === 'entry' ? [event.entry] : []));
    expect(told.sort((a, b) => a.index - b.index)).toEqual(entries);
  });

  test('that was paused goes on by its own plan, whatever the settings are now', async () => {
    const { lab, engine, store, run, events } = await pausedRun();
    expect((await store.entriesOf(run)).map(({ index }) => index)).toEqual([0]);
    events.length = 0;
    engine.script = answering(['2', '3'], '3');
    const before = engine.calls.length;
    const report = await lab.resume(run);
    expect(report?.questions).toBe(4);
    // Two rollouts and a synthesis for each that was left, at most.
    const asked = engine.calls.slice(before).flatMap(({ requests }) => requests);
    expect(asked.length).toBeLessThanOrEqual(9);
    const groups = await store.groupsOf(run);
    expect(groups.map(({ status }) => status)).toEqual(Array(4).fill('done'));
    expect(new Set(groups.map(({ recipeHash }) => recipeHash)).size).toBe(1);
    const progress = events.flatMap((event) =>
      event.kind === 'run-progress' ? [[event.done, event.total]] : [],
    );
    expect(progress).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  test('that is done is not sampled again, and gives its report', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2', '3'], '3');
    const first = await kit.lab.begin(options());
    const calls = kit.engine.calls.length;
    const again = await kit.lab.resume((await onlyRun(kit)).run.id);
    expect(kit.engine.calls).toHaveLength(calls);
    expect(again).toMatchObject({ questions: 4, accuracy: first!.accuracy, tokensPerSecond: 0 });
  });

  test('that nobody has begun is not taken up', async () => {
    const { lab, engine } = await createLabKit();
    expect(await lab.resume('run-x' as RunId)).toBeNull();
    expect(await lab.entries('run-x' as RunId)).toBeNull();
    expect(engine.calls).toEqual([]);
  });

  test('that is deleted while it waits for the model does not go on', async () => {
    const { lab, engine, store, run, faults } = await pausedRun();
    engine.script = answering(['2', '3'], '3');
    const calls = engine.calls.length;
    const loading = lab.load(scriptedSpec);
    await nextLoad(engine);
    const resumed = lab.resume(run);
    // It has read its plan by then, and waits for nothing but the model.
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    expect(await lab.remove({ run })).toBe(true);
    engine.finishLoad();
    await loading;
    expect(await resumed).toBeNull();
    expect(engine.calls).toHaveLength(calls);
    expect(faults()).toEqual([]);
    expect(await store.groupsOf(run)).toEqual([]);
  });

  test('keeps to what the models are: another one in a role is told, and nothing is sampled', async () => {
    const other = new ScriptedEngine({ loaded: false });
    const { lab, engine, faults, run } = await pausedRun({ other });
    const mark = { engine: 'wllama', model: 'scripted', revision: 'scripted' };
    const loaded = { ...mark, model: 'another' };
    const anchor = lab.load({ ...scriptedSpec, id: 'another' }, { role: 'anchor' });
    await finishLoad(other);
    await anchor;
    const calls = engine.calls.length;
    expect(await lab.resume(run)).toBeNull();
    expect(faults().at(-1)).toEqual({ kind: 'model-differs', role: 'anchor', wanted: mark, loaded });
    await lab.unload('anchor');
    const policy = lab.load({ ...scriptedSpec, id: 'another' });
    await finishLoad(engine);
    await policy;
    expect(await lab.resume(run)).toBeNull();
    expect(faults().at(-1)).toEqual({ kind: 'model-differs', role: 'policy', wanted: mark, loaded });
    expect(engine.calls).toHaveLength(calls);
  });

  test('goes on where its engine died', async () => {
    const kit = await createLabKit();
    const running = kit.lab.begin(options({ items: items.slice(0, 1) }));
    const call = await kit.engine.nextCall();
    call.answer(0, 'The answer is 2.');
    kit.engine.script = answering(['2'], '2');
    kit.engine.loaded = null;
    call.faultAll({ kind: 'worker-died', engine: 'wllama', reason: 'trap' });
    await finishLoad(kit.engine);
    expect(await running).toMatchObject({ questions: 1 });
    expect(await onlyRun(kit)).toMatchObject({ state: 'done', done: 1, missed: 0 });
  });

  test('leaves what its engine died under to be done later', async () => {
    const kit = await createLabKit();
    const running = kit.lab.begin(options({ items: items.slice(0, 1) }));
    const call = await kit.engine.nextCall();
    kit.engine.loaded = null;
    call.faultAll({ kind: 'worker-died', engine: 'wllama', reason: 'trap' });
    for (let turn = 0; kit.engine.loads.length < 2 && turn < 1000; turn++) await Promise.resolve();
    kit.engine.failLoad({ kind: 'out-of-memory', reason: 'no room' });
    await running;
    expect(await onlyRun(kit)).toMatchObject({ state: 'paused', done: 0, missed: 0 });
  });

  test('has missed a question under which its engine dies again and again, and goes on with the others', async () => {
    const kit = await createLabKit();
    const died = { kind: 'worker-died', engine: 'wllama', reason: 'trap' } as const;
    kit.engine.script = (request) => {
      if (isSynthesis(request)) return 'The answer is 2.';
      return textOf(request).includes('1 + 2?') ? died : 'The answer is 2.';
    };
    expect(await kit.lab.begin(options())).toMatchObject({ questions: 3 });
    const { run, ...rest } = await onlyRun(kit);
    expect(rest).toMatchObject({ state: 'done', done: 3, missed: 1 });
    expect((await kit.lab.entries(run.id))?.missed).toMatchObject([{ index: 1, fault: died }]);
    kit.engine.script = answering(['2'], '2');
    await kit.lab.resume(run.id);
    expect(await onlyRun(kit)).toMatchObject({ state: 'done', done: 4, missed: 0 });
  });

  test('owes the answers that its server was too busy for, and counts none of them as wrong', async () => {
    const kit = await createLabKit();
    const busy = { kind: 'server-busy', server: 'a.org', status: 429, reason: 'slow down' } as const;
    kit.engine.script = (request, index) =>
      index === 1 && textOf(request).includes('1 + 1?') && !isSynthesis(request) ? busy : 'The answer is 2.';
    expect(await kit.lab.begin(options())).toMatchObject({ questions: 3 });
    const { run, ...rest } = await onlyRun(kit);
    expect(rest).toMatchObject({ state: 'done', done: 3, missed: 1 });
    const before = kit.engine.calls.length;
    kit.engine.script = answering(['2'], '2');
    expect(await kit.lab.resume(run.id)).toMatchObject({ questions: 4 });
    // The answer that was given stands: only the other one is asked for, and then the synthesis.
    expect(kit.engine.calls.slice(before).map(({ requests }) => requests.length)).toEqual([1, 1]);
    const { entries = [] } = (await kit.lab.entries(run.id)) ?? {};
    expect(entries.find(({ index }) => index === 0)?.outcome.right).toEqual([true, true]);
  });

  test('pauses where its server is too busy for one question after another', async () => {
    const kit = await createLabKit();
    const busy = { kind: 'server-busy', server: 'a.org', status: 503, reason: 'full' } as const;
    kit.engine.script = () => busy;
    const many = Array.from({ length: 9 }, (_, at) => ({ question: question(`${at} + 1?`, String(at + 1)), tags: [] }));
    await kit.lab.begin(options({ items: many }));
    const { state, done, missed } = await onlyRun(kit);
    expect([state, done]).toEqual(['paused', 0]);
    expect(missed).toBeGreaterThanOrEqual(3);
    expect(missed).toBeLessThan(6);
  });

  test('has missed a question that does not fit, and tries it again', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    const report = await kit.lab.begin(options({ items: [long, ...items.slice(0, 1)] }));
    expect(report?.questions).toBe(1);
    const { run, ...rest } = await onlyRun(kit);
    expect(rest).toMatchObject({ state: 'done', planned: 2, done: 1, missed: 1 });
    const progress = kit.events.flatMap((event) =>
      event.kind === 'run-progress' ? [[event.done, event.missed, event.total]] : [],
    );
    // As long as it goes on too, what is missed is not among what is done.
    expect([progress[0], progress.at(-1)]).toEqual([[0, 0, 2], [1, 1, 2]]);
    const { missed = [] } = (await kit.lab.entries(run.id)) ?? {};
    expect(missed).toMatchObject([{ index: 0, fault: { kind: 'question-too-long' } }]);
    await kit.lab.resume(run.id);
    expect(kit.faults().map(({ kind }) => kind)).toEqual([
      'question-too-long',
      'question-too-long',
    ]);
    expect(await onlyRun(kit)).toMatchObject({ done: 1, missed: 1 });
  });

  test('of work that the store has takes its groups, which outlive the run that they came from', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    await kit.lab.begin(options());
    const first = (await onlyRun(kit)).run.id;
    const calls = kit.engine.calls.length;
    await kit.lab.begin(options({ name: 'again' }));
    expect(kit.engine.calls).toHaveLength(calls);
    const [second] = await kit.lab.experiments();
    const borrowed = await kit.store.entriesOf(second!.run.id);
    expect(borrowed).toHaveLength(4);
    await kit.lab.remove({ run: first });
    expect((await onlyRun(kit)).run.id).toBe(second!.run.id);
    expect(await kit.store.entriesOf(second!.run.id)).toEqual(borrowed);
    expect(await kit.store.groupsOf(second!.run.id)).toHaveLength(4);
    expect(await kit.lab.undo()).toBe(true);
    expect(await kit.store.entriesOf(first)).toHaveLength(4);
  });

  test('goes on with two groups at once that an earlier run has begun, and lets go of that run after both', async () => {
    const locks = createRunLocks(undefined);
    const kit = await createLabKit({ locks });
    const { engine, lab } = kit;
    const paused = lab.begin(options());
    const [one, two] = [await engine.nextCall(), await engine.nextCall()];
    for (const call of [one, two]) call.answer(0, 'The answer is 2.');
    lab.stop();
    await paused;
    const first = (await onlyRun(kit)).run.id;

    const running = lab.begin(options({ name: 'again' }));
    const calls = [await engine.nextCall(), await engine.nextCall()];
    expect(calls.map(({ requests }) => requests.length)).toEqual([1, 1]);
    expect([...locks.own()]).toContain(first);
    engine.script = answering(['2'], '2');
    for (const call of calls) call.answer(0, 'The answer is 2.');
    expect((await running)?.questions).toBe(4);
    expect(kit.faults()).toEqual([]);
    expect([...locks.own()]).toEqual([]);
  });

  test('stays as it was where a later run knows another answer to its question, or none', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    await kit.lab.begin(options({ items: items.slice(0, 1) }));
    const first = (await onlyRun(kit)).run.id;
    const stored = await kit.store.entriesOf(first);
    expect(stored[0]?.outcome.scores.synthesis).toBe(1);
    const calls = kit.engine.calls.length;
    const wrong = await kit.lab.begin(options({ items: [{ question: question('1 + 1?', '5'), tags: [] }] }));
    expect(wrong?.accuracy.synthesis).toBe(0);
    const none = await kit.lab.begin(options({ items: [{ question: question('1 + 1?'), tags: [] }] }));
    expect(none?.accuracy.synthesis ?? null).toBeNull();
    expect(await kit.store.entriesOf(first)).toEqual(stored);
    // The texts are those of before.
    expect(kit.engine.calls).toHaveLength(calls);
  });

  test('holds a question that stands in it twice against both answers', async () => {
    const kit = await createLabKit();
    kit.engine.script = answering(['2'], '2');
    const twice = ['2', '5'].map((truth) => ({ question: question('1 + 1?', truth), tags: [] }));
    const report = await kit.lab.begin(options({ items: twice }));
    expect(report?.accuracy.synthesis).toBe(0.5);
    const { run } = await onlyRun(kit);
    const entries = await kit.store.entriesOf(run.id);
    expect(entries.map(({ outcome }) => outcome.scores.synthesis)).toEqual([1, 0]);
  });

  test('keeps the name that it was given while it ran', async () => {
    const kit = await createLabKit();
    const running = kit.lab.begin(options());
    await kit.engine.nextCall();
    const { run } = await onlyRun(kit);
    await kit.lab.rename(run.id, 'a better name');
    kit.engine.script = answering(['2'], '2');
    kit.engine.calls[0]!.answer(0, 'The answer is 2.');
    kit.engine.calls[0]!.answer(1, 'The answer is 2.');
    await running;
    expect((await onlyRun(kit)).run).toEqual({ ...run, name: 'a better name' });
  });

  test('tells the seconds that are left once it has sampled a question', async () => {
    let time = 1000;
    const kit = await createLabKit({ clock: () => time });
    const expected: (number | undefined)[] = [];
    kit.lab.listen((event) => {
      if (event.kind !== 'run-progress') return;
      const each = (time - 1000) / 1000 / event.done;
      expected.push(event.done === 0 ? undefined : each * (event.total - event.done));
    });
    const answer = answering(['2'], '2');
    kit.engine.script = (request, index) => {
      if (isSynthesis(request)) time += 5000;
      return answer(request, index);
    };
    await kit.lab.begin(options());
    const told = kit.events.flatMap((event) =>
      event.kind === 'run-progress' ? [event.secondsLeft] : [],
    );
    expect(told).toEqual(expected);
    expect(told[0]).toBeUndefined();
    expect(told[1]).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(0);
  });
});

describe('sets', () => {
  test('are kept, listed newest first, given back and removed', async () => {
    const { lab } = await createLabKit();
    const open: SetItem = { question: { kind: 'open', text: 'Why?' }, tags: [] };
    expect(await lab.keepSet('sums', items)).toBeNull();
    expect(await lab.keepSet('mixed', [open, ...items])).toBeNull();
    const [mixed, sums] = await lab.sets();
    expect(mixed).toMatchObject({ name: 'mixed', count: 5, open: 1 });
    expect(sums).toMatchObject({ name: 'sums', count: 4, open: 0 });
    expect(await lab.itemsOf(mixed!.id)).toEqual([open, ...items]);
    await lab.removeSet(mixed!.id);
    expect(await lab.sets()).toEqual([sums]);
    expect(await lab.itemsOf(mixed!.id)).toEqual([]);
  });
});
