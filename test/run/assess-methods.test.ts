import { describe, expect, test, vi } from 'vitest';
import { METHOD_NAMES } from '../../src/baseline/selection.ts';
import type { MethodName, Selection } from '../../src/baseline/selection.ts';
import type { Fault } from '../../src/base/fault.ts';
import type { Capabilities } from '../../src/engine/model.ts';
import type { SampleRequest } from '../../src/engine/sample.ts';
import { selectionsOf } from '../../src/group/evidence.ts';
import type { Group } from '../../src/group/group.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { assessMethods } from '../../src/run/assess-methods.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { collect, scriptedSpec, ScriptedEngine } from '../kit/engine.ts';
import { doneGroup } from '../kit/group.ts';
import { nanoTrained } from '../kit/lab.ts';
import { createLabKit, finishLoad, isSynthesis, question, settings } from './lab-kit.ts';

type Line = string | Fault | undefined;

const promptOf = (request: SampleRequest): string => request.messages[0]!.content;
const isChoose = (request: SampleRequest): boolean => promptOf(request).startsWith('Choose.');
const isJudge = (request: SampleRequest): boolean => promptOf(request).startsWith('Judge.');

/** Rollouts answer 4, 5, 5, …; the synthesis 5; the rest as given. */
const answering =
  (asked: (request: SampleRequest, index: number) => Line) =>
  (request: SampleRequest, index: number): Line => {
    if (isChoose(request) || isJudge(request)) return asked(request, index);
    return `So the answer is ${index === 0 && !isSynthesis(request) ? 4 : 5}.`;
  };

const asking = (methods: readonly MethodName[], group = 3) => settings({ group, methods });

const taught = { ...nanoTrained, jobs: ['solve', 'combine', 'choose', 'judge'] };

async function kit({ jobs = taught.jobs, ...capabilities }: Partial<Capabilities> & { jobs?: string[] } = {}) {
  const engine = new ScriptedEngine({ loaded: false, capabilities });
  engine.trained = { ...taught, jobs };
  return createLabKit({ engine });
}

const selected = (group: Group | null, method: MethodName): Selection => {
  const found = selectionsOf(group!.evidence).find((one) => one.method === method);
  if (found === undefined) throw new Error(`no selection by ${method}`);
  return found;
};

