import { describe, expect, it } from 'vitest';
import type { SetItem } from '../../../src/question/set/item.ts';
import { readSet } from '../../../src/question/set/read-set.ts';
import type { Selection } from '../../../src/question/set/select.ts';
import { Selector } from '../../../src/question/set/select.ts';
import { lines } from './text.ts';

const item = (text: string, labels: Partial<SetItem> = {}): SetItem => ({
  question: { kind: 'verifiable', text, truth: '1' },
  tags: [],
  ...labels,
});
function select(items: readonly SetItem[], selection: Selection): string[] {
  const selector = new Selector(selection);
  for (const one of items) selector.add(one);
  return selector.items().map(({ question }) => question.text);
}
const many = Array.from({ length: 5000 }, (_, at) => item(`Question ${at}`));

describe('of a set are wanted', () => {
  const items = [
    item('a', { subject: 'algebra', level: '1', tags: ['x', 'y'] }),
    item('b', { subject: 'algebra', level: '2', tags: ['y'] }),
    item('c', { subject: 'geometry', level: '2' }),
    item('d'),
  ];

  it.each<[string, Selection, string]>([
    ['all, where nothing is said', {}, 'abcd'],
    ['those of a subject', { subjects: ['algebra'] }, 'ab'],
    ['those of any of two levels', { levels: ['1', '2'] }, 'abc'],
    ['those with a tag', { tags: ['y'] }, 'ab'],
    ['those of a subject and a level', { subjects: ['algebra'], levels: ['2'] }, 'b'],
    ['none, where no subject is wanted', { subjects: [] }, ''],
  ])('%s', (_name, selection, expected) => {
    expect(select(items, selection).join('')).toBe(expected);
  });
});

describe('a sample', () => {
  const sample = (count: number, seed = 1): Selection => ({ sample: { count, seed } });

  it('has as many as asked for, in the order of the set, none twice', () => {
    const drawn = select(many, sample(100));
    expect(new Set(drawn).size).toBe(100);
    const places = drawn.map((text) => Number(text.split(' ')[1]));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('is the same for the same seed, and another one for another', () => {
    expect(select(many, sample(50, 4))).toEqual(select(many, sample(50, 4)));
    expect(select(many, sample(50, 4))).not.toEqual(select(many, sample(50, 5)));
  });

  it('holds the smaller ones of its seed, whatever the order of the set', () => {
    const large = new Set(select(many, sample(200)));
    const small = select([...many].reverse(), sample(20));
    expect(small.every((text) => large.has(text))).toBe(true);
  });

  it('favours no part of the set', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => select(many, sample(250, seed)));
    const early = seeds.flat().filter((text) => Number(text.split(' ')[1]) < 1000).length;
    // A fifth of 10,000 draws, with a standard deviation of 40: five of them are allowed.
    expect(Math.abs(early - 2000)).toBeLessThan(200);
  });

  it('is all that there is, of a small set', () => {
    expect(select(many.slice(0, 3), sample(10))).toHaveLength(3);
    expect(select(many, sample(0))).toEqual([]);
  });

  it('of half a question is refused', () => {
    expect(() => new Selector(sample(0.5))).toThrow(RangeError);
  });

  it('is taken as the set is read, after the filters', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      question: `Q${at}`,
      answer: at,
      level: at % 2,
    }));
    const read = await readSet(lines(...rows), {
      selection: { levels: ['1'], sample: { count: 4, seed: 2 } },
    });
    expect(read.ok && read.value.map(({ level }) => level)).toEqual(['1', '1', '1', '1']);
  });

  it('of questions that no filter lets through is empty, and no fault', async () => {
    const read = await readSet(lines({ question: 'A?', answer: 1 }), {
      selection: { tags: ['no such'] },
    });
    expect(read).toEqual({ ok: true, value: [] });
  });
});
