import { describe, expect, test } from 'vitest';
import { cautionLines } from '../../../src/view/chart/cautions.ts';
import { written } from '../../../src/view/chart/number.ts';
import { inPercent, inPoints } from '../../../src/view/percent.ts';
import { label } from '../../../src/view/text/charts.ts';

describe('numbers of charts', () => {
  test('carry a true sign where they are differences, and none before zero', () => {
    expect([inPoints(0.0071), inPoints(-0.041), inPoints(-0.0001)]).toEqual(['+0.7', '−4.1', '0.0']);
    expect([inPercent(0.8125), inPercent(1), inPercent(0)]).toEqual(['81.3', '100.0', '0.0']);
  });

  test('are written as their column says, and a dash for none', () => {
    expect(written(0.8125, 'share')).toBe('81.3 %');
    expect(written(1234, 'count')).toBe('1,234');
    expect(written(-2.75, 'number')).toBe('−2.75');
    expect(written(null, 'share')).toBe('–');
    expect(written('Oracle', 'text')).toBe('Oracle');
  });
});

describe('cautions', () => {
  const few = { kind: 'few-questions', questions: 30, enough: 100 } as const;
  const moved = { kind: 'few-differences', differences: 3, enough: 6 } as const;

  test('that all share are said once, and those of some name them', () => {
    const lines = cautionLines([
      { name: 'majority', cautions: [few, moved] },
      { name: 'bestOfN', cautions: [few, moved] },
      { name: 'single', cautions: [few, { kind: 'undecided' }] },
    ]);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^Of 30 questions only/);
    expect(lines[1]).toMatch(/^Majority vote and best of N: only 3 questions came out differently/);
    expect(lines[2]).toMatch(/^Single answer: the interval of the difference holds 0/);
  });

  test('of none are none', () => {
    expect(cautionLines([{ name: 'majority', cautions: [] }])).toEqual([]);
  });
});

describe('the caption', () => {
  const picture = { questions: 300, points: [], absent: [], cautions: [] };
  test.each([
    [['bootstrap'], /: the bootstrap over questions\.$/],
    [['large-sample'], /by its expansion, without resampling\.$/],
    [['bootstrap', 'large-sample'], /expansion for more than 200 except where a few decide\.$/],
  ] as const)('says how the intervals were found: %j', (manners, words) => {
    expect(label.scaling.caption({ ...picture, manners })).toMatch(words);
  });

  test('of the curve names the methods that have no line, and why', () => {
    const own = { ...picture, manners: [] };
    expect(label.scaling.caption({ ...own, absent: ['bestOfN', 'judgeScore'] })).toContain(
      'Without a line: best of N and judge score; at each smaller G the model would have to be asked anew.',
    );
    expect(label.scaling.caption(own)).not.toContain('Without a line');
  });

  test('tells Wilson’s intervals from the bootstrap’s, and claims none where there are none', () => {
    const score = { estimate: 0.5, low: 0.4, high: 0.6 };
    const mark = { questions: 9, score, cost: null, difference: null, cautions: [] };
    const marks = [
      { ...mark, name: 'single', manner: 'bootstrap' },
      { ...mark, name: 'majority', manner: 'wilson' },
    ] as const;
    expect(label.methods.caption({ scored: 'truth', questions: 9, marks })).toMatch(
      /Wilson’s for one right or wrong a question; else the bootstrap over questions\.$/,
    );
    expect(label.methods.caption({ scored: 'truth', questions: 9, marks: [] })).not.toContain('95 %');
  });
});
