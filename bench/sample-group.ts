/** One group as a run of nano leaves it: made-up solutions, read and rewarded by the real rules. */
import { sha256 } from '../src/base/hash.ts';
import { newGroupId, newRunId, type QuestionHash } from '../src/base/id.ts';
import { createRandom } from '../src/base/random.ts';
import type { Completion } from '../src/engine/sample.ts';
import { evaluate } from '../src/group/evaluate.ts';
import type { Group } from '../src/group/group.ts';
import { hashRecipe, type Recipe, type Role } from '../src/group/recipe.ts';
import { DEFAULT_LEVEL } from '../src/question/world/level.ts';
import { noisySolution } from '../src/question/world/noise.ts';
import { problems } from '../src/question/world/problems.ts';
import { compare } from '../src/reward/maths/compare.ts';

const size = 8;
const role: Role = { engine: 'wllama', model: 'nano', revision: '0'.repeat(64), chat: 'nano' };
const sampling = { temperature: 1, topP: 1, topK: 0, maxTokens: 256 };

const recipe: Recipe = {
  version: 1,
  policy: role,
  anchor: role,
  judge: role,
  prompts: { solve: '{question}', synthesise: '{rollouts}', synthesiseWithQuestion: '{question}' },
  sampling,
  synthesisSampling: sampling,
  group: size,
  seed: 1,
  questionVisible: false,
  equalCompute: false,
};

export async function sampleGroup(): Promise<Group> {
  const random = createRandom(1);
  const problem = problems({ seed: 1, level: DEFAULT_LEVEL, split: 'heldout' }).next().value;
  const write = (): Completion => {
    const { text } = noisySolution(problem, 0.2, random);
    const tokens = Math.round(text.length / 2);
    const logprobs = Array.from({ length: tokens }, () => -random.next());
    return { text, tokens, promptTokens: 60, logprobs, stop: 'end', seconds: 0.3 };
  };
  const indices = Array.from({ length: size }, (_, index) => index);
  const plan = {
    order: indices,
    shortened: [],
    omitted: [],
    questionVisible: false,
    promptTokens: 60,
  };
  const group = {
    id: newGroupId(),
    runId: newRunId(),
    recipe,
    recipeHash: await hashRecipe(recipe),
    question: { kind: 'verifiable', text: problem.question, truth: problem.answer },
    questionHash: (await sha256(problem.question)) as QuestionHash,
    createdAt: Date.now(),
    status: 'done',
    rollouts: indices.map((index) => ({ index, seed: index, ...write() })),
    synthesis: { ...write(), seed: size, plan },
    evidence: [],
    faults: [],
  } satisfies Omit<Group, 'evaluation'>;
  return { ...group, evaluation: await evaluate(group, compare) };
}
