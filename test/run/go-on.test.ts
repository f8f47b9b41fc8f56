import { describe, expect, test } from 'vitest';
import type { MethodName } from '../../src/baseline/selection.ts';
import { canonicalJson, sha256 } from '../../src/base/hash.ts';
import { hashRecipe } from '../../src/group/recipe.ts';
import { makeRecipe } from '../../src/run/recipe.ts';
import { ScriptedEngine } from '../kit/engine.ts';
import { loadedModel, nanoTrained } from '../kit/lab.ts';
import { createLabKit, question, settings } from './lab-kit.ts';

async function kit() {
  const engine = new ScriptedEngine({ loaded: false });
  engine.trained = { ...nanoTrained, jobs: ['solve', 'combine', 'choose', 'judge'] };
  const made = await createLabKit({ engine });
  engine.script = ({ messages: [message] }) =>
    message!.content.startsWith('Choose.') ? '[2]'
    : message!.content.startsWith('Judge.') ? 'Yes'
    : 'So the answer is 5.';
  /** What was asked since the last time, by the first word of each prompt. */
  let seen = 0;
  const asked = (): string[] => {
    const jobs = engine.calls.slice(seen).flatMap(({ requests }) =>
      requests.map((request) => /^\w+/.exec(request.messages[0]!.content)![0]),
    );
    seen = engine.calls.length;
    return jobs;
  };
  return { ...made, asked };
}

const two = question('2 + 3?', '5');
const asking = (...methods: MethodName[]) => settings({ methods });

describe('a question that is asked again with more methods', () => {
  test('is another group with the same texts, and only the methods are asked', async () => {
    const { lab, asked, store } = await kit();
    const plain = await lab.ask(two, settings());
    asked();
    const group = await lab.ask(two, asking('bestOfN', 'perplexity'));
    expect(asked()).toEqual(['Choose']);
    expect(group?.id).not.toBe(plain?.id);
    expect(group).toMatchObject({
      status: 'done',
      rollouts: plain!.rollouts,
      synthesis: plain!.synthesis,
      evaluation: { choices: { bestOfN: 1, perplexity: 0 } },
    });
    expect(await store.group(group!.id)).toEqual(group);
    // The finished one stays as it was.
    expect(await store.group(plain!.id)).toEqual(plain);
  });

  test('keeps the choices that were made already', async () => {
    const { lab, asked } = await kit();
    await lab.ask(two, asking('bestOfN'));
    asked();
    const group = await lab.ask(two, asking('bestOfN', 'judgeScore'));
    expect(asked()).toEqual(['Judge', 'Judge']);
    expect(group?.evaluation?.choices).toEqual({ bestOfN: 1, judgeScore: 0 });
  });

  test('is answered from the store where an earlier group has all that is wanted, or more', async () => {
    const { lab, asked, events } = await kit();
    const rich = await lab.ask(two, asking('bestOfN', 'perplexity'));
    asked();
    for (const wanted of [settings(), asking('perplexity'), asking('perplexity', 'bestOfN')]) {
      events.splice(0);
      expect(await lab.ask(two, wanted)).toEqual(rich);
      expect(events[0]).toMatchObject({ kind: 'group-start', cached: true });
    }
    expect(asked()).toEqual([]);
  });

  test('asks a method anew where its prompt is another one by now', async () => {
    const { lab, asked, store } = await kit();
    const group = await lab.ask(two, asking('bestOfN'));
    await store.putGroup({
      ...group!,
      recipe: { ...group!.recipe, assessPrompts: { choose: 'Choose!\n{rollouts}' } },
    });
    asked();
    const again = await lab.ask(two, asking('bestOfN'));
    expect(asked()).toEqual(['Choose']);
    expect(again?.id).not.toBe(group?.id);
  });

  test('goes on with the group whose methods were stopped, not with the plain one', async () => {
    const { lab, engine, asked } = await kit();
    await lab.ask(two, settings());
    const { script } = engine;
    engine.script = () => undefined;
    const stopping = lab.ask(two, asking('judgeScore'));
    for (let call = 0; call < 2; call++) await engine.nextCall();
    const judging = await engine.nextCall();
    judging.answer(0, 'No');
    lab.stop();
    const stopped = await stopping;
    asked();
    engine.script = script;
    const group = await lab.ask(two, asking('judgeScore'));
    expect(asked()).toEqual(['Judge']);
    expect(group).toMatchObject({ id: stopped!.id, evaluation: { choices: { judgeScore: 1 } } });
  });

  test('goes on with a stopped one without its methods where none are wanted any more', async () => {
    const { lab, engine, asked } = await kit();
    const { script } = engine;
    engine.script = (request) =>
      request.messages[0]!.content.startsWith('Choose.') ? undefined : 'So the answer is 5.';
    const stopping = lab.ask(two, asking('bestOfN'));
    for (let call = 0; call < 3; call++) await engine.nextCall();
    lab.stop();
    const stopped = await stopping;
    asked();
    engine.script = script;
    const group = await lab.ask(two, settings());
    expect(asked()).toEqual([]);
    expect(group).toMatchObject({ id: stopped!.id, status: 'done', evidence: [] });
    expect(group?.recipe).not.toHaveProperty('methods');
  });

  test('samples everything anew where that is wanted', async () => {
    const { lab, asked } = await kit();
    await lab.ask(two, settings());
    asked();
    await lab.ask(two, asking('bestOfN'), { fresh: true });
    expect(asked()).toEqual(['Solve', 'Solve', 'Combine', 'Choose']);
  });
});

test('methods change no recipe hash, and a plain ask has nothing of them', async () => {
  const recipe = makeRecipe(settings(), loadedModel(), loadedModel());
  expect(await hashRecipe(recipe)).toBe(await sha256(canonicalJson(recipe)));
  expect(Object.keys(recipe)).not.toContain('methods');
  expect(Object.keys(recipe)).not.toContain('assessPrompts');
  const rich = makeRecipe(asking('bestOfN', 'judgeScore'), loadedModel(), loadedModel());
  expect(await hashRecipe(rich)).toBe(await hashRecipe(recipe));
  const other = { ...recipe, assessPrompts: { propose: 'Propose.' } };
  expect(await hashRecipe(other)).not.toBe(await hashRecipe(recipe));
});
