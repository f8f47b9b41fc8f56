import { expect, test } from 'vitest';
import { createPlanTeller, loadText, refusedText } from '../../../bin/cat/progress.ts';
import { replay } from '../../../src/run/replay.ts';
import type { SynthesisPlan } from '../../../src/synthesis/synthesis.ts';
import { loadedModel } from '../../kit/lab.ts';
import { sceneGroup } from '../../kit/scene.ts';

const told = async (plan: Partial<SynthesisPlan>): Promise<string[]> => {
  const group = await sceneGroup({
    question: 'Lena has  3 pears.\nHow many pears does she have?',
    rollouts: [{ text: 'The answer is 3.' }, { text: '' }, { text: 'The answer is 3.' }],
    synthesis: { text: 'The answer is 3.' },
    plan,
  });
  return [...replay(group)].flatMap(createPlanTeller());
};

test('says which answers the anchor was not shown whole, and of which question', async () => {
  const lines = await told({
    order: [0],
    shortened: [0],
    omitted: [
      { index: 1, why: 'empty' },
      { index: 2, why: 'no-room' },
    ],
  });
  expect(lines).toEqual([
    '“Lena has 3 pears. How many pears does she have?”: Of answer 1, only the end fitted.',
    '“Lena has 3 pears. How many pears does she have?”: Left out answer 2: empty.',
    '“Lena has 3 pears. How many pears does she have?”: Left out answer 3: no room.',
  ]);
});

test('says nothing where all were shown whole', async () => {
  expect(await told({})).toEqual([]);
});

test('a model that is ready says how many answers it writes at once, and how long they may be', () => {
  const { capabilities, ...model } = loadedModel();
  const small = { ...model, capabilities: { ...capabilities, slots: 4, contextTokens: 2048 } };
  expect(loadText({ kind: 'model-ready', model: small })).toBe(
    'nano: ready on the CPU, 2 threads, 4 at once, up to 2048 tokens each',
  );
});

test('a model says where it runs, and on a CPU why no graphics processor is in use', () => {
  const { capabilities, ...model } = loadedModel();
  const onGpu = { ...model, capabilities: { ...capabilities, device: 'gpu' as const } };
  expect(loadText({ kind: 'model-ready', model: onGpu })).toContain('nano: ready on the GPU, ');
  expect(refusedText({ kind: 'model-ready', model: onGpu })).toBeNull();
  const refused = { ...model, capabilities, gpuRefused: 'it has none' };
  expect(refusedText({ kind: 'model-ready', model: refused })).toBe(
    'nano: no graphics processor in use, since it has none',
  );
});
