import { describe, expect, test } from 'vitest';
import { majorityAndSynthesis } from '../../../src/run/compare-runs.ts';
import { makeReport } from '../../../src/run/report.ts';
import { missingOf, reportRows, reportWords } from '../../../src/view/experiment/report-rows.ts';
import { doneGroup } from '../../kit/group.ts';
import { keptRun } from '../../kit/experiments.ts';
import type { Told } from '../../kit/entries.ts';

const { recipe } = doneGroup({});

const outcomesOf = (...told: readonly Told[]) => keptRun('a', told).entries.map(({ outcome }) => outcome);
const reportOf = (...told: readonly Told[]) =>
  makeReport(recipe, outcomesOf(...told), { tokens: 0, seconds: 0 });

const both = (majority: number, synthesis: number): Told => ({
  disagrees: majority !== synthesis,
  right: [majority === 1, false],
  scores: { single: majority / 2, majority, synthesis, oracle: Math.max(majority) },
});

describe('the rows of a report', () => {
  test('are the methods that have a figure, with the difference of the synthesis to each', () => {
    const rows = reportRows(reportOf(both(1, 1), both(0, 1), both(1, 0), both(0, 0)));
    expect(rows.map(({ name, share }) => [name, share])).toEqual([
      ['single', 0.25],
      ['majority', 0.5],
      ['synthesis', 0.5],
      ['oracle', 0.5],
    ]);
    expect(rows[1]?.difference?.estimate).toBe(0);
    expect(rows[2]?.difference).toBeNull();
  });

  test('leave out what nobody asked for', () => {
    expect(missingOf(reportOf(both(1, 1)))).toEqual([]);
  });
});

describe('the words of a report', () => {
  const words = (...told: readonly Told[]): string => {
    const outcomes = outcomesOf(...told);
    return reportWords(reportOf(...told), majorityAndSynthesis(outcomes), 2).join(' ');
  };

  test('tell the gap, McNemar’s test, the disagreements and the rescues', () => {
    const said = words(both(1, 1), both(0, 1), both(0, 1), both(1, 0));
    expect(said).toContain('synthesis is right on 75.0 %, the majority vote on 50.0 %: +25.0 points');
    expect(said).toContain('Only the synthesis is right on 2 questions, only the majority on 1 question');
    expect(said).toContain('p = 1');
    expect(said).toContain('answer differently on 3 questions; the synthesis is right on 2 of them');
    expect(said).toContain('On 2 questions every answer is wrong');
    expect(said).toContain('2 comparisons with the known answer stayed undecided');
  });

  test('tell how often two answers agree', () => {
    expect(words({ right: [true, true] }, { right: [true, false] })).toContain(
      'Two answers to the same question agree in 50.0 % (95 % 0.0 to 100.0)',
    );
  });

  test('say nothing of right and wrong where no answer is known', () => {
    const told: Told = { scored: 'nothing' };
    const said = reportWords(reportOf(told), majorityAndSynthesis(outcomesOf(told)), 0);
    expect(said).toEqual([expect.stringMatching(/^Two answers to the same question agree in 0\.0 %/)]);
  });
});
