import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { evaluate } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { normaliseQuestion } from '../../src/question/question.ts';
import { readSet } from '../../src/question/set/read-set.ts';
import { gcd } from './competition/check.ts';
import { easy } from './competition/easy.ts';
import { hard } from './competition/hard.ts';
import { medium } from './competition/medium.ts';

const file = path.join(import.meta.dirname, '../../public/sets/competition.jsonl');
const read = await readSet(await readFile(file));
if (!read.ok) throw new Error(JSON.stringify(read.fault));
const items = read.value;

const truthOf = (id: string): string => {
  const question = items.find((item) => item.id === id)?.question;
  return question?.kind === 'verifiable' ? (question.truth ?? '') : '';
};
const valueOf = (answer: string): number =>
  evaluate(answer.replace(/√(\d+)/g, ' sqrt($1)').replace('π', ' pi')) as number;

describe.each([
  ['easy', easy],
  ['medium', medium],
  ['hard', hard],
])('of the %s problems', (level, checks) => {
  test('there are twenty, and each is worked out again', () => {
    expect(items.filter((item) => item.level === level)).toHaveLength(20);
    expect(checks).toHaveLength(20);
  });

  test.each(checks.map((check, at) => [at + 1, check] as const))('number %i has the right answer', (number, check) => {
    const truth = truthOf(`${level}-${String(number).padStart(2, '0')}`);
    const found = check();
    if (typeof found === 'string') expect(truth).toBe(found);
    else if (typeof found === 'number') expect(valueOf(truth)).toBeCloseTo(found, 8);
    else {
      const [above, below] = found;
      const divisor = gcd(above, below);
      expect(truth).toBe(`${above / divisor}/${below / divisor}`);
    }
  });
});

test('every problem has a subject, and none stands there twice', () => {
  expect(items.every(({ subject }) => subject !== undefined)).toBe(true);
  expect(new Set(items.map(({ question }) => normaliseQuestion(question.text))).size).toBe(60);
});
