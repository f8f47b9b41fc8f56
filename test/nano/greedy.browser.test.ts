/**
 * What the bundled model says, word for word: a change of its weights, its prompts or its engine
 * shows here. `greedy.json` is made anew with the model (nano/README.md).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundledModel } from '../../src/engine/bundled.ts';
import { createWllamaEngine } from '../../src/engine/wllama/engine.ts';
import { all, completionOf } from '../engine/conformance.ts';
import pinned from './greedy.json';

const engine = createWllamaEngine();
beforeAll(async () => {
  const loaded = await engine.load(bundledModel);
  if (loaded?.ok !== true) throw new Error(`not loaded: ${JSON.stringify(loaded)}`);
}, 120_000);
afterAll(() => engine.unload());

test('the pins belong to the model that is loaded', () => {
  expect(engine.loaded?.revision).toBe(pinned.revision);
  expect(pinned.answers.length).toBeGreaterThanOrEqual(10);
});

test('the bundled model answers at temperature 0 as it was pinned', async () => {
  const requests = pinned.answers.map(({ question }) => ({
    messages: [{ role: 'user' as const, content: `Solve.\n${question}` }],
    seed: 1,
    sampling: { temperature: 0, topP: 1, topK: 0, maxTokens: 160 },
  }));
  const events = await all(engine.sample(requests));
  const answers = pinned.answers.map(({ question }, index) => ({
    question,
    text: completionOf(events, index).text,
  }));
  expect(answers).toEqual(pinned.answers);
});
