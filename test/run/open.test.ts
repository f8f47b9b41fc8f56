import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import { rubricOf, verdictsOf } from '../../src/group/evidence.ts';
import type { Group } from '../../src/group/group.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import type { RunEvent } from '../../src/run/event.ts';
import type { ScriptedEngine } from '../kit/engine.ts';
import { createLabKit, question } from './lab-kit.ts';
import type { LabKit } from './lab-kit.ts';
import { finishAnyLoad, FIVE, generalSpec, jobOf, jobsOf, openQuestion, openSettings, playing } from './open-kit.ts';

const openKit = (): Promise<LabKit> => createLabKit({ spec: generalSpec });
const ask = openQuestion('How do I sleep well?');

const assessing = (events: readonly RunEvent[]): string[] =>
  events.flatMap((event) =>
    event.kind === 'assessing' ? [`${event.job} ${event.done}/${event.total}`] : [],
  );
const rewardsOf = (group: Group | null): unknown => group?.evaluation?.rewards;

describe('an open question', () => {
  test('is sampled, synthesised, given criteria and judged; the rewards follow', async () => {
    const { lab, engine, store, events, kinds } = await openKit();
    engine.script = playing();
    const group = await lab.ask(ask, openSettings());

    expect(jobsOf(engine)).toEqual(['rollout', 'synthesis', 'propose', 'verdict']);
    expect(group).toMatchObject({ status: 'done', faults: [] });
    expect(rubricOf(group!.evidence)?.criteria.map(({ text }) => text)).toEqual(FIVE);
    expect(verdictsOf(group!.evidence)).toHaveLength(10);
    expect(group?.evaluation).toMatchObject({
      rewards: [0.2, 0.4],
      readings: [{ kind: 'absent' }, { kind: 'absent' }],
      majority: null,
      disagrees: false,
      rubric: { rewards: [0.2, 0.4], unreadable: 0, agreement: null },
    });
    expect(group?.evaluation?.advantages.map((one) => one?.toFixed(9))).toEqual(['-1.000000000', '1.000000000']);
    expect(kinds().slice(-4)).toEqual(['evidence', 'assessing', 'evaluated', 'group-done']);
    expect(assessing(events)).toEqual([
      'rubric 0/1',
      'rubric 1/1',
      ...Array.from({ length: 11 }, (_, done) => `verdicts ${done}/10`),
    ]);
    expect(await store.group(group!.id)).toEqual(group);
  });

  test('has prompts without a box, a judge and its way of judging in the recipe, and no vote over one more', async () => {
    const { lab, engine } = await openKit();
    engine.script = playing();
    const judging = { repeats: 1, permute: true };
    const group = await lab.ask(ask, openSettings({ equalCompute: true, judging }));
    expect(group?.recipe).toMatchObject({
      equalCompute: false,
      judge: { model: 'general' },
      judging,
    });
    expect(Object.keys(group?.recipe.assessPrompts ?? {})).toEqual([
      'propose',
      'verdict',
      'verdictAnswerFirst',
    ]);
    expect(JSON.stringify(group?.recipe.prompts)).not.toContain('boxed');
    const firsts = verdictsOf(group!.evidence).map(({ answerFirst }) => answerFirst);
    expect(new Set(firsts)).toEqual(new Set([true, false]));
  });

  test('is answered from the store the second time, rubric and verdicts with it', async () => {
    const { lab, engine, events } = await openKit();
    engine.script = playing();
    const group = await lab.ask(ask, openSettings());
    events.length = 0;
    expect(await lab.ask(ask, openSettings())).toEqual(group);
    expect(engine.calls).toHaveLength(4);
    expect(events.filter(({ kind }) => kind === 'evidence')).toHaveLength(11);
  });

  test('is another work than the same words with a final answer', async () => {
    const { lab, engine } = await openKit();
    engine.script = playing();
    const open = await lab.ask(ask, openSettings());
    const closed = await lab.ask(question(ask.text), openSettings());
    expect(closed?.id).not.toBe(open?.id);
    expect(closed?.recipe.judging).toBeUndefined();
    expect(closed?.evidence).toEqual([]);
  });

  test('judged more than once says how far the judge agrees with itself', async () => {
    const { lab, engine } = await openKit();
    engine.script = playing({ verdict: (_, index) => (index === 1 ? 'no' : 'yes') });
    const settings = openSettings({ judging: { repeats: 2, permute: false } });
    const group = await lab.ask(ask, settings);
    expect(verdictsOf(group!.evidence)).toHaveLength(20);
    expect(group?.evaluation?.rubric).toMatchObject({ agreement: 0.9, ties: 1, rewards: [0.8, 1] });
  });

  test('does not judge what was never written', async () => {
    const { lab, engine } = await openKit();
    engine.script = playing({ rollouts: ['Names point one.', '  '] });
    const group = await lab.ask(ask, openSettings());
    expect(group?.evaluation).toMatchObject({
      rewards: [0.2, 0],
      advantages: [0, null],
      rubric: { rewards: [0.2, null] },
    });
    expect(verdictsOf(group!.evidence)).toHaveLength(5);
  });

  test('does not judge what was cut off, whatever it holds', async () => {
    const { lab, engine, store } = await openKit();
    const long = `${FIVE.join(' ')} ${'word '.repeat(40)}`;
    engine.script = playing({ rollouts: ['Names point one.', long, 'Names point one. Names point two.'] });
    const sampling = { temperature: 1, topP: 1, topK: 0, maxTokens: 40 };
    const group = await lab.ask(ask, openSettings({ group: 3, sampling }));
    expect(group?.rollouts.map(({ stop }) => stop)).toEqual(['end', 'length', 'end']);
    expect(verdictsOf(group!.evidence).map(({ rollout }) => rollout)).not.toContain(1);
    expect(group?.evaluation?.rubric?.rewards).toEqual([0.2, null, 0.4]);
    expect(outcomeOf({ ...group!, evaluation: group!.evaluation! }).scores).toMatchObject({
      single: expect.closeTo(0.3, 9) as number,
      oracle: 0.4,
    });
    expect(await store.group(group!.id)).toEqual(group);
  });

  test('is judged by what models say after they have thought', async () => {
    const { lab, engine } = await openKit();
    const play = playing();
    const thinks = (words: string | Fault | undefined): string =>
      `<think>\n- Is this a criterion?\n{"verdict": "no"}\n</think>\n\n${String(words)}`;
    engine.script = (request, index) => {
      const said = play(request, index);
      return ['propose', 'verdict'].includes(jobOf(request)) ? thinks(said) : said;
    };
    const group = await lab.ask(ask, openSettings());
    expect(rubricOf(group!.evidence)?.criteria.map(({ text }) => text)).toEqual(FIVE);
    expect(group?.evaluation?.rubric).toMatchObject({ rewards: [0.2, 0.4], unreadable: 0 });
  });

  test('judged in prose counts every verdict as unreadable, and ends well', async () => {
    const { lab, engine } = await openKit();
    engine.script = playing({ verdict: () => 'It is a fine answer.' });
    const group = await lab.ask(ask, openSettings());
    expect(group).toMatchObject({ status: 'done', faults: [] });
    expect(group?.evaluation?.rubric).toMatchObject({ rewards: [0, 0], unreadable: 10 });
  });
});

