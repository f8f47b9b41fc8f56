import { describe, expect, test } from 'vitest';
import type { RunId } from '../../src/base/id.ts';
import type { Group } from '../../src/group/group.ts';
import { createRunLocks } from '../../src/run/locks.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { ScriptedEngine } from '../kit/engine.ts';
import { answering, countsByHand, createLabKit, finishLoad, isSynthesis, question, settings } from './lab-kit.ts';

const questions = ['1 + 1?', '1 + 2?', '1 + 3?', '1 + 4?'].map((text, at) =>
  question(text, String(at + 2)),
);
const died = { kind: 'worker-died', engine: 'wllama', reason: 'trap' } as const;

describe('an experiment', () => {
  test('answers every question, and comes to a report', async () => {
    const { lab, engine, events } = await createLabKit();
    // Rollouts say 2 and 3, so the majority is 2 in every group; the synthesis says 3.
    engine.script = answering(['2', '3'], '3');
    const groups: [number, Group][] = [];
    const report = await lab.experiment(questions, settings(), {
      onGroup: (index, group) => groups.push([index, group]),
    });
    expect(report).toMatchObject({
      model: 'scripted',
      engine: 'wllama',
      group: 2,
      questions: 4,
      accuracy: { single: 0.25, majority: 0.25, synthesis: 0.25, oracle: 0.5 },
      disagree: { count: 4, synthesisRight: 1 },
      allWrong: { count: 2, synthesisRight: 0 },
    });
    expect(report!.tokensPerSecond).toBeGreaterThan(0);
    expect(groups.map(([index]) => index).sort()).toEqual([0, 1, 2, 3]);
    expect(groups.every(([index, group]) => group.question === questions[index])).toBe(true);
    const runs = new Set(groups.map(([, group]) => group.runId));
    expect(runs.size).toBe(1);
    const progress = events.flatMap((event) =>
      event.kind === 'run-progress' ? [[event.done, event.total]] : [],
    );
    expect(progress).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  test('samples the next group while the anchor writes, and never a third', async () => {
    const engine = new ScriptedEngine({ loaded: false, capabilities: { slots: 1 } });
    const { lab } = await createLabKit({ engine });
    const running = lab.experiment(questions, settings());
    const first = await engine.nextCall();
    first.answer(0, 'The answer is 2.');
    // One rollout of the first group still fills the slot.
    expect(engine.calls).toHaveLength(1);
    first.answer(1, 'The answer is 2.');
    const [one, other] = [await engine.nextCall(), await engine.nextCall()];
    const [synthesis, second] = isSynthesis(one.requests[0]!) ? [one, other] : [other, one];
    expect(synthesis.requests.every(isSynthesis)).toBe(true);
    expect(second.requests).toHaveLength(2);

    second.answer(0, 'The answer is 3.');
    second.answer(1, 'The answer is 3.');
    const next = await engine.nextCall();
    expect(isSynthesis(next.requests[0]!)).toBe(true);
    expect(engine.calls).toHaveLength(4);
    lab.stop();
    await running;
  });

  test('lets the next group in as soon as slots would stand idle', async () => {
    const engine = new ScriptedEngine({ loaded: false, capabilities: { slots: 2 } });
    const { lab } = await createLabKit({ engine });
    const running = lab.experiment(questions, settings());
    const first = await engine.nextCall();
    first.answer(1, 'The answer is 2.');
    const second = await engine.nextCall();
    expect(first.isOpen(0)).toBe(true);
    expect(second.requests).toHaveLength(2);
    lab.stop();
    await running;
  });

  test('that was stopped goes on where it stood', async () => {
    const { lab, engine, store } = await createLabKit();
    let left = 5;
    engine.script = (request, index) => {
      left -= 1;
      if (left === 0) lab.stop();
      return left <= 0 ? undefined : answering(['2'], '2')(request, index);
    };
    const first = await lab.experiment(questions, settings());
    expect(first!.questions).toBeLessThan(4);
    const done = (await store.list(10)).filter((line) => line.status === 'done').length;
    expect(done).toBe(first!.questions);

    const before = engine.calls.length;
    engine.script = answering(['2'], '2');
    const second = await lab.experiment(questions, settings());
    expect(second!.questions).toBe(4);
    // Two calls for each question that was never begun, fewer for those begun.
    expect(engine.calls.length - before).toBeLessThanOrEqual(2 * (4 - done));
    expect((await store.list(10)).map((line) => line.status)).toEqual(Array(4).fill('done'));
  });

  test('that is asked again is answered from the store', async () => {
    const { lab, engine } = await createLabKit();
    engine.script = answering(['2', '3'], '3');
    const first = await lab.experiment(questions, settings());
    const calls = engine.calls.length;
    const second = await lab.experiment(questions, settings());
    expect(engine.calls).toHaveLength(calls);
    expect(second).toMatchObject({ accuracy: first!.accuracy, tokensPerSecond: 0 });
    await lab.experiment(questions, settings(), { fresh: true });
    expect(engine.calls).toHaveLength(2 * calls);
  });

  test('a question that stands in the list twice is worked on once', async () => {
    const { lab, engine, store } = await createLabKit();
    engine.script = answering(['2'], '2');
    const report = await lab.experiment([questions[0]!, questions[0]!, questions[1]!], settings());
    expect(report!.questions).toBe(3);
    expect(await store.list(10)).toHaveLength(2);
  });

  test('a question that cannot be asked is told, and the others go on', async () => {
    const { lab, engine, faults } = await createLabKit();
    engine.script = answering(['2'], '2');
    const long = question('word '.repeat(3000));
    const report = await lab.experiment([long, questions[0]!, question(' ')], settings());
    expect(report!.questions).toBe(1);
    expect(faults().map((fault) => fault.kind).sort()).toEqual([
      'question-empty',
      'question-too-long',
    ]);
  });

  test('an engine that dies is loaded again, and the group goes on with what it has', async () => {
    const { lab, engine } = await createLabKit();
    const running = lab.experiment(questions.slice(0, 1), settings());
    const call = await engine.nextCall();
    call.answer(0, 'The answer is 2.');
    engine.script = answering(['2'], '2');
    engine.loaded = null;
    call.faultAll(died);
    await finishLoad(engine);
    expect(await running).toMatchObject({ questions: 1 });
    expect(engine.calls[1]!.requests).toHaveLength(1);
  });

  test('an engine that stays dead ends the experiment with what is done', async () => {
    const { lab, engine, faults } = await createLabKit();
    const running = lab.experiment(questions, settings());
    const call = await engine.nextCall();
    engine.loaded = null;
    call.faultAll(died);
    for (let turn = 0; engine.loads.length < 2 && turn < 1000; turn++) await Promise.resolve();
    engine.failLoad({ kind: 'out-of-memory', reason: 'no room' });
    expect(await running).toMatchObject({ questions: 0 });
    expect(faults()).toContainEqual(died);
    expect(faults()).toContainEqual({ kind: 'out-of-memory', reason: 'no room' });
  });

  test('a stop waits for no engine that is being loaded again', async () => {
    const { lab, engine } = await createLabKit();
    const running = lab.experiment(questions, settings());
    const call = await engine.nextCall();
    engine.loaded = null;
    call.faultAll(died);
    for (let turn = 0; engine.loads.length < 2 && turn < 1000; turn++) await Promise.resolve();
    lab.stop();
    expect(await running).toMatchObject({ questions: 0 });
    expect(engine.loads).toHaveLength(2);
  });

  test('a stop waits for no prompt that is being counted', async () => {
    const { lab, engine } = await createLabKit();
    const counts = countsByHand(engine);
    const running = lab.experiment(questions, settings());
    await counts.asked();
    lab.stop();
    expect(await running).toMatchObject({ questions: 0 });
    expect(engine.calls).toHaveLength(0);
  });

  test('a run that another page works on is locked', async () => {
    const store = createMemoryStore();
    const locks = createRunLocks(undefined);
    const runId = 'run-a' as RunId;
    const first = await createLabKit({ store, locks });
    const running = first.lab.experiment(questions, settings(), { runId });
    await first.engine.nextCall();
    const second = await createLabKit({ store, locks });
    expect(await second.lab.experiment(questions, settings(), { runId })).toBeNull();
    expect(second.faults()).toEqual([{ kind: 'run-locked', run: runId }]);
    first.lab.stop();
    await running;
  });
});
