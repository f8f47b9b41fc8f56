/** All methods with the bundled model on the CPU engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METHOD_NAMES } from '../../src/baseline/selection.ts';
import type { MethodName, Selection } from '../../src/baseline/selection.ts';
import { bundledModel } from '../../src/engine/bundled.ts';
import { createWllamaEngine } from '../../src/engine/wllama/engine.ts';
import { selectionsOf } from '../../src/group/evidence.ts';
import type { Group } from '../../src/group/group.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { createLab } from '../../src/run/create-lab.ts';
import { applyChange, defaultSettings } from '../../src/run/settings.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { easy } from '../kit/easy.ts';

describe('the methods with the bundled model', () => {
  const engine = createWllamaEngine();
  const lab = createLab({
    engines: { wllama: () => Promise.resolve(engine) },
    store: createMemoryStore(),
    compare,
  });
  let group: Group;

  beforeAll(async () => {
    if (!(await lab.load(bundledModel))) throw new Error('the model could not be loaded');
    const settings = applyChange(defaultSettings('nano'), { group: 4, methods: METHOD_NAMES });
    const question = { kind: 'verifiable', text: easy.question, truth: easy.answer } as const;
    const asked = await lab.ask(question, settings);
    if (asked === null) throw new Error('nothing came of it');
    group = asked;
  }, 120_000);
  afterAll(() => engine.unload());

  const by = (method: MethodName): Selection => {
    const found = selectionsOf(group.evidence).find((one) => one.method === method);
    if (found === undefined) throw new Error(`nothing by ${method}`);
    return found;
  };
  const candidates = (): number[] =>
    group.rollouts.flatMap(({ index, stop }) => (stop === 'end' ? [index] : []));

  test('all come to an end with the group', () => {
    expect(group).toMatchObject({ status: 'done', faults: [] });
    expect(Object.keys(group.evaluation?.choices ?? {}).sort()).toEqual([...METHOD_NAMES].sort());
  });

  test('least perplexity chooses by the log-probabilities of the rollouts themselves', () => {
    const { index, scores } = by('perplexity');
    for (const candidate of candidates()) expect(scores[candidate]).toBeLessThan(0);
    expect(scores[index ?? -1]).toBe(Math.max(...scores.filter((score) => score !== null)));
  });

  test('mutual predictability says that this engine cannot score', () => {
    expect(by('mutualPredictability')).toMatchObject({ index: null, reason: 'no-score' });
  });

  test.each([
    ['bestOfN', 'once'],
    ['judgeScore', 'of each'],
  ] as const)('%s asks %s, and names a rollout', (method, often) => {
    const selection = by(method);
    expect(selection.calls).toHaveLength(often === 'once' ? 1 : candidates().length);
    for (const { stop, promptTokens } of selection.calls) {
      expect(stop).toBe('end');
      expect(promptTokens).toBeGreaterThan(0);
    }
    expect(selection).not.toHaveProperty('reason');
    expect(candidates()).toContain(selection.index);
  });

  test('universal self-consistency says that the model was not taught it', () => {
    expect(by('selfConsistency')).toMatchObject({ index: null, reason: 'not-taught', calls: [] });
  });
});
