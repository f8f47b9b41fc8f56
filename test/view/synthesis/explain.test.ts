import { describe, expect, test } from 'vitest';
import { explainGroup } from '../../../src/run/explain.ts';
import { stepsOf } from '../../../src/run/explanation.ts';
import { partingFacts } from '../../../src/view/synthesis/explain-case.ts';
import { say } from '../../../src/view/text/current.ts';
import { sceneGroup } from '../../kit/scene.ts';

const FILL = (boxes: number, dollars: number): string =>
  `They fill 408 / 12 = ${boxes} boxes.\nThey bring ${boxes} * 9 = ${dollars} dollars.\nThe answer is ${dollars}.`;
const RIGHT = FILL(34, 306);

async function explained(synthesis: string, truth: string | undefined, ...texts: readonly string[]) {
  const group = await sceneGroup({
    question: 'How many?',
    ...(truth === undefined ? {} : { truth }),
    rollouts: texts.map((text) => ({ text })),
    synthesis: { text: synthesis },
  });
  const evaluation = group.evaluation!;
  const explanation = explainGroup(group.synthesis!, group.rollouts, evaluation);
  const facts = partingFacts(evaluation, explanation);
  return { group, explanation, sentence: facts === null ? null : say.explain.parting(facts) };
}

describe('one sentence', () => {
  test('says where the majority parts from the synthesis', async () => {
    const { sentence } = await explained(RIGHT, undefined, FILL(24, 216), RIGHT, FILL(24, 216));
    expect(sentence).toBe(
      'The majority says 216, unlike the synthesis: answers 1 and 3 part from it at step 1 (408 / 12 = 24).',
    );
  });

  test('says where all answers part, each in its way, where all are wrong and the synthesis is not', async () => {
    const { sentence } = await explained(
      RIGHT, '306', FILL(24, 216), FILL(36, 324), FILL(34, 326), FILL(24, 216),
    );
    expect(sentence).toBe(
      'Every answer is wrong, the synthesis is not: answers 1 and 4 (408 / 12 = 24) and answer 2 ' +
        '(408 / 12 = 36) part from it at step 1, answer 3 at step 2.',
    );
  });

  test('says that everything is wrong, and who still parted', async () => {
    const wrong = FILL(24, 216);
    const { sentence } = await explained(wrong, '306', wrong, wrong, FILL(36, 324));
    expect(sentence).toBe(
      'Every answer is wrong, and the synthesis with them: answer 3 parts from it at step 1 (408 / 12 = 36).',
    );
    const { sentence: alike } = await explained(wrong, '306', wrong, wrong);
    expect(alike).toBe(
      'Every answer is wrong, and the synthesis with them: they part at no step that could be compared.',
    );
  });

  test('says so where the synthesis is wrong in its own way', async () => {
    const { sentence } = await explained(FILL(44, 396), '306', FILL(24, 216), FILL(24, 216));
    expect(sentence).toMatch(/^Every answer is wrong, and so is the synthesis, in its own way: /);
  });

  test('says where nothing but the answer differs', async () => {
    const { sentence } = await explained('Sunny.\nThe answer is 3.', undefined, 'The answer is 4.');
    expect(sentence).toBe(
      'The majority says 4, unlike the synthesis: answer 1 parts from it only in the final answer.',
    );
  });

  test('is not said where the synthesis goes with the majority and some answer is right', async () => {
    expect((await explained(RIGHT, '306', RIGHT, FILL(24, 216), RIGHT)).sentence).toBeNull();
    expect((await explained(RIGHT, undefined, RIGHT)).sentence).toBeNull();
  });

  test('keeps long statements and many ways short', async () => {
    const texts = [21, 22, 23, 24, 25].map((boxes) => FILL(boxes, boxes * 9));
    const { sentence } = await explained(RIGHT, '306', ...texts);
    expect(sentence).toContain('answer 3 (408 / 12 = 23) and 2 other ways part from it at step 1.');
  });
});

describe('answers', () => {
  test('that are numbers and not equal contradict; those that are equal in value support', async () => {
    const { explanation } = await explained('The answer is 1/2.', undefined, '\\boxed{0.5}', '\\boxed{\\frac{1}{3}}');
    expect(stepsOf(explanation).at(-1)).toMatchObject({
      supports: [{ index: 0 }],
      contradicts: [{ index: 1, difference: 'answer' }],
    });
  });

  test('that nothing could be told of are silent', async () => {
    const { explanation } = await explained('The answer is the red door.', undefined, 'The answer is a crimson gate.');
    expect(stepsOf(explanation).at(-1)).toMatchObject({ supports: [], contradicts: [], silent: [0] });
  });
});

test('the extra vote takes no part', async () => {
  const group = await sceneGroup({
    question: 'How many?',
    rollouts: [{ text: RIGHT }, { text: RIGHT }],
    synthesis: { text: RIGHT },
    recipe: { equalCompute: true },
  });
  const explanation = explainGroup(group.synthesis!, group.rollouts, group.evaluation!);
  expect(stepsOf(explanation)[0]?.supports.map(({ index }) => index)).toEqual([0]);
});