describe('a model that was not taught open questions', () => {
  test('is said before its first token', async () => {
    const { lab, engine, faults } = await createLabKit();
    expect(await lab.ask(ask, openSettings())).toBeNull();
    expect(faults()).toEqual([{ kind: 'open-untaught', model: 'scripted' }]);
    expect(engine.calls).toEqual([]);
  });
});

describe('where the anchor finds no criterion', () => {
  const none = playing({ criteria: ['Good:', 'Good'] });

  test('that is said once, its words are kept, and nothing is judged', async () => {
    const { lab, engine, faults } = await openKit();
    engine.script = none;
    const group = await lab.ask(ask, openSettings());
    expect(jobsOf(engine)).toEqual(['rollout', 'synthesis', 'propose', 'propose']);
    expect(faults()).toEqual([{ kind: 'no-criteria', attempts: 2 }]);
    expect(group).toMatchObject({ status: 'done', evaluation: { rewards: [0, 0] } });
    expect(rubricOf(group!.evidence)).toMatchObject({ criteria: [], proposals: [{}, {}] });
  });

  test('a person can write one and have it judged', async () => {
    const { lab, engine, store } = await openKit();
    engine.script = none;
    const group = await lab.ask(ask, openSettings());
    engine.script = playing();
    const rubric = rubricOf(group!.evidence)!;
    const written = { text: 'Names point two.', weight: 1, source: 'written' as const };
    await lab.amend(group!.id, { ...rubric, criteria: [written] });
    await lab.judge(group!.id);
    expect(rewardsOf(await store.group(group!.id))).toEqual([0, 1]);
  });
});

