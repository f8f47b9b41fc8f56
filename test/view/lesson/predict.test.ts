import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LessonFacts } from '../../../src/view/lesson/facts.ts';
import type { PredictKind } from '../../../src/view/lesson/predict.ts';
import { choicesOf, outcomeOf } from '../../../src/view/lesson/predict.ts';
import { compared } from '../../../src/view/lesson/predict-words.ts';
import { anyFacts } from './facts.ts';

const KINDS: readonly PredictKind[] = ['distinct', 'vote', 'among', 'right', 'rewarded', 'best'];

const facts = (more: Partial<LessonFacts>): LessonFacts => ({
  ...{ group: 8, temperature: 1, model: 'nano', truth: '7', absent: 0, majority: '9', votes: 4 },
  answers: [
    { answer: '9', votes: 4 },
    { answer: '10', votes: 3 },
    { answer: '7', votes: 1 },
  ],
  ...{ tied: false, right: 1, voteRight: false, synthesis: '7', synthesisRight: true, rewarded: 1 },
  advantages: { one: 2.65, zero: -0.38 },
  marks: null,
  rubric: null,
  ...more,
});

describe('an exercise', () => {
  test.each(KINDS.filter((kind) => kind !== 'vote'))(
    'of what is %s has what happens among its choices, whatever that is',
    (kind) => {
      fc.assert(
        fc.property(anyFacts, (any) => {
          expect(choicesOf(kind, any)).toContain(outcomeOf(kind, any));
        }),
      );
    },
  );

  test('on the vote offers the answers by size, not by votes, and the most voted one among them', () => {
    expect(choicesOf('vote', facts({}))).toEqual(['7', '9', '10']);
    expect(outcomeOf('vote', facts({}))).toBe('9');
    const many = Array.from({ length: 8 }, (_, at) => ({ answer: String(80 - at), votes: 8 - at }));
    const choices = choicesOf('vote', facts({ answers: many, majority: '80' }));
    expect(choices).toHaveLength(6);
    expect(choices).toContain('80');
  });

  test.each([
    [0, 'none'],
    [3, 'fewer'],
    [4, 'most'],
    [7, 'most'],
    [8, 'all'],
  ])('takes %i of 8 for %s', (right, share) => {
    expect(outcomeOf('right', facts({ right }))).toBe(share);
    expect(outcomeOf('rewarded', facts({ rewarded: right }))).toBe(share);
  });

  test('is compared in words with what was predicted', () => {
    expect(compared('vote', facts({}), '9')).toBe('As you predicted. The vote says 9.');
    expect(compared('vote', facts({}), '7')).toBe(
      'You predicted: 7. It turned out otherwise: The vote says 9.',
    );
    expect(compared('among', facts({ rewarded: 0 }), null)).toBe(
      'You made no prediction. No rollout says what the synthesis says.',
    );
  });
});
