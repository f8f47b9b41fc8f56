/** Mutual predictability through the real `score` of the GPU engine, with the bundled model. */
import { afterAll, expect, test } from 'vitest';
import { bundledGpuModel } from '../../src/engine/bundled.ts';
import { createWebllmEngine } from '../../src/engine/webllm/engine.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import { selectionsOf } from '../../src/group/evidence.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { createLab } from '../../src/run/create-lab.ts';
import { applyChange, defaultSettings } from '../../src/run/settings.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { easy } from '../kit/easy.ts';

const engine = createWebllmEngine();
afterAll(() => engine.unload());

test('each rollout is scored after the others, and the best foretold one is chosen', { timeout: 300_000 }, async () => {
  const lab = createLab({
    engines: { webllm: () => Promise.resolve(engine) },
    store: createMemoryStore(),
    compare,
  });
  expect(await lab.load(bundledGpuModel)).toBe(true);
  const methods = ['perplexity', 'mutualPredictability'] as const;
  const settings = applyChange(defaultSettings('nano'), { group: 4, methods });
  const question = { kind: 'verifiable', text: easy.question, truth: easy.answer } as const;
  const group = await lab.ask(question, settings);
  expect(group).toMatchObject({ status: 'done', faults: [] });

  const ended = group!.rollouts.flatMap(({ index, stop }) => (stop === 'end' ? [index] : []));
  expect(ended.length).toBeGreaterThan(1);
  const [own, mutual] = methods.map((method) =>
    selectionsOf(group!.evidence).find((one) => one.method === method),
  );
  expect(mutual!.calls.map(({ order }) => order.at(-1))).toEqual(ended);
  for (const { order } of mutual!.calls) expect([...order].sort()).toEqual(ended);
  for (const index of ended) {
    expect(mutual!.scores[index]).toBeLessThanOrEqual(0);
    expect(mutual!.scores[index]).toBeGreaterThan(-20);
  }
  const scores = mutual!.scores.filter((score) => score !== null);
  expect(mutual!.scores[mutual!.index ?? -1]).toBe(Math.max(...scores));
  expect(mutual!.scores).not.toEqual(own!.scores);
  expect(mutual!.scoredTokens).toBeGreaterThan(ended.length * 20);

  const { costs } = outcomeOf({ ...group!, evaluation: group!.evaluation! });
  expect(costs.mutualPredictability!.promptTokens).toBe(
    costs.majority!.promptTokens + mutual!.scoredTokens,
  );
  expect(costs.mutualPredictability!.tokens).toBe(costs.majority!.tokens);
});
