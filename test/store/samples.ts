/** Records as the work writes them, small and complete. */
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../../src/base/id.ts';
import type { Selection } from '../../src/baseline/selection.ts';
import type { Evaluation, Group } from '../../src/group/group.ts';
import type { Recipe } from '../../src/group/recipe.ts';
import type { Rubric, Verdict } from '../../src/reward/rubric/rubric.ts';
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

export const selection: Selection = {
  kind: 'selection',
  method: 'bestOfN',
  index: 1,
  scores: [],
  calls: [{ text: '[2]', tokens: 3, promptTokens: 30, stop: 'end', seconds: 0.2, order: [0, 1] }],
  scoredTokens: 0,
  seconds: 0.2,
};

export const verdict = (criterion: number, more: Partial<Verdict> = {}): Verdict => ({
  kind: 'verdict',
  criterion,
  rollout: 0,
  repeat: 0,
  answerFirst: true,
  value: 'yes',
  reason: 'it says so',
  call: { text: 'Yes: it says so', tokens: 5, promptTokens: 40, stop: 'end', seconds: 0.3 },
  ...more,
});

export const rubric: Rubric = {
  kind: 'rubric',
  criteria: [{ text: 'Names the answer.', weight: 1, source: 'proposed' }],
  proposals: [{ text: '1. Names the answer.', tokens: 6, promptTokens: 20, stop: 'end', seconds: 1 }],
  refused: [{ text: '', why: 'empty' }],
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
  evidence: [],
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
