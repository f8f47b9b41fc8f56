import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../src/question/notes/fields.ts';
import { readPoint } from '../../../src/question/notes/point.ts';
import { readField } from '../../../src/question/notes/read-field.ts';
import { allPoints, cases } from './every.ts';

describe('the fields', () => {
  test('hold more than two hundred topics, no two of a field alike', () => {
    const names = FIELDS.flatMap(({ name, topics }) => topics.map((topic) => `${name}: ${topic.name}`));
    expect(names.length).toBeGreaterThanOrEqual(200);
    expect(new Set(names).size).toBe(names.length);
  });

  test('give each question 6 to 8 true points and 2 or 3 wrong ones', () => {
    for (const { topic, points } of cases) {
      expect(points.true.length, topic).toBeGreaterThanOrEqual(6);
      expect(points.true.length, topic).toBeLessThanOrEqual(8);
      expect(points.wrong.length, topic).toBeGreaterThanOrEqual(2);
      expect(points.wrong.length, topic).toBeLessThanOrEqual(3);
    }
  });

  test('say each point in two or three wordings of one short plain sentence', () => {
    const points = new Set(cases.flatMap((question) => allPoints(question.points)));
    for (const { wordings } of points) {
      expect(new Set(wordings).size, wordings[0]).toBe(wordings.length);
      expect([2, 3], wordings[0]).toContain(wordings.length);
      for (const wording of wordings) {
        expect(wording).toMatch(/^[A-Z][A-Za-z' ]+\.$/);
        expect(wording.split(' ').length, wording).toBeLessThanOrEqual(11);
      }
    }
  });

  test('never call right for one topic what they call wrong for another', () => {
    const said = (kind: 'true' | 'wrong'): Set<string> =>
      new Set(cases.flatMap(({ points }) => points[kind].flatMap(({ wordings }) => wordings)));
    const wrong = said('wrong');
    expect([...said('true')].filter((wording) => wrong.has(wording))).toEqual([]);
  });

  test('hold some wordings of each question out', () => {
    for (const { name, wordings } of FIELDS) {
      expect(wordings.taught.length, name).toBeGreaterThanOrEqual(4);
      expect(wordings.heldout.length, name).toBeGreaterThanOrEqual(2);
      const all = [...wordings.taught, ...wordings.heldout];
      expect(new Set(all).size, name).toBe(all.length);
      for (const wording of all) expect(wording.match(/\{x\}/g), wording).toHaveLength(1);
    }
  });
});

test('a point takes the k-th alternative of every bracket', () => {
  const wordings = ['Cut off dead leaves.', 'Remove brown leaves.', 'Trim dead leaves.'];
  expect(readPoint('[Cut off|Remove|Trim] [dead|brown] leaves.')).toEqual({ wordings });
  expect(readPoint('Rest.')).toEqual({ wordings: ['Rest.'] });
});

test('a broken line of a field is named, with what is wrong', () => {
  expect(() => readField('garden', '? How?\n= a fern: shade\n')).toThrow(
    'garden, line 2: no point of the name shade: = a fern: shade',
  );
  expect(() => readField('garden', 'Water it.')).toThrow('line 1: a point that belongs nowhere');
  expect(() => readField('garden', '+ in winter')).toThrow('line 1: expected two parts at " | "');
  expect(() => readField('garden', 'a: Rest.\na: Rest.')).toThrow('two points of the name a');
});
