import { describe, expect, test } from 'vitest';
import type { GroupId, RunId } from '../../src/base/id.ts';
import { without } from '../../src/base/without.ts';
import type { RunEvent } from '../../src/run/event.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { createLab } from '../../src/run/create-lab.ts';
import { createRunLocks } from '../../src/run/locks.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { answering, createLabKit, isSynthesis, question, settings } from './lab-kit.ts';

describe('asking a question', () => {
  test('streams the group in order, and gives it back as stored', async () => {
    const { lab, engine, store, kinds } = await createLabKit();
    engine.script = answering(['4', '5'], '5');
    const group = await lab.ask(question('2 + 3?', '5'), settings());

    expect(kinds().filter((kind) => kind !== 'rollout-token' && kind !== 'rollout-done')).toEqual([
      'group-start',
      'synthesis-plan',
      'synthesis-token',
      'synthesis-done',
      'evaluated',
      'group-done',
    ]);
    expect(group).toMatchObject({ status: 'done', faults: [] });
    expect(group?.evaluation?.rewards).toEqual([0, 1]);
    expect(group?.evaluation?.truth?.synthesis).toBe('equal');
    expect(await store.group(group!.id)).toEqual(group);
  });

  test('stores the recipe before the first token, and each rollout before it is told', async () => {
    const { lab, engine, store, events } = await createLabKit();
    const seen: (readonly number[])[] = [];
    lab.listen((event) => {
      if (event.kind !== 'rollout-done') return;
      void store.group(event.groupId).then((group) => {
        seen.push(group!.rollouts.map((rollout) => rollout.index));
      });
    });
    const asked = lab.ask(question('2 + 3?'), settings());
    const call = await engine.nextCall();
    const [line] = await lab.history(5);
    expect(line).toMatchObject({ question: '2 + 3?', status: 'running' });
    expect((await store.group(line!.id))?.recipe.group).toBe(2);
    expect(events.some((event) => event.kind === 'rollout-token')).toBe(false);

    call.answer(1, 'The answer is 5.');
    call.answer(0, 'The answer is 5.');
    const last = await engine.nextCall();
    last.answer(0, 'The answer is 5.');
    await asked;
    expect(seen).toEqual([[1], [0, 1]]);
  });

  test('a rollout that ended by itself carries its answer at once; a cut one has none', async () => {
    const { lab, engine, events } = await createLabKit();
    const asked = lab.ask(question('2 + 3?'), settings());
    const call = await engine.nextCall();
    call.answer(0, 'The answer is 5.');
    call.token(1, 'The answer is 6.');
    call.cut(1);
    (await engine.nextCall()).answer(0, 'The answer is 5.');
    await asked;
    const readings = events.flatMap((event) =>
      event.kind === 'rollout-done' ? [[event.rollout.index, event.reading]] : [],
    );
    expect(readings).toEqual([
      [0, { kind: 'found', raw: '5', rule: 'answer-is' }],
      [1, undefined],
    ]);
  });

  test('the recipe holds everything that decides: models, prompts, seeds, sampling', async () => {
    const { lab, engine } = await createLabKit();
    engine.script = answering(['5'], '5');
    const group = await lab.ask(question('2 + 3?'), settings({ seed: 9, equalCompute: true }));
    expect(group?.recipe).toMatchObject({
      policy: { engine: 'wllama', model: 'scripted', revision: 'scripted', chat: 'nano' },
      prompts: { solve: 'Solve.\n{question}', synthesise: 'Combine.\n{rollouts}' },
      sampling: { temperature: 1, maxTokens: 256 },
      synthesisSampling: { temperature: 0 },
      seed: 9,
      equalCompute: true,
    });
    expect(group?.rollouts).toHaveLength(3);
    expect(engine.calls.at(-1)?.requests[0]?.sampling.temperature).toBe(0);
  });

  test('every rollout has its own seed, and every question its own seeds', async () => {
    const { lab, engine } = await createLabKit();
    engine.script = answering(['5'], '5');
    const one = await lab.ask(question('2 + 3?'), settings());
    const other = await lab.ask(question('2 + 4?'), settings());
    const seeds = [...one!.rollouts, ...other!.rollouts].map((rollout) => rollout.seed);
    expect(new Set(seeds).size).toBe(4);
  });

  test('where some rollouts fault the others are synthesised, and the fault is kept', async () => {
    const { lab, engine, faults } = await createLabKit();
    const cut = { kind: 'engine-failed', engine: 'wllama', reason: 'broken text' } as const;
    engine.script = (request, index) =>
      isSynthesis(request) || index > 0 ? 'The answer is 5.' : cut;
    const group = await lab.ask(question('2 + 3?'), settings({ group: 3 }));
    expect(group).toMatchObject({ status: 'done', faults: [cut] });
    expect(group?.synthesis?.plan.omitted).toEqual([{ index: 0, why: 'fault' }]);
    expect(faults()).toEqual([cut]);
  });

  test('where all rollouts fault alike the group fails, and says each cause once', async () => {
    const { lab, engine, faults } = await createLabKit();
    const cut = { kind: 'engine-failed', engine: 'wllama', reason: 'broken text' } as const;
    engine.script = () => cut;
    const group = await lab.ask(question('2 + 3?'), settings());
    expect(group?.status).toBe('failed');
    expect(faults().map((fault) => fault.kind)).toEqual(['engine-failed', 'no-rollouts']);
    expect(group).not.toHaveProperty('evaluation');
  });
});

