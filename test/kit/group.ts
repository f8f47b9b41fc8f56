import type { GroupId, QuestionHash, RecipeHash, RunId } from '../../src/base/id.ts';
import type { Group } from '../../src/group/group.ts';
import type { Recipe, Role } from '../../src/group/recipe.ts';
import type { Reading } from '../../src/reward/maths/reading.ts';

export interface DoneGroup {
  readonly question?: string;
  readonly truth?: string;
  /** The answers of the rollouts, null for none; two that agree unless given. */
  readonly answers?: readonly (string | null)[];
  readonly synthesis?: string | null;
}

const role: Role = { engine: 'wllama', model: 'nano', revision: 'f'.repeat(64), chat: 'nano' };

const recipeOf = (group: number): Recipe => ({
  version: 1,
  policy: role,
  anchor: role,
  judge: role,
  prompts: {
    solve: '{question}',
    synthesise: '{rollouts}',
    synthesiseWithQuestion: '{question} {rollouts}',
  },
  sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 256 },
  synthesisSampling: { temperature: 0, topP: 1, topK: 0, maxTokens: 256 },
  group,
  seed: 1,
  questionVisible: false,
  equalCompute: false,
});

const reading = (answer: string | null): Reading =>
  answer === null
    ? { kind: 'absent' }
    : { kind: 'found', raw: answer, rule: 'answer-is' };

const ended = (answer: string | null) => ({
  text: answer === null ? 'I wonder.' : `The answer is ${answer}.`,
  tokens: 5,
  promptTokens: 20,
  logprobs: [-0.1, -0.2, -0.3, -0.1, -0.3],
  stop: 'end' as const,
  seconds: 0.2,
});

/** A finished group as plain data, equal answers being equal texts. */
export function doneGroup({
  question = 'How many?',
  truth,
  answers = ['4', '4'],
  synthesis = '4',
}: DoneGroup): Group {
  const seen = [...new Set(answers.filter((answer) => answer !== null))];
  const votes = (answer: string): number => answers.filter((other) => other === answer).length;
  const best = seen.toSorted((a, b) => votes(b) - votes(a))[0];
  const against = (answer: string | null | undefined) =>
    answer !== null && answer === truth ? ('equal' as const) : ('different' as const);
  return {
    id: `group of ${question}` as GroupId,
    runId: 'run' as RunId,
    recipe: recipeOf(answers.length),
    recipeHash: 'recipe' as RecipeHash,
    question: { kind: 'verifiable', text: question, ...(truth === undefined ? {} : { truth }) },
    questionHash: 'question' as QuestionHash,
    createdAt: 1_700_000_000_000,
    status: 'done',
    rollouts: answers.map((answer, index) => ({ index, seed: index + 1, ...ended(answer) })),
    synthesis: {
      ...ended(synthesis),
      seed: 99,
      plan: {
        order: answers.map((_, index) => index),
        shortened: [],
        omitted: [],
        questionVisible: false,
        promptTokens: 20,
      },
    },
    evaluation: {
      readings: answers.map(reading),
      synthesis: reading(synthesis),
      clusters: answers.map((answer) => (answer === null ? null : seen.indexOf(answer))),
      rewards: answers.map((answer) => (answer !== null && answer === synthesis ? 1 : 0)),
      advantages: answers.map(() => 0),
      majority:
        best === undefined
          ? null
          : {
              index: answers.indexOf(best),
              reading: reading(best),
              votes: votes(best),
              voters: answers.filter((answer) => answer !== null).length,
            },
      majorityEqualCompute: null,
      disagrees: best !== undefined && synthesis !== null && best !== synthesis,
      ...(truth === undefined
        ? {}
        : {
            truth: {
              rollouts: answers.map(against),
              majority: against(best),
              majorityEqualCompute: null,
              synthesis: against(synthesis),
              oracle: answers.includes(truth),
            },
          }),
    },
    evidence: [],
    faults: [],
  };
}
