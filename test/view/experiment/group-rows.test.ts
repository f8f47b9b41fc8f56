import { describe, expect, test } from 'vitest';
import { markFor, pageOf, rowOf } from '../../../src/view/experiment/group-rows.ts';
import { keptRun } from '../../kit/experiments.ts';

describe('a line of the list', () => {
  test('says the question, and how majority and synthesis went', () => {
    const { plan, entries } = keptRun('a', [{ disagrees: true, scores: { majority: 0, synthesis: 1 } }]);
    expect(rowOf(plan, entries[0]!)).toEqual({
      index: 0,
      id: 'group-0',
      question: 'Question 1 of the set?',
      majority: 'wrong',
      synthesis: 'right',
      differs: true,
    });
  });

  test('tells a reward where there is no right answer, and that nothing is known where nothing is', () => {
    expect(markFor('rubric', 1)).toEqual({ by: 'rubric', share: 1 });
    expect(markFor('given', 0.4)).toEqual({ by: 'given', share: 0.4 });
    expect(markFor('rubric', null)).toBe('unknown');
    expect(markFor('nothing', null)).toBe('unknown');
  });

  test('tells the share of right answers where several are meant', () => {
    expect(markFor('truth', 0.5)).toEqual({ by: 'truth', share: 0.5 });
    expect(markFor('truth', 0)).toBe('wrong');
  });
});

describe('pages', () => {
  test('hold so many lines each, the last one the rest', () => {
    expect(pageOf(120, 50, 2)).toEqual({ at: 2, pages: 3, from: 100, to: 120 });
  });

  test('end at the last one where the list has become shorter', () => {
    expect(pageOf(60, 50, 2)).toEqual({ at: 1, pages: 2, from: 50, to: 60 });
    expect(pageOf(0, 50, 2)).toEqual({ at: 0, pages: 1, from: 0, to: 0 });
  });
});