describe('the methods of a recipe', () => {
  test('choose in their turn, after the synthesis, and the choices are stored and told', async () => {
    const { lab, engine, store, events } = await kit({ score: true });
    engine.script = answering((request) => (isChoose(request) ? '5: [2]' : '5, 5: Yes'));
    engine.scorer = ({ continuation }) => (continuation.includes('4') ? [-0.1] : [-0.5, -0.7]);
    const group = await lab.ask(question('2 + 3?', '5'), asking(METHOD_NAMES));

    expect(group?.status).toBe('done');
    expect(group?.evaluation?.choices).toEqual({
      bestOfN: 1,
      perplexity: 0,
      mutualPredictability: 0,
      judgeScore: 0,
      selfConsistency: null,
    });
    expect(selected(group, 'bestOfN').calls).toMatchObject([{ text: '5: [2]', order: [0, 1, 2] }]);
    expect(selected(group, 'judgeScore').calls.map(({ text }) => text)).toEqual(Array(3).fill('5, 5: Yes'));
    expect(selected(group, 'mutualPredictability').scores).toEqual([-0.1, -0.6, -0.6]);
    expect(selected(group, 'selfConsistency').reason).toBe('not-taught');
    expect(await store.group(group!.id)).toEqual(group);
    const order = events.flatMap((event) =>
      event.kind === 'evidence' && event.evidence.kind === 'selection' && event.evidence.reason !== 'unfinished'
        ? [event.evidence.method]
        : event.kind === 'synthesis-done' || event.kind === 'evaluated'
          ? [event.kind]
          : [],
    );
    expect(order).toEqual(['synthesis-done', ...METHOD_NAMES, 'evaluated']);
  });

  test('stand in the recipe only where they are asked for, with the prompts in use', async () => {
    const { lab, engine } = await kit();
    engine.script = answering(() => '[1]');
    const plain = await lab.ask(question('2 + 3?'), settings());
    expect(plain?.recipe).not.toHaveProperty('methods');
    expect(plain?.recipe).not.toHaveProperty('assessPrompts');
    expect(plain?.evaluation).not.toHaveProperty('choices');
    const group = await lab.ask(question('2 + 4?'), asking(['perplexity', 'bestOfN']));
    expect(group?.recipe.methods).toEqual(['bestOfN', 'perplexity']);
    expect(group?.recipe.assessPrompts).toEqual({ choose: 'Choose.\nQuestion: {question}\n{rollouts}' });
  });

  test('tell how far they are, call by call', async () => {
    const { lab, engine, events } = await kit();
    engine.script = answering(() => 'No');
    await lab.ask(question('2 + 3?'), asking(['judgeScore']));
    const steps = events.flatMap((event) =>
      event.kind === 'assessing' ? [[event.job, event.done, event.total]] : [],
    );
    expect(steps).toEqual([0, 1, 2, 3].map((done) => ['judgeScore', done, 3]));
  });

  test.each([
    ['bestOfN', 1, 3],
    ['judgeScore', 3, 1],
  ] as const)('ask greedily for a short reply, with room for a word on each candidate: %s', async (method, calls, candidates) => {
    const { lab, engine } = await kit();
    engine.script = answering(() => '[1]');
    await lab.ask(question('2 + 3?'), asking([method]));
    expect(engine.calls.at(-1)!.requests).toMatchObject(
      Array(calls).fill({ sampling: { temperature: 0, maxTokens: 32 + 8 * candidates } }),
    );
  });

  test.each<[string, string[], MethodName[]]>([
    ['neither', ['solve', 'combine'], []],
    ['to choose', ['solve', 'combine', 'choose'], ['bestOfN']],
    ['to judge', ['solve', 'combine', 'judge'], ['judgeScore']],
    ['both', taught.jobs, ['bestOfN', 'judgeScore']],
  ])('are had of nano by the jobs of its manifest alone: taught %s', async (_name, jobs, had) => {
    const { lab, engine } = await kit({ jobs });
    engine.script = answering((request) => (isChoose(request) ? '5: [2]' : '5, 5: Yes'));
    const methods: MethodName[] = ['bestOfN', 'judgeScore', 'selfConsistency', 'mutualPredictability'];
    const group = await lab.ask(question('2 + 3?', '5'), asking(methods));
    expect(methods.filter((method) => selected(group, method).index !== null)).toEqual(had);
    expect(selected(group, 'selfConsistency').reason).toBe('not-taught');
    expect(selected(group, 'mutualPredictability').reason).toBe('no-score');
  });
});

describe('general models', () => {
  const general = async (grammar: boolean) => {
    const engine = new ScriptedEngine({ loaded: false, capabilities: { grammar } });
    const made = await createLabKit({ engine });
    const loading = made.lab.load({ ...scriptedSpec, chat: 'general' });
    await finishLoad(engine);
    await loading;
    return made;
  };
  const reply = (request: SampleRequest): Line =>
    promptOf(request).includes('{"answer"') ? '{"answer": 1}'
    : promptOf(request).includes('{"equivalent"') ? '{"equivalent": "no"}'
    : 'So the answer is \\boxed{5}.';

  test('need no teaching, are held to the form, and choose by the order that is on record', async () => {
    const { lab, engine } = await general(true);
    engine.script = reply;
    const group = await lab.ask(question('2 + 3?'), asking(['bestOfN', 'judgeScore', 'selfConsistency'], 8));
    const { index, calls } = selected(group, 'bestOfN');
    expect(index).toBe(calls[0]!.order[0]);
    expect(selected(group, 'selfConsistency').calls[0]!.order).not.toEqual(calls[0]!.order);
    expect(selected(group, 'judgeScore')).toMatchObject({ index: 0, scores: Array(8).fill(0) });
    const constrained = engine.calls.flatMap(({ requests }) =>
      requests.flatMap((request) => (request.jsonSchema === undefined ? [] : [request])),
    );
    expect(constrained).toHaveLength(10);
  });

  test('are asked freely where the engine has no grammar', async () => {
    const { lab, engine } = await general(false);
    engine.script = reply;
    const group = await lab.ask(question('2 + 3?'), asking(['bestOfN']));
    expect(engine.calls.at(-1)!.requests[0]).not.toHaveProperty('jsonSchema');
    expect(selected(group, 'bestOfN').index).not.toBeNull();
  });
});

