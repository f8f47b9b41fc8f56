import { describe, expect, test } from 'vitest';
import type { GroupId } from '../../src/base/id.ts';
import type { Group } from '../../src/group/group.ts';
import type { Question } from '../../src/question/question.ts';
import { createRunLocks } from '../../src/run/locks.ts';
import { createFaultBell } from '../../src/store/bell.ts';
import { StoreError } from '../../src/store/connection.ts';
import { createFallbackStore } from '../../src/store/fallback.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { answering, createLabKit, question, settings } from './lab-kit.ts';

describe('the store as an answer', () => {
  test('the same question and recipe is answered at once, with the same group', async () => {
    const { lab, engine, events } = await createLabKit();
    engine.script = answering(['4', '5'], '5');
    const first = await lab.ask(question('2 + 3?', '5'), settings());
    const live = events.splice(0).filter((event) => !event.kind.endsWith('-token'));
    const calls = engine.calls.length;

    const second = await lab.ask(question('  2 + 3? \n', '5'), settings());
    expect(second).toEqual(first);
    expect(engine.calls).toHaveLength(calls);
    expect(events[0]).toMatchObject({ kind: 'group-start', cached: true });
    expect(events).toEqual([{ ...live[0], cached: true }, ...live.slice(1)]);
  });

  test('a question in another case is another question, in one run too, each with its own truth', async () => {
    const { lab, engine } = await createLabKit();
    engine.script = answering(['5'], '5');
    const questions = [question('How many W are 5 mW?', '0.005'), question('How many W are 5 MW?', '5')];
    const asked: Question[] = [];
    const onGroup = (index: number, group: Group): void => void (asked[index] = group.question);
    const report = await lab.experiment(questions, settings(), { onGroup });
    expect(report).toMatchObject({ questions: 2, accuracy: { synthesis: 0.5 } });
    expect(asked).toEqual(questions);
    const prompts = engine.calls.flatMap(({ requests }) => requests.map(({ messages }) => messages[0]!.content));
    for (const { text } of questions) expect(prompts).toContain(`Solve.\n${text}`);
  });

  test('run again makes another group beside the first', async () => {
    const { lab, engine } = await createLabKit();
    engine.script = answering(['5'], '5');
    const first = await lab.ask(question('2 + 3?'), settings());
    const again = await lab.ask(question('2 + 3?'), settings(), { fresh: true });
    expect(again?.id).not.toBe(first?.id);
    expect((await lab.history(5)).map((line) => line.id)).toEqual([again?.id, first?.id]);
  });

  test.each([
    ['temperature', settings({ sampling: { temperature: 0.5, topP: 1, topK: 0, maxTokens: 256 } })],
    ['seed', settings({ seed: 2 })],
    ['visibility of the question', settings({ questionVisible: true })],
    ['a prompt', settings({ prompts: { solve: 'Solve!\n{question}' } })],
  ])('another %s is other work', async (_name, other) => {
    const { lab, engine } = await createLabKit();
    engine.script = answering(['5'], '5');
    const first = await lab.ask(question('2 + 3?'), settings());
    expect((await lab.ask(question('2 + 3?'), other))?.id).not.toBe(first?.id);
  });

  test('a truth that becomes known later is held against the stored texts', async () => {
    const { lab, engine, store } = await createLabKit();
    engine.script = answering(['4', '5'], '5');
    const first = await lab.ask(question('2 + 3?'), settings());
    expect(first?.evaluation).not.toHaveProperty('truth');
    const calls = engine.calls.length;
    const second = await lab.ask(question('2 + 3?', '4'), settings());
    expect(engine.calls).toHaveLength(calls);
    expect(second?.rollouts).toEqual(first?.rollouts);
    expect(second?.evaluation?.truth).toMatchObject({
      rollouts: ['equal', 'different'],
      synthesis: 'different',
    });
    // The group of before is another one, and stays.
    expect(await store.group(first!.id)).toEqual(first);
    expect(await store.group(second!.id)).toEqual(second);
  });

  test('opening a stored group tells it in the order of a live run', async () => {
    const { lab, engine, events } = await createLabKit();
    engine.script = answering(['4', '5'], '5');
    const group = await lab.ask(question('2 + 3?', '5'), settings());
    const live = events.splice(0).filter((event) => !event.kind.endsWith('-token'));
    await lab.open(group!.id);
    expect(events).toEqual([{ ...live[0], cached: true }, ...live.slice(1)]);
    events.splice(0);
    await lab.open('nowhere' as GroupId);
    expect(events).toEqual([]);
  });
});

