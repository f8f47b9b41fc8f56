import { describe, expect, test } from 'vitest';
import { scalingPicture } from '../../../src/group/picture/scaling.ts';
import { scalingOf } from '../../../src/group/scaling.ts';
import type { Told } from '../../kit/entries.ts';
import { entriesOf } from '../../kit/entries.ts';

const right = (...digits: readonly number[]): Told => ({ right: digits.map((one) => one === 1) });

describe('the picture of accuracy against G', () => {
  test('has the estimates of the report, over the questions with a known answer', () => {
    const entries = entriesOf(right(1, 1, 0, 0), right(0, 1, 0, 1), right(1, 1, 1, 1), {
      scored: 'nothing',
    });
    const picture = scalingPicture(entries);
    expect(picture.questions).toBe(3);
    expect(picture.points).toHaveLength(3);
    scalingOf(entries.map(({ outcome }) => outcome)).forEach((point, at) => {
      expect(picture.points[at]?.majority?.estimate).toBe(point.majority?.estimate);
      expect(picture.points[at]?.oracle?.estimate).toBe(point.oracle?.estimate);
    });
  });

  test('says how its bounds were found, and that few questions or no spread tell little', () => {
    const few = scalingPicture(entriesOf(right(1, 1), right(0, 1)));
    expect(few.manners).toEqual(['bootstrap']);
    expect(few.cautions.map(({ kind }) => kind).sort()).toEqual(['few-questions', 'no-spread']);
    const many = scalingPicture(
      entriesOf(...Array.from({ length: 300 }, (_, at) => right(at % 3 ? 1 : 0, at % 2, at % 5 ? 0 : 1))),
    );
    expect(many.manners).toEqual(['large-sample']);
    expect(many.cautions).toEqual([]);
  });

  test('names the methods that were asked for and have no line: those that ask a model', () => {
    const [one] = entriesOf(right(1, 0));
    const choices = { judgeScore: 'fault', bestOfN: null, perplexity: null } as const;
    const asked = { outcome: { ...one!.outcome, choices } };
    expect(scalingPicture([one!, asked]).absent).toEqual(['bestOfN', 'judgeScore']);
    expect(scalingPicture([one!]).absent).toEqual([]);
  });

  test('is empty where no answer is known', () => {
    expect(scalingPicture(entriesOf({ scored: 'rubric' }))).toEqual({
      questions: 0,
      points: [],
      absent: [],
      manners: [],
      cautions: [],
    });
  });
});
