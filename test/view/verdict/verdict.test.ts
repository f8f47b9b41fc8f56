import { describe, expect, test } from 'vitest';
import { fold, initialState } from '../../../src/view/state.ts';
import { factsOf } from '../../../src/view/verdict/verdict-facts.ts';
import { toneOf, verdictOf } from '../../../src/view/verdict/verdict.ts';
import type { Verdict } from '../../../src/view/verdict/verdict.ts';
import { answerRows, badges, letterOf, shownRows } from '../../../src/view/verdict/votes.ts';
import { say } from '../../../src/view/text/current.ts';
import { replay } from '../../../src/run/replay.ts';
import { sceneGroup } from '../../kit/scene.ts';

const said = (answer: string | null): { text: string } => ({
  text: answer === null ? 'I wonder.' : `The answer is ${answer}.`,
});

const evaluated = async (
  answers: readonly (string | null)[],
  synthesis: string | null,
  truth?: string,
) => {
  const group = await sceneGroup({
    question: 'How many?',
    ...(truth === undefined ? {} : { truth }),
    rollouts: answers.map(said),
    synthesis: said(synthesis),
  });
  const view = [...replay(group)].reduce((state, event) => fold(state, event, 0), initialState);
  return { group, evaluation: group.evaluation!, view: view.group! };
};

describe('the verdict', () => {
  test.each<[Verdict, readonly (string | null)[], string | null, string | undefined]>([
    ['both-right', ['4', '4', '5'], '4', '4'],
    ['synthesis-right', ['5', '5', '4'], '4', '4'],
    ['synthesis-right-none', ['5', '5', '6'], '4', '4'],
    ['vote-right', ['4', '4', '5'], '5', '4'],
    ['same-wrong', ['5', '5', '4'], '5', '4'],
    ['same-wrong-none', ['5', '5', '6'], '5', '4'],
    ['both-wrong', ['5', '5', '4'], '6', '4'],
    ['both-wrong-none', ['5', '5', '6'], '7', '4'],
    ['both-wrong-none', [null, null], '7', '4'],
    ['agree', ['4', '4'], '4', undefined],
    ['differ', ['4', '4'], '5', undefined],
    ['no-synthesis', ['4', '4'], null, undefined],
    ['no-votes', [null, null], '4', undefined],
    ['no-answers', [null, null], null, undefined],
    ['no-answers', [null, null], null, '4'],
  ])('is %s for answers %j and synthesis %s where the truth is %s', async (verdict, answers, synthesis, truth) => {
    const { evaluation, view } = await evaluated(answers, synthesis, truth);
    expect(verdictOf(evaluation)).toBe(verdict);
    const sentence = say.verdict.sentence(verdict, factsOf(view, evaluation));
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/undefined|null|NaN| {2}/);
  });

  test('names who said what where the synthesis beats the vote', async () => {
    const { evaluation, view } = await evaluated(['5', '5', '4'], '4', '4');
    expect(say.verdict.sentence(verdictOf(evaluation), factsOf(view, evaluation))).toBe(
      'The vote said 5. The synthesis found 4, the known answer. Only one answer had it right.',
    );
    expect(toneOf(verdictOf(evaluation))).toBe('won');
  });

  test('says that a tie goes to the first seen', async () => {
    const { evaluation, view } = await evaluated(['5', '4', '4', '5', '6'], '4', '4');
    expect(say.verdict.sentence(verdictOf(evaluation), factsOf(view, evaluation))).toBe(
      'The vote said 5. The synthesis found 4, the known answer. Only 2 answers had it right. ' +
        'The votes are tied; the first seen counts.',
    );
    const { evaluation: clear, view: other } = await evaluated(['5', '5', '4', null], '4', '4');
    expect(say.verdict.sentence(verdictOf(clear), factsOf(other, clear))).not.toContain('tied');
  });

  test('says what to do where nobody came to an answer', async () => {
    const cut = { text: '6 + 2', stop: 'length' } as const;
    const group = await sceneGroup({
      question: 'How many?',
      truth: '8',
      rollouts: [cut, cut, said(null)],
      synthesis: cut,
    });
    const view = [...replay(group)].reduce((state, event) => fold(state, event, 0), initialState);
    expect(say.verdict.sentence('no-answers', factsOf(view.group!, group.evaluation!))).toBe(
      '2 of 3 answers were cut off at the limit. Allow longer answers in the settings.',
    );
  });

  test('says that no vote could have won where every answer is wrong', async () => {
    const { evaluation, view } = await evaluated(['5', '5', '6'], '4', '4');
    expect(say.verdict.sentence(verdictOf(evaluation), factsOf(view, evaluation))).toBe(
      'Not one of the 3 answers was right. No vote could have found 4; the synthesis did.',
    );
  });
});

describe('the votes', () => {
  test('rank answers by their number, so that A is what the majority said', async () => {
    const { evaluation, group } = await evaluated(['7', '5', '5', null, '5', '7', '9'], '9', '5');
    expect(answerRows(evaluation, group.question).map((row) => [row.letter, row.answer, row.votes])).toEqual([
      ['A', '5', 3],
      ['B', '7', 2],
      ['C', '9', 1],
    ]);
    expect(badges(evaluation).map((badge) => badge?.letter ?? null)).toEqual(
      ['B', 'A', 'A', null, 'A', 'B', 'C'],
    );
  });

  test('give a tie to the first seen, as the vote does', async () => {
    const { evaluation, group } = await evaluated(['8', '3', '3', '8'], '3', '3');
    expect(answerRows(evaluation, group.question)[0]?.answer).toBe('8');
    expect(evaluation.majority?.reading).toMatchObject({ raw: '8' });
  });

  test('count equal answers as one, however they are written', async () => {
    const { evaluation, group } = await evaluated(['0.5', '1/2'], '50%', '0.5');
    expect(answerRows(evaluation, group.question)[0]).toMatchObject({ votes: 2, synthesis: true, truth: true });
  });

  test('mark the rows of synthesis and truth', async () => {
    const { evaluation, group } = await evaluated(['5', '5', '4'], '4', '4');
    const rows = answerRows(evaluation, group.question);
    expect(rows.map(({ synthesis, truth }) => [synthesis, truth])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  test('have one row without votes where synthesis and truth agree and nobody said so', async () => {
    const { evaluation, group } = await evaluated(['5', '5'], '4', '4');
    expect(answerRows(evaluation, group.question)[1]).toEqual({
      letter: null,
      colour: null,
      answer: '4',
      votes: 0,
      synthesis: true,
      truth: true,
    });
  });

  test('have two such rows where they differ', async () => {
    const { evaluation, group } = await evaluated(['5', '5'], '4', '6');
    const rows = answerRows(evaluation, group.question).slice(1);
    expect(rows.map(({ answer, synthesis, truth }) => [answer, synthesis, truth])).toEqual([
      ['4', true, false],
      ['6', false, true],
    ]);
  });

  test('are drawn with those of synthesis and truth, however few said so', async () => {
    const { evaluation, group } = await evaluated(['5', '5', '6', '6', '7', '8', '9'], '8', '4');
    const rows = shownRows(answerRows(evaluation, group.question));
    expect(rows.map(({ answer }) => answer)).toEqual(['5', '6', '8', '4']);
  });

  test('letter more answers than the alphabet has', () => {
    expect([0, 25, 26, 27, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA']);
  });
});
