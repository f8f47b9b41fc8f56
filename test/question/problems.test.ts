import { describe, expect, test } from 'vitest';
import { fnv1a } from '../../src/base/hash.ts';
import { normaliseQuestion } from '../../src/question/question.ts';
import { LEVEL_NAMES } from '../../src/question/world/level.ts';
import type { Problem } from '../../src/question/world/problem.ts';
import type { ProblemOrder } from '../../src/question/world/problems.ts';
import { problemAt, problems } from '../../src/question/world/problems.ts';
import { splitOf } from '../../src/question/world/split.ts';
import { NAMES, RESERVED_NAMES, RESERVED_THINGS, THINGS } from '../../src/question/world/words.ts';

function take(order: ProblemOrder, count: number): Problem[] {
  const stream = problems(order);
  return Array.from({ length: count }, () => stream.next().value);
}

describe('the split', () => {
  test('stays as it is: training data made earlier must not come to hold a held-out problem', () => {
    const texts = Array.from({ length: 200 }, (_, n) => `Mia has ${n} apples. How many has she?`);
    const heldout = texts.flatMap((text, n) => (splitOf(text) === 'heldout' ? [n] : []));
    expect(heldout).toEqual([47, 49, 89, 107, 134, 149, 159, 161, 169, 171, 194]);
  });

  test('does not depend on case or white space', () => {
    for (let index = 0; index < 500; index += 1) {
      const { question } = problemAt(1, index, 'easy');
      const other = `  ${question.toUpperCase().replaceAll(' ', '\n ')} `;
      expect(splitOf(other)).toBe(splitOf(question));
    }
  });

  test('holds out about one problem in twenty on every level', () => {
    for (const level of LEVEL_NAMES) {
      const texts = Array.from(
        { length: 10_000 },
        (_, index) => problemAt(4, index, level).question,
      );
      const share = texts.filter((text) => splitOf(text) === 'heldout').length / texts.length;
      expect(share).toBeGreaterThan(0.043);
      expect(share).toBeLessThan(0.057);
    }
  });
});

test.each([
  ['easy', 1759399492],
  ['medium', 3198971016],
  ['hard', 2820027098],
  ['expert', 3704072074],
  ['master', 2185934983],
  ['grandmaster', 4057879028],
] as const)(
  'problems of level %s stay as the bundled model learned them: a change asks for new training',
  (level, fingerprint) => {
    const texts = Array.from({ length: 300 }, (_, index) => {
      const { question, solution } = problemAt(1, index, level);
      return `${question}\n${solution}`;
    });
    expect(fnv1a(texts.join('\n'))).toBe(fingerprint);
  },
);

describe('a stream of problems', () => {
  test('gives only its split, and no problem twice', () => {
    for (const split of ['train', 'heldout'] as const) {
      const texts = take({ seed: 9, level: 'easy', split }, 1500).map(({ question }) => question);
      expect(texts.every((text) => splitOf(text) === split)).toBe(true);
      expect(new Set(texts.map(normaliseQuestion)).size).toBe(texts.length);
    }
  });

  test('is the same for the same seed and another for another seed', () => {
    const order = { seed: 5, level: 'medium', split: 'heldout' } as const;
    expect(take(order, 50)).toEqual(take(order, 50));
    expect(take({ ...order, seed: 6 }, 50)).not.toEqual(take(order, 50));
  });

  test('mixes levels by their shares', () => {
    const level = { easy: 2, hard: 1 };
    const levels = take({ seed: 1, level, split: 'train' }, 3000).map((problem) => problem.level);
    const easy = levels.filter((name) => name === 'easy').length / levels.length;
    expect(levels).not.toContain('medium');
    expect(easy).toBeGreaterThan(0.63);
    expect(easy).toBeLessThan(0.7);
  });
});

const words = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

test('coined problems use no name or thing that is measured with', () => {
  const reserved = new Set([
    ...RESERVED_NAMES.map(({ name }) => name.toLowerCase()),
    ...Object.values(RESERVED_THINGS).flatMap((things) => things.flatMap(({ one, many }) => [one, many])),
  ]);
  const coined = take({ seed: 3, level: 'master', split: 'train', wording: 'coined' }, 3000);
  const strange = take({ seed: 3, level: 'master', split: 'train' }, 3000);
  const isKnown = new Set(strange.flatMap(({ question }) => words(question)));
  for (const { question } of coined) {
    expect(words(question).filter((word) => reserved.has(word))).toEqual([]);
  }
  const withNew = coined.filter(({ question }) => words(question).some((word) => !isKnown.has(word)));
  expect(withNew.length / coined.length).toBeGreaterThan(0.7);
});

describe('edited problems', () => {
  const edited = take({ seed: 2, level: 'medium', split: 'heldout', wording: 'edited' }, 400);
  const ordinary = take({ seed: 2, level: 'medium', split: 'heldout' }, 400);

  test('use only names and things that ordinary ones never use', () => {
    const names = new Set(NAMES.map(({ name }) => name.toLowerCase()));
    const reservedNames = new Set(RESERVED_NAMES.map(({ name }) => name.toLowerCase()));
    const reservedThings = new Set(
      Object.values(RESERVED_THINGS)
        .flat()
        .map(({ many }) => many),
    );
    for (const { question } of edited) {
      expect(words(question).filter((word) => names.has(word))).toEqual([]);
    }
    for (const { question } of ordinary) {
      const reserved = words(question).filter(
        (word) => reservedNames.has(word) || reservedThings.has(word),
      );
      expect(reserved).toEqual([]);
    }
  });

  test('tell a late fact first far oftener', () => {
    const early = ({ question }: Problem): boolean =>
      /^(A bike costs|A carton holds|A crate holds|A box holds|A jug holds|An? \w+ (sells|costs)|The whole)/.test(
        question,
      );
    const share = (of: Problem[]): number => of.filter(early).length / of.length;
    expect(share(edited)).toBeGreaterThan(2 * share(ordinary));
  });
});

test('the world has at least 60 names and 80 things, and keeps 12 and 16 others in reserve', () => {
  const things = Object.values(THINGS).flat();
  const reserved = Object.values(RESERVED_THINGS).flat();
  expect(new Set(NAMES.map(({ name }) => name)).size).toBe(NAMES.length);
  expect(new Set(things.map(({ one }) => one)).size).toBe(things.length);
  expect(NAMES.length).toBeGreaterThanOrEqual(60);
  expect(things.length).toBeGreaterThanOrEqual(80);
  expect(RESERVED_NAMES.length).toBeGreaterThanOrEqual(12);
  expect(reserved.length).toBeGreaterThanOrEqual(16);
  const everyday = new Set(things.map(({ one }) => one));
  expect(reserved.filter(({ one }) => everyday.has(one))).toEqual([]);
});
