/** Records as the work writes them, small and complete. */
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../../src/base/id.ts';
import type { Evaluation, Group } from '../../src/group/group.ts';
import type { Recipe } from '../../src/group/recipe.ts';
import type { Rollout } from '../../src/rollout/rollout.ts';
import type { Synthesis } from '../../src/synthesis/synthesis.ts';

const role = { engine: 'wllama', model: 'nano', revision: 'abc', chat: 'nano' } as const;

export const recipe: Recipe = {
  version: 1,
  policy: role,
  anchor: role,
  judge: role,
  prompts: { solve: '{question}', synthesise: '{rollouts}', synthesiseWithQuestion: '{rollouts}' },
  sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 64 },
  synthesisSampling: { temperature: 0, topP: 1, topK: 0, maxTokens: 64 },
  group: 2,
  seed: 7,
  questionVisible: false,
  equalCompute: false,
};

export const rollout = (index: number, more: Partial<Rollout> = {}): Rollout => ({
  index,
  seed: 100 + index,
  text: `The answer is ${index}.`,
  tokens: 3,
  promptTokens: 10,
  logprobs: [-0.5, -0.25, -1],
  stop: 'end',
  seconds: 0.5,
  ...more,
});

export const synthesis: Synthesis = {
  text: 'The answer is 1.',
  tokens: 4,
  promptTokens: 40,
  logprobs: [-0.1, -0.1, -0.1, -0.1],
  stop: 'end',
  seconds: 1,
  seed: 9,
  plan: {
    order: [0, 1],
    shortened: [],
    omitted: [{ index: 2, why: 'empty' }],
    questionVisible: false,
    promptTokens: 40,
  },
};

const found = (raw: string) => ({ kind: 'found', raw, rule: 'answer-is' }) as const;

export const evaluation: Evaluation = {
  readings: [found('0'), found('1')],
  synthesis: found('1'),
  clusters: [0, 1],
  rewards: [0, 1],
  advantages: [-1, 1],
  majority: { index: 0, reading: found('0'), votes: 1, voters: 2 },
  majorityEqualCompute: null,
  disagrees: true,
  truth: {
    rollouts: ['different', 'equal'],
    majority: 'different',
    majorityEqualCompute: null,
    synthesis: 'equal',
    oracle: true,
  },
};

/** A group before its first token. */
export const begun = (name: string, more: Partial<Group> = {}): Group => ({
  id: `group-${name}` as GroupId,
  runId: `run-${name}` as RunId,
  recipe,
  recipeHash: 'recipe' as RecipeHash,
  question: { kind: 'verifiable', text: `Question ${name}?`, truth: '1' },
  questionHash: `question-${name}` as QuestionHash,
  createdAt: 1000,
  status: 'running',
  rollouts: [],
  faults: [],
  ...more,
});

export const done = (name: string, more: Partial<Group> = {}): Group => ({
  ...begun(name),
  status: 'done',
  rollouts: [rollout(0), rollout(1)],
  synthesis,
  evaluation,
  ...more,
});