describe('what cannot be asked', () => {
  test.each(['', '  \n '])('an empty question (%j) starts nothing', async (text) => {
    const { lab, engine, faults, store } = await createLabKit();
    expect(await lab.ask(question(text), settings())).toBeNull();
    expect(faults()).toEqual([{ kind: 'question-empty' }]);
    expect(engine.calls).toHaveLength(0);
    expect(await store.list(5)).toEqual([]);
  });

  test('an over-long question is refused before anything starts, with its length', async () => {
    const { lab, engine, faults, store } = await createLabKit();
    expect(await lab.ask(question('word '.repeat(3000)), settings())).toBeNull();
    expect(faults()).toMatchObject([{ kind: 'question-too-long', tokens: 3001, limit: 2816 }]);
    expect(engine.calls).toHaveLength(0);
    expect(await store.runs()).toEqual([]);
  });

  test('a setting out of bounds is named, and what runs goes on', async () => {
    const { lab, engine, faults } = await createLabKit();
    const running = lab.ask(question('2 + 3?'), settings());
    const call = await engine.nextCall();
    expect(await lab.ask(question('2 + 4?'), settings({ group: 99 }))).toBeNull();
    expect(faults()).toMatchObject([{ kind: 'setting-invalid', setting: 'group', value: '99' }]);
    expect(call.stopped).toBe(false);
    lab.stop();
    await running;
  });

  test('where answers cannot be compared none are sampled in vain, and it can be asked again', async () => {
    const tries: (Error | null)[] = [new Error('no connection'), null];
    const readyToCompare = async (): Promise<void> => {
      const error = tries.shift() ?? null;
      if (error !== null) throw error;
    };
    const { lab, engine, faults } = await createLabKit({ readyToCompare });
    expect(await lab.ask(question('2 + 3?'), settings())).toBeNull();
    expect(faults()).toEqual([{ kind: 'part-missing', reason: 'no connection' }]);
    expect(engine.calls).toHaveLength(0);
    engine.script = answering(['5'], '5');
    expect((await lab.ask(question('2 + 3?'), settings()))?.status).toBe('done');
  });

  test('without a model asked for, the lab says that none is loaded', async () => {
    const lab = createLab({ engines: {}, store: createMemoryStore(), compare });
    const events: RunEvent[] = [];
    lab.listen((event) => events.push(event));
    expect(await lab.ask(question('2 + 3?'), settings())).toBeNull();
    expect(events).toMatchObject([{ kind: 'fault', fault: { kind: 'not-loaded' } }]);
  });
});