describe('a method that cannot be had', () => {
  test.each<[string, MethodName, Parameters<typeof kit>[0], string]>([
    ['the model was not taught to choose', 'bestOfN', { jobs: ['solve', 'combine'] }, 'not-taught'],
    ['the model was not taught to judge', 'judgeScore', { jobs: ['solve', 'choose'] }, 'not-taught'],
    ['the engine cannot score', 'mutualPredictability', { score: false }, 'no-score'],
  ])('since %s chooses none, and asks nothing', async (_name, method, parts, reason) => {
    const { lab, engine, faults } = await kit(parts);
    engine.script = answering(() => '[1]');
    const group = await lab.ask(question('2 + 3?'), asking([method]));
    expect(selected(group, method)).toMatchObject({ index: null, reason, calls: [] });
    expect(group).toMatchObject({ status: 'done', evaluation: { choices: { [method]: null } } });
    expect(engine.calls).toHaveLength(2);
    expect(faults()).toEqual([]);
  });

  test('judges no whole answers where the model was taught to judge final ones only', async () => {
    const { lab, engine } = await kit({ jobs: ['solve', 'judge', 'propose', 'verdict'] });
    engine.script = answering(() => 'Yes');
    const group = await lab.ask({ kind: 'open', text: 'How is bread kept?' }, asking(['judgeScore']));
    expect(selected(group, 'judgeScore')).toMatchObject({ index: null, reason: 'not-taught', calls: [] });
  });

  test('says so also where one rollout alone is left', async () => {
    const { lab, engine } = await kit({ jobs: [] });
    engine.script = answering(() => '[1]');
    const group = await lab.ask(question('2 + 3?'), asking(['bestOfN'], 1));
    expect(selected(group, 'bestOfN').reason).toBe('not-taught');
  });

  test('keeps the words where the reply is prose', async () => {
    const { lab, engine } = await kit();
    engine.script = answering(() => 'I like the second one.');
    const group = await lab.ask(question('2 + 3?'), asking(['bestOfN', 'judgeScore']));
    expect(selected(group, 'bestOfN')).toMatchObject({
      index: null,
      reason: 'unreadable',
      calls: [{ text: 'I like the second one.' }],
    });
    expect(selected(group, 'judgeScore')).toMatchObject({ reason: 'unreadable', scores: [null, null, null] });
    expect(selected(group, 'judgeScore').calls).toHaveLength(3);
  });

  test('has no room where its prompt does not fit, which is no fault', async () => {
    const { lab, engine, faults } = await kit();
    engine.script = answering(() => ({
      kind: 'context-overflow',
      job: 'sample',
      needed: 5000,
      available: 3072,
    }));
    const group = await lab.ask(question('2 + 3?'), asking(['bestOfN']));
    expect(selected(group, 'bestOfN')).toMatchObject({ index: null, reason: 'no-room' });
    expect(group?.status).toBe('done');
    expect(faults()).toEqual([]);
  });

  test('is given no text to score that does not fit', async () => {
    const { lab, engine } = await kit({ score: true, contextTokens: 16 });
    engine.script = (request) => (isSynthesis(request) ? '5' : 'a b c d e');
    const short = { sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 6 } };
    const asked = settings({ group: 3, methods: ['mutualPredictability'], ...short });
    const group = await lab.ask(question('2?'), asked);
    expect(selected(group, 'mutualPredictability')).toMatchObject({
      index: null,
      reason: 'no-room',
      scores: [null, null, null],
    });
    expect(engine.scored).toEqual([]);
  });

  test('tells a fault of its call, and the other methods go on', async () => {
    const { lab, engine, faults } = await kit();
    const cut = { kind: 'engine-failed', engine: 'wllama', reason: 'broken text' } as const;
    engine.script = answering((request) => (isChoose(request) ? cut : 'Yes'));
    const group = await lab.ask(question('2 + 3?'), asking(['bestOfN', 'judgeScore']));
    expect(selected(group, 'bestOfN')).toMatchObject({ index: null, reason: 'fault' });
    expect(selected(group, 'judgeScore').index).toBe(0);
    expect(group).toMatchObject({ status: 'done', faults: [cut] });
    expect(faults()).toEqual([cut]);
  });
});

