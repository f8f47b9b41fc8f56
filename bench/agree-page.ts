/** Runs in the page: the bundled model's greedy answers on the CPU engine and on the GPU engine. */
import { bundledGpuModel, bundledModel } from '../src/engine/bundled.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { ModelSpec } from '../src/engine/model.ts';
import { createWebllmEngine } from '../src/engine/webllm/engine.ts';
import { createWllamaEngine } from '../src/engine/wllama/engine.ts';

/** Texts of each engine, in the order of the questions. */
export interface Answers {
  readonly cpu: string[];
  readonly gpu: string[];
}

/** Texts in the order of the questions. */
async function answer(
  engine: Engine,
  spec: ModelSpec,
  questions: readonly string[],
): Promise<string[]> {
  const loaded = await engine.load(spec);
  if (loaded?.ok !== true) throw new Error(`not loaded: ${JSON.stringify(loaded)}`);
  const texts: string[] = [];
  const requests = questions.map((question) => ({
    messages: [{ role: 'user' as const, content: `Solve.\n${question}` }],
    seed: 1,
    sampling: { temperature: 0, topP: 1, topK: 0, maxTokens: 160 },
  }));
  for await (const event of engine.sample(requests)) {
    if (event.kind !== 'token') texts[event.index] = event.completion.text;
  }
  await engine.unload();
  return texts;
}

async function compare(questions: readonly string[]): Promise<Answers> {
  return {
    cpu: await answer(createWllamaEngine(), bundledModel, questions),
    gpu: await answer(createWebllmEngine(), bundledGpuModel, questions),
  };
}

declare global {
  var compareEngines: typeof compare;
}

globalThis.compareEngines = compare;