describe('a data set’s own rubric', () => {
  const rubric = [
    { criterion: 'Names point one.', points: 4 },
    { criterion: 'Names point two.', points: -2 },
  ];

  test('is judged for each rollout and the synthesis, and scored beside the reward', async () => {
    const { lab, engine } = await openKit();
    engine.script = playing();
    const group = await lab.ask(openQuestion(ask.text, rubric), openSettings());
    expect(group?.evaluation?.rubric).toMatchObject({
      rewards: [0.2, 0.4],
      given: [1, 0.5],
      givenSynthesis: 0,
    });
    expect(verdictsOf(group!.evidence)).toHaveLength(10 + 4 + 2);
  });

  test('is never shown to the policy, nor to the anchor', async () => {
    const { lab, engine } = await openKit();
    engine.script = playing({ rollouts: ['Something else.'] });
    await lab.ask(openQuestion(ask.text, [{ criterion: 'A SECRET point.', points: 4 }]), openSettings());
    const seen = engine.calls.flatMap(({ requests }) => requests);
    const others = seen.filter((request) => jobOf(request) !== 'verdict');
    expect(JSON.stringify(others)).not.toContain('SECRET');
    expect(JSON.stringify(seen)).toContain('SECRET');
  });

  test('that comes later is judged over the same texts, and what was judged is not judged again', async () => {
    const { lab, engine } = await openKit();
    engine.script = playing();
    const first = await lab.ask(ask, openSettings());
    const second = await lab.ask(openQuestion(ask.text, rubric), openSettings());
    expect(jobsOf(engine)).toEqual(['rollout', 'synthesis', 'propose', 'verdict', 'verdict']);
    expect(engine.calls.at(-1)?.requests).toHaveLength(6);
    expect(second?.rollouts).toEqual(first?.rollouts);
    expect(second?.evaluation?.rubric?.given).toEqual([1, 0.5]);
    // A typed question brings none, and takes none away.
    expect((await lab.ask(ask, openSettings()))?.evaluation?.rubric?.given).toEqual([1, 0.5]);
    expect(engine.calls).toHaveLength(5);
  });
});

describe('judging that does not come to its end', () => {
  const byHand = playing({ verdict: () => undefined });
  const upToVerdicts = async (engine: ScriptedEngine) => {
    for (let call = await engine.nextCall(); ; call = await engine.nextCall()) {
      if (jobOf(call.requests[0]!) === 'verdict') return call;
    }
  };

  test('keeps the verdicts of before a stop, and asks only for the rest the next time', async () => {
    const { lab, engine, store } = await openKit();
    engine.script = byHand;
    const asked = lab.ask(ask, openSettings());
    const call = await upToVerdicts(engine);
    call.answer(0, 'yes');
    call.answer(7, 'no');
    call.token(3, 'ye');
    lab.stop();
    const stopped = await asked;
    expect(stopped?.status).toBe('stopped');
    expect(verdictsOf((await store.group(stopped!.id))!.evidence)).toHaveLength(2);

    engine.script = playing();
    const done = await lab.ask(ask, openSettings());
    expect(done).toMatchObject({ id: stopped!.id, status: 'done' });
    expect(jobsOf(engine).slice(4)).toEqual(['verdict']);
    expect(engine.calls.at(-1)?.requests).toHaveLength(8);
    expect(engine.calls.at(-1)?.requests[0]?.seed).toBe(call.requests[1]!.seed);
    expect(verdictsOf(done!.evidence)).toHaveLength(10);
  });

  test('goes on by itself where the engine died, and asks only for the rest', async () => {
    const { lab, engine } = await openKit();
    engine.script = byHand;
    const asked = lab.ask(ask, openSettings());
    const call = await upToVerdicts(engine);
    call.answer(0, 'yes');
    engine.script = playing();
    engine.loaded = null;
    call.faultAll({ kind: 'worker-died', engine: 'wllama', reason: 'trap' });
    await finishAnyLoad(engine);
    const group = await asked;
    expect(group).toMatchObject({ status: 'done', faults: [] });
    expect(engine.calls.at(-1)?.requests).toHaveLength(9);
    expect(verdictsOf(group!.evidence)).toHaveLength(10);
  });

  test('stopped while the anchor proposes leaves no rubric, and begins there the next time', async () => {
    const { lab, engine } = await openKit();
    engine.script = (request, index) =>
      jobOf(request) === 'propose' ? undefined : playing()(request, index);
    const asked = lab.ask(ask, openSettings());
    for (let at = 0; at < 3; at++) await engine.nextCall();
    lab.stop();
    const stopped = await asked;
    expect(stopped).toMatchObject({ status: 'stopped', evidence: [] });
    engine.script = playing();
    expect(await lab.ask(ask, openSettings())).toMatchObject({ id: stopped!.id, status: 'done' });
    expect(jobsOf(engine).slice(3)).toEqual(['propose', 'verdict']);
  });
});
