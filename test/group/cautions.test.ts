import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/group/accuracy.ts';
import { cautionsOf } from '../../src/group/cautions.ts';
import { outcomeOfTexts } from './texts.ts';

const kinds = (cautions: readonly { readonly kind: string }[] | undefined): string[] =>
  (cautions ?? []).map(({ kind }) => kind);

describe('the cautions of a report', () => {
  test('stand with what is bootstrapped, and with the differences', async () => {
    const outcomes = [
      await outcomeOfTexts({ rollouts: ['4', '5'], synthesis: '4', truth: '4' }),
      await outcomeOfTexts({ rollouts: ['5', '5'], synthesis: '5', truth: '4' }),
    ];
    const { interval, differences } = cautionsOf(outcomes, summarise(outcomes));
    expect(kinds(interval.single)).toEqual(['few-questions']);
    // Wilson's interval holds its level with any number of questions.
    expect(interval.majority).toBeUndefined();
    expect(kinds(differences.majority)).toEqual(
      ['few-questions', 'no-spread', 'few-differences', 'undecided'],
    );
    expect(differences.synthesis).toBeUndefined();
    expect(differences.bestOfN).toBeUndefined();
  });

  test('are none where nothing is scored', async () => {
    const outcomes = [await outcomeOfTexts({ rollouts: ['4'], synthesis: '4' })];
    expect(cautionsOf(outcomes, summarise(outcomes))).toEqual({ interval: {}, differences: {} });
  });
});
