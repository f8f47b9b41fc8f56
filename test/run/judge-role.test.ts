import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import { ScriptedEngine } from '../kit/engine.ts';
import { createLabKit, question } from './lab-kit.ts';
import type { LabKit } from './lab-kit.ts';
import {
  anyLoad,
  finishAnyLoad,
  generalSpec,
  jobsOf,
  judgeSpec,
  openQuestion,
  openSettings,
  playing,
} from './open-kit.ts';

const ask = openQuestion('How do I sleep well?');
const full: Fault = { kind: 'out-of-memory', reason: 'no room' };
const died: Fault = { kind: 'worker-died', engine: 'wllama', reason: 'trap' };

interface JudgeKit extends LabKit {
  readonly judge: ScriptedEngine;
}

/** A lab with a policy that is loaded, and an engine for a judge that is not yet. */
async function judgeKit(): Promise<JudgeKit> {
  const judge = new ScriptedEngine({ loaded: false });
  const kit = await createLabKit({ spec: generalSpec, other: judge });
  kit.engine.script = playing();
  judge.script = playing();
  return { ...kit, judge };
}

const loadJudge = async ({ lab, judge }: JudgeKit): Promise<void> => {
  const loading = lab.load(judgeSpec, { role: 'judge' });
  await finishAnyLoad(judge);
  await loading;
};

describe('a judge of its own', () => {
  test('gives the verdicts, proposes nothing, and stands in the recipe', async () => {
    const kit = await judgeKit();
    await loadJudge(kit);
    const group = await kit.lab.ask(ask, openSettings());
    expect(jobsOf(kit.engine)).toEqual(['rollout', 'synthesis', 'propose']);
    expect(jobsOf(kit.judge)).toEqual(['verdict']);
    expect(group?.recipe).toMatchObject({ anchor: { model: 'general' }, judge: { model: 'judge' } });
    expect(kit.lab.loaded('judge')?.spec.id).toBe('judge');
    expect(kit.lab.loaded('anchor')?.spec.id).toBe('general');
  });

  test('is not named where the question has a final answer', async () => {
    const kit = await judgeKit();
    await loadJudge(kit);
    const group = await kit.lab.ask(question('2 + 3?'), openSettings());
    expect(group?.recipe.judge.model).toBe('general');
    expect(kit.judge.calls).toEqual([]);
  });

  test('tells the page nothing of its load but to whom asked for it', async () => {
    const kit = await judgeKit();
    const seen: unknown[] = [];
    const loading = kit.lab.load(judgeSpec, { role: 'judge', onProgress: (one) => seen.push(one) });
    await anyLoad(kit.judge);
    kit.judge.progress(1, 2);
    kit.judge.finishLoad();
    await loading;
    expect(kit.events).toEqual([]);
    expect(seen).toEqual([{ stage: 'fetch', bytes: 1, totalBytes: 2 }]);
  });

  test('that is let go leaves judging to the anchor', async () => {
    const kit = await judgeKit();
    await loadJudge(kit);
    await kit.lab.unload('judge');
    expect(kit.judge.loaded).toBeNull();
    expect(kit.lab.loaded('judge')?.spec.id).toBe('general');
    const group = await kit.lab.ask(ask, openSettings());
    expect(group?.recipe.judge.model).toBe('general');
  });

  test('that could not be loaded is told, and is none', async () => {
    const kit = await judgeKit();
    const loading = kit.lab.load(judgeSpec, { role: 'judge' });
    await anyLoad(kit.judge);
    kit.judge.failLoad({ kind: 'model-missing', model: 'judge', url: 'x', status: 404 });
    expect(await loading).toBe(false);
    expect(kit.faults()).toMatchObject([{ kind: 'model-missing' }]);
    expect(await kit.lab.ask(ask, openSettings())).toMatchObject({ status: 'done' });
    expect(kit.lab.loaded('judge')?.spec.id).toBe('general');
  });

  test('that dies is loaded again by itself, and asked only for the rest', async () => {
    const kit = await judgeKit();
    await loadJudge(kit);
    kit.judge.script = null;
    const asked = kit.lab.ask(ask, openSettings());
    const call = await kit.judge.nextCall();
    call.answer(0, 'yes');
    kit.judge.script = playing();
    kit.judge.loaded = null;
    call.faultAll(died);
    await finishAnyLoad(kit.judge);
    expect(await asked).toMatchObject({ status: 'done', faults: [] });
    expect(kit.judge.calls.at(-1)?.requests).toHaveLength(9);
    expect(kit.engine.loads).toHaveLength(1);
  });

  test('that cannot be loaded again ends the question; its verdicts are kept for the next time', async () => {
    const kit = await judgeKit();
    await loadJudge(kit);
    kit.judge.script = null;
    const asked = kit.lab.ask(ask, openSettings());
    const call = await kit.judge.nextCall();
    call.answer(0, 'yes');
    kit.judge.loaded = null;
    call.faultAll(died);
    await anyLoad(kit.judge);
    kit.judge.failLoad({ kind: 'model-missing', model: 'judge', url: 'x', status: 404 });
    const group = await asked;
    expect(group?.status).toBe('failed');
    expect(group?.evidence.filter(({ kind }) => kind === 'verdict')).toHaveLength(1);

    kit.judge.script = playing();
    const again = kit.lab.ask(ask, openSettings());
    await finishAnyLoad(kit.judge);
    expect(await again).toMatchObject({ id: group?.id, status: 'done' });
    expect(kit.judge.calls.at(-1)?.requests).toHaveLength(9);
  });

  test('lets an experiment have one question in flight, so that neither side waits for the other', async () => {
    const kit = await judgeKit();
    await loadJudge(kit);
    const started: string[] = [];
    kit.lab.listen((event) => {
      if (event.kind === 'group-start' || event.kind === 'group-done') started.push(event.kind);
    });
    await kit.lab.experiment([ask, openQuestion('How do I wake up?')], openSettings());
    expect(started).toEqual(['group-start', 'group-done', 'group-start', 'group-done']);
  });
});