test('a method’s seconds do not hold the load of the model that it asks', async () => {
  const engine = new ScriptedEngine();
  engine.loaded = { ...engine.loaded!, trained: taught };
  engine.script = () => '[1]';
  const done = doneGroup({});
  const group = { ...done, recipe: { ...done.recipe, methods: ['bestOfN'] as const } };
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    const take = (): Promise<ScriptedEngine> => {
      vi.advanceTimersByTime(60_000);
      return Promise.resolve(engine);
    };
    const tools = { policy: engine, anchor: engine, take, store: createMemoryStore(), compare };
    const { signal } = new AbortController();
    const events = await collect(assessMethods({ group, tools, seed: 1, signal }));
    expect(events).toContainEqual({
      kind: 'evidence',
      evidence: expect.objectContaining({ method: 'bestOfN', index: 0, seconds: 0 }) as Selection,
    });
  } finally {
    vi.useRealTimers();
  }
});

describe('what there is to choose from', () => {
  test('one rollout alone is chosen without a word', async () => {
    const { lab, engine } = await kit({ score: true });
    engine.script = answering(() => '[1]');
    const group = await lab.ask(question('2 + 3?'), asking(METHOD_NAMES, 1));
    expect(group?.evaluation?.choices).toMatchObject({
      bestOfN: 0,
      perplexity: 0,
      mutualPredictability: 0,
      judgeScore: 0,
    });
    expect(engine.calls).toHaveLength(2);
    expect(engine.scored).toEqual([]);
  });

  test('no cut-off, empty or failed rollout is shown or chosen, nor the extra one of the vote', async () => {
    const { lab, engine } = await kit();
    const cut = { kind: 'engine-failed', engine: 'wllama', reason: 'broken text' } as const;
    const lines: Line[] = [cut, 'word '.repeat(300), '', 'The answer is 5.', 'The answer is 6.', 'extra'];
    engine.script = (request, index) =>
      isChoose(request) ? '[2]' : isSynthesis(request) ? 'The answer is 5.' : lines[index];
    const group = await lab.ask(
      question('2 + 3?'),
      settings({ group: 5, equalCompute: true, methods: ['bestOfN', 'perplexity'] }),
    );
    expect(promptOf(engine.calls.at(-1)!.requests[0]!)).toBe(
      'Choose.\nQuestion: 2 + 3?\n[1]\nThe answer is 5.\n[2]\nThe answer is 6.',
    );
    expect(group?.evaluation?.choices).toEqual({ bestOfN: 4, perplexity: 3 });
    expect(selected(group, 'perplexity').scores).toEqual([null, null, null, -0.5, -0.5]);
  });

  test('where every rollout was cut off there is nothing, and where the synthesis was, no reference', async () => {
    const { lab, engine } = await kit();
    engine.script = answering(() => 'Yes');
    const short = { sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 2 } };
    const group = await lab.ask(
      question('2 + 3?'),
      settings({ group: 2, methods: ['bestOfN', 'perplexity', 'judgeScore'], ...short }),
    );
    for (const method of ['bestOfN', 'perplexity', 'judgeScore'] as const) {
      expect(selected(group, method)).toMatchObject({ index: null, reason: 'nothing-to-choose' });
    }
    expect(group?.status).toBe('done');
  });
});