describe('stopping and going on', () => {
  test('stop keeps what is done, and the next ask samples only what is missing', async () => {
    const { lab, engine, events } = await createLabKit();
    const asked = lab.ask(question('2 + 3?', '5'), settings({ group: 3 }));
    const call = await engine.nextCall();
    call.answer(1, 'The answer is 5.');
    call.token(2, 'The ans');
    lab.stop();
    const stopped = await asked;
    expect(call.stopped).toBe(true);
    expect(stopped?.status).toBe('stopped');
    expect(stopped?.rollouts.map(({ index, stop, text }) => [index, stop, text])).toEqual([
      [0, 'aborted', ''],
      [1, 'end', 'The answer is 5.'],
      [2, 'aborted', 'The ans'],
    ]);
    expect(events.at(-1)).toMatchObject({ kind: 'group-done', status: 'stopped' });

    events.splice(0);
    engine.script = answering(['5'], '5');
    const whole = await lab.ask(question('2 + 3?', '5'), settings({ group: 3 }));
    expect(engine.calls[1]?.requests.map((request) => request.seed)).toEqual([
      stopped!.rollouts[0]!.seed,
      stopped!.rollouts[2]!.seed,
    ]);
    expect(whole).toMatchObject({ id: stopped!.id, status: 'done' });
    expect(whole?.rollouts.map((rollout) => rollout.stop)).toEqual(['end', 'end', 'end']);
    expect(whole?.rollouts[1]).toEqual(stopped!.rollouts[1]);
    expect(events[0]).toMatchObject({ kind: 'group-start', cached: false, group: { rollouts: [] } });
    expect(events[1]).toMatchObject({ kind: 'rollout-done', rollout: { index: 1 } });
  });

  test('a stop during the synthesis keeps all rollouts, and going on writes it alone', async () => {
    const { lab, engine } = await createLabKit();
    engine.script = (request) => (isSynthesis(request) ? undefined : 'The answer is 5.');
    const asked = lab.ask(question('2 + 3?'), settings());
    await engine.nextCall();
    const synthesis = await engine.nextCall();
    synthesis.token(0, 'The');
    lab.stop();
    expect(await asked).toMatchObject({ status: 'stopped', synthesis: { stop: 'aborted' } });
    engine.script = answering(['5'], '5');
    expect(await lab.ask(question('2 + 3?'), settings())).toMatchObject({ status: 'done' });
    expect(engine.calls).toHaveLength(3);
  });

  test('a question asked while another runs takes its place', async () => {
    const { lab, engine, events } = await createLabKit();
    const first = lab.ask(question('2 + 3?'), settings());
    const call = await engine.nextCall();
    engine.script = answering(['6'], '6');
    const second = lab.ask(question('2 + 4?'), settings());
    expect(await first).toMatchObject({ status: 'stopped' });
    expect(call.stopped).toBe(true);
    const group = await second;
    expect(group).toMatchObject({ status: 'done' });
    const started = events.findIndex((event) => isStartOf(event, group!.id));
    const ended = events.findIndex((event) => event.kind === 'group-done');
    expect(ended).toBeLessThan(started);
  });

  test("a caller's signal stops its own question", async () => {
    const { lab, engine } = await createLabKit();
    const controller = new AbortController();
    const asked = lab.ask(question('2 + 3?'), settings(), { signal: controller.signal });
    await engine.nextCall();
    controller.abort();
    expect(await asked).toMatchObject({ status: 'stopped' });
  });

  test('what a tab left running when it died shows as stopped, and can be gone on with', async () => {
    const { lab, engine, store } = await createLabKit();
    engine.script = answering(['5'], '5');
    const group = await lab.ask(question('2 + 3?'), settings({ group: 3 }));
    // As the tab left it: two rollouts written, nothing finished.
    const rest = without(group!, 'synthesis', 'evaluation');
    await store.putGroup({ ...rest, status: 'running', rollouts: group!.rollouts.slice(0, 2) });

    const page = await createLabKit({ store });
    expect(await page.lab.history(5)).toMatchObject([{ id: group!.id, status: 'stopped' }]);
    await page.lab.open(group!.id);
    expect(page.events.at(-1)).toMatchObject({ kind: 'group-done', status: 'stopped' });
    page.engine.script = answering(['5'], '5');
    const whole = await page.lab.ask(question('2 + 3?'), settings({ group: 3 }));
    expect(whole).toMatchObject({ id: group!.id, status: 'done' });
    expect(page.engine.calls[0]?.requests).toHaveLength(1);
  });

  test('a run that another holder works on is locked, and run again still works', async () => {
    const store = createMemoryStore();
    const locks = createRunLocks(undefined);
    const first = await createLabKit({ store, locks });
    const second = await createLabKit({ store, locks });
    const running = first.lab.ask(question('2 + 3?'), settings(), { runId: 'run-a' as RunId });
    await first.engine.nextCall();
    expect(await second.lab.history(5)).toMatchObject([{ status: 'running' }]);

    expect(await second.lab.ask(question('2 + 3?'), settings())).toBeNull();
    expect(second.faults()).toEqual([{ kind: 'run-locked', run: 'run-a' }]);
    second.engine.script = answering(['5'], '5');
    const own = await second.lab.ask(question('2 + 3?'), settings(), { fresh: true });
    expect(own).toMatchObject({ status: 'done' });

    first.lab.stop();
    await running;
    const after = await second.lab.ask(question('2 + 3?'), settings());
    expect(after?.id).toBe(own?.id);
  });
});

const isStartOf = (event: RunEvent, id: GroupId): boolean =>
  event.kind === 'group-start' && event.group.id === id;
