import { describe, expect, test } from 'vitest';
import { summarise } from '../../../src/group/accuracy.ts';
import { methodsPicture } from '../../../src/group/picture/methods.ts';
import { entriesOf } from '../../kit/entries.ts';
import type { Told } from '../../kit/entries.ts';

const told: Told[] = [
  { scores: { single: 0.5, majority: 1, synthesis: 1, oracle: 1 }, tokens: { single: 10, synthesis: 30 } },
  { scores: { single: 0.25, majority: 0, synthesis: 1, oracle: 1 }, tokens: { single: 14, synthesis: 50 } },
  { scores: { single: 0.75, majority: 1, synthesis: 0, oracle: 1 }, tokens: { single: 12 } },
  { scores: { single: 0, majority: 0, oracle: 0 } },
];

describe('the picture of the methods', () => {
  test('has the figures of the report', () => {
    const entries = entriesOf(...told);
    const report = summarise(entries.map(({ outcome }) => outcome));
    const { marks, questions, scored } = methodsPicture(entries);
    expect([questions, scored]).toEqual([4, 'truth']);
    expect(marks.map(({ name }) => name)).toEqual(['single', 'majority', 'synthesis', 'oracle']);
    for (const { name, score, cost, difference } of marks) {
      const { estimate, ...bounds } = score;
      expect(estimate).toBe(report.accuracy[name]);
      expect(bounds).toEqual(report.interval[name]);
      expect(cost).toEqual(report.cost[name]);
      expect(difference).toEqual(report.differences[name]);
    }
  });

  test('counts for each method the questions in which it could be had', () => {
    const { marks } = methodsPicture(entriesOf(...told));
    expect(marks.map(({ questions }) => questions)).toEqual([4, 4, 3, 4]);
  });

  test('takes Wilson’s interval for one right or wrong per question, and cautions of the others', () => {
    const { marks } = methodsPicture(entriesOf(...told));
    expect(marks.map(({ manner }) => manner)).toEqual(['bootstrap', 'wilson', 'wilson', 'wilson']);
    expect(marks[2]?.cautions).toEqual([]);
    expect(marks[1]?.cautions.map(({ kind }) => kind)).toContain('few-differences');
  });

  test('shows mean rewards of open questions where no answer is known, or where they are asked for', () => {
    const open: Told = { scored: 'rubric', scores: { single: 0.4, oracle: 0.8 } };
    expect(methodsPicture(entriesOf(...told, open)).questions).toBe(4);
    expect(methodsPicture(entriesOf(...told, open), 'rubric')).toMatchObject({ scored: 'rubric', questions: 1 });
    expect(methodsPicture(entriesOf(...told), 'rubric').scored).toBe('truth');
    const { scored, marks } = methodsPicture(entriesOf(open, open));
    expect(scored).toBe('rubric');
    expect(marks.map(({ name, manner }) => [name, manner])).toEqual([
      ['single', 'bootstrap'],
      ['oracle', 'bootstrap'],
    ]);
    expect(methodsPicture(entriesOf({ scored: 'nothing' }))).toEqual({
      scored: 'nothing',
      questions: 0,
      marks: [],
    });
  });
});