describe('stopping among the methods', () => {
  test('keeps what came, and going on asks only for the rest', async () => {
    const { lab, engine, store } = await kit();
    engine.script = answering((request) => (isChoose(request) ? '[3]' : undefined));
    const asked = lab.ask(question('2 + 3?', '5'), asking(['bestOfN', 'judgeScore']));
    for (let call = 0; call < 3; call++) await engine.nextCall();
    const judging = await engine.nextCall();
    judging.answer(1, 'Yes');
    lab.stop();
    const stopped = await asked;
    expect(stopped?.status).toBe('stopped');
    expect(selected(stopped, 'bestOfN').index).toBe(2);
    expect(selected(stopped, 'judgeScore')).toMatchObject({
      index: null,
      reason: 'unfinished',
      scores: [null, 1, null],
      calls: [{ text: 'Yes', order: [1] }],
    });
    expect(await store.group(stopped!.id)).toEqual(stopped);

    engine.script = answering(() => 'No');
    const whole = await lab.ask(question('2 + 3?', '5'), asking(['bestOfN', 'judgeScore']));
    expect(whole).toMatchObject({ id: stopped!.id, status: 'done' });
    expect(engine.calls).toHaveLength(5);
    expect(engine.calls[4]!.requests).toHaveLength(2);
    expect(selected(whole, 'judgeScore')).toMatchObject({ index: 1, scores: [0, 1, 0] });
    expect(selected(whole, 'bestOfN')).toEqual(selected(stopped, 'bestOfN'));
  });

  test('does not wait for a score, and keeps those that came', async () => {
    const { lab, engine } = await kit({ score: true, slots: 2 });
    engine.script = answering(() => undefined);
    const asked = lab.ask(question('2 + 3?'), asking(['mutualPredictability']));
    const first = await engine.nextScore();
    expect(first.requests).toHaveLength(2);
    first.settle({ ok: true, value: [[-1], [-2, -4]] });
    const second = await engine.nextScore();
    lab.stop();
    const stopped = await asked;
    expect(selected(stopped, 'mutualPredictability')).toMatchObject({
      index: null,
      reason: 'unfinished',
      scores: [-1, -3, null],
    });
    second.settle({ ok: true, value: [[-9]] });

    engine.scorer = () => [-0.5];
    const whole = await lab.ask(question('2 + 3?'), asking(['mutualPredictability']));
    expect(engine.scored).toHaveLength(4);
    expect(selected(whole, 'mutualPredictability')).toMatchObject({ index: 2, scores: [-1, -3, -0.5] });
    expect(selected(whole, 'mutualPredictability').calls.map(({ order }) => order.at(-1))).toEqual([0, 1, 2]);
  });

  test('an engine that dies under a method is loaded again, and the method goes on', async () => {
    const { lab, engine } = await kit();
    engine.script = answering(() => undefined);
    const asked = lab.ask(question('2 + 3?'), asking(['judgeScore']));
    await engine.nextCall();
    await engine.nextCall();
    const judging = await engine.nextCall();
    judging.answer(0, 'No');
    engine.script = answering(() => 'Yes');
    engine.loaded = null;
    judging.faultAll({ kind: 'worker-died', engine: 'wllama', reason: 'trap' });
    await finishLoad(engine);
    const group = await asked;
    expect(group?.status).toBe('done');
    expect(selected(group, 'judgeScore')).toMatchObject({ index: 1, scores: [0, 1, 1] });
    expect(engine.calls[3]!.requests).toHaveLength(2);
  });
});