describe('deleting', () => {
  test('tells which groups went, and undo tells them back', async () => {
    const { lab, engine, events, store } = await createLabKit();
    engine.script = answering(['5'], '5');
    const group = await lab.ask(question('2 + 3?'), settings());
    events.splice(0);
    await lab.remove({ group: group!.id });
    expect(events).toEqual([{ kind: 'group-deleted', groupId: group!.id }]);
    expect(await lab.history(5)).toEqual([]);
    expect(await lab.undo()).toBe(true);
    expect(events.at(-1)).toEqual({ kind: 'group-restored', group });
    expect(await store.group(group!.id)).toEqual(group);
    expect(await lab.undo()).toBe(false);
  });

  test('a group that runs is stopped first, and stays away', async () => {
    const { lab, engine, store } = await createLabKit();
    const asked = lab.ask(question('2 + 3?'), settings());
    const call = await engine.nextCall();
    const [line] = await lab.history(1);
    await lab.remove({ group: line!.id });
    await asked;
    expect(call.stopped).toBe(true);
    expect(await store.list(5)).toEqual([]);
  });

  test('what another tab works on stays, is told, and nothing here is stopped for it', async () => {
    const store = createMemoryStore();
    const locks = createRunLocks(undefined);
    const there = await createLabKit({ store, locks });
    const asked = there.lab.ask(question('2 + 3?'), settings());
    const call = await there.engine.nextCall();
    const [line] = await there.lab.history(1);
    const group = await store.group(line!.id);
    // Locks of the browser, which know of other tabs what a page without them cannot.
    const elsewhere = { ...createRunLocks(undefined), held: () => locks.held() };
    const here = await createLabKit({ store, locks: elsewhere });
    for (const what of [{ group: group!.id }, { run: group!.runId }, 'everything'] as const) {
      expect(await here.lab.remove(what)).toBe(false);
    }
    expect(here.faults()).toEqual(Array(3).fill({ kind: 'run-locked', run: group!.runId }));
    expect(call.stopped).toBe(false);
    expect(await store.group(group!.id)).toEqual(group);
    there.lab.stop();
    await asked;
    expect(await here.lab.remove('everything')).toBe(true);
  });

  test('everything goes, and comes back', async () => {
    const { lab, engine } = await createLabKit();
    engine.script = answering(['5'], '5');
    await lab.ask(question('2 + 3?'), settings());
    await lab.ask(question('2 + 4?'), settings());
    await lab.remove('everything');
    expect(await lab.history(5)).toEqual([]);
    await lab.undo();
    expect(await lab.history(5)).toHaveLength(2);
  });
});

describe('a disk that fails', () => {
  test('before the page listens, and while it runs, is told; the group ends whole', async () => {
    const bell = createFaultBell();
    const full = { kind: 'storage-full', reason: 'quota' } as const;
    const first = new Proxy<Store>(createMemoryStore(), {
      get: (store, name) =>
        name === 'putRollout'
          ? () => Promise.reject(new StoreError(full))
          : (Reflect.get(store, name) as unknown),
    });
    bell.tell({ kind: 'storage-denied', reason: 'early' });
    const { lab, engine, faults } = await createLabKit({ store: createFallbackStore(first, bell) });
    engine.script = answering(['5'], '5');
    const group = await lab.ask(question('2 + 3?'), settings());
    expect(group).toMatchObject({ status: 'done', faults: [] });
    expect(faults()).toEqual([{ kind: 'storage-denied', reason: 'early' }, full]);
    expect(await lab.ask(question('2 + 3?'), settings())).toEqual(group);
  });
});