describe('where memory does not hold both', () => {
  /** The judge finds no room beside the policy, and then has it. */
  const crowd = async (kit: JudgeKit): Promise<boolean> => {
    const loading = kit.lab.load(judgeSpec, { role: 'judge' });
    await anyLoad(kit.judge);
    kit.judge.failLoad(full);
    await finishAnyLoad(kit.judge);
    return loading;
  };

  test('the policy makes room for the judge, and both count as loaded', async () => {
    const kit = await judgeKit();
    expect(await crowd(kit)).toBe(true);
    expect(kit.engine.loaded).toBeNull();
    expect(kit.lab.loaded('policy')?.spec.id).toBe('general');
    expect(kit.lab.loaded('judge')?.spec.id).toBe('judge');
    expect(kit.faults()).toEqual([]);
  });

  test('they take turns: the policy for the answers, the judge for the verdicts', async () => {
    const kit = await judgeKit();
    await crowd(kit);
    const asked = kit.lab.ask(ask, openSettings());
    await finishAnyLoad(kit.engine);
    expect(kit.judge.loaded).toBeNull();
    await finishAnyLoad(kit.judge);
    const group = await asked;
    expect(group).toMatchObject({ status: 'done', faults: [], recipe: { judge: { model: 'judge' } } });
    expect(kit.engine.loaded).toBeNull();
    expect(jobsOf(kit.judge)).toEqual(['verdict']);
    expect(kit.faults()).toEqual([]);
  });

  test('an experiment takes turns with every question', async () => {
    const kit = await judgeKit();
    await crowd(kit);
    const ran = kit.lab.experiment([ask, openQuestion('How do I wake up?')], openSettings());
    await finishAnyLoad(kit.engine);
    await finishAnyLoad(kit.judge);
    await finishAnyLoad(kit.engine);
    await finishAnyLoad(kit.judge);
    expect(await ran).toMatchObject({ questions: 2 });
    expect(kit.faults()).toEqual([]);
  });

  test('a judge without room even alone is told so, and is none', async () => {
    const kit = await judgeKit();
    const loading = kit.lab.load(judgeSpec, { role: 'judge' });
    await anyLoad(kit.judge);
    kit.judge.failLoad(full);
    await anyLoad(kit.judge);
    kit.judge.failLoad(full);
    expect(await loading).toBe(false);
    expect(kit.faults()).toEqual([full]);
    const asked = kit.lab.ask(ask, openSettings());
    await finishAnyLoad(kit.engine);
    expect(await asked).toMatchObject({ status: 'done', recipe: { judge: { model: 'general' } } });
  });

  test('a policy that loses its memory beside the judge is loaded again without it', async () => {
    const kit = await judgeKit();
    await loadJudge(kit);
    kit.engine.script = null;
    const asked = kit.lab.ask(ask, openSettings());
    await kit.engine.nextCall();
    kit.engine.script = playing();
    kit.engine.lose(full, 2);
    await finishAnyLoad(kit.engine);
    expect(kit.engine.options.at(-1)).not.toHaveProperty('slots');
    expect(kit.judge.loaded).toBeNull();
    await finishAnyLoad(kit.judge);
    expect(await asked).toMatchObject({ status: 'done', faults: [] });
  });

  test('another judge is tried beside the policy first', async () => {
    const kit = await judgeKit();
    await crowd(kit);
    const smaller = kit.lab.load({ ...judgeSpec, id: 'smaller' }, { role: 'judge' });
    await finishAnyLoad(kit.judge);
    await smaller;
    const asked = kit.lab.ask(ask, openSettings());
    await finishAnyLoad(kit.engine);
    await asked;
    expect(kit.judge.loaded).not.toBeNull();
    expect(kit.engine.loaded).not.toBeNull();
  });
});
