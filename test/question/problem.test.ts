import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../src/question/world/families.ts';
import type { Level } from '../../src/question/world/level.ts';
import { LEVEL_NAMES, LEVELS } from '../../src/question/world/level.ts';
import type { Problem } from '../../src/question/world/problem.ts';
import { problemAt } from '../../src/question/world/problems.ts';
import type { Wording } from '../../src/question/world/words.ts';
import { faultsOf, givenNumbers, readLines } from './check-solution.ts';

const many = (level: Level, wording: Wording = 'ordinary', length = 3000): Problem[] =>
  Array.from({ length }, (_, index) => problemAt(2024, index, level, wording));
const samples = Object.fromEntries(LEVEL_NAMES.map((level) => [level, many(level)])) as Record<
  Level,
  Problem[]
>;

describe.each(LEVEL_NAMES)('a problem of level %s', (level) => {
  const limits = LEVELS[level];

  test('has a solution whose every line follows from the question and the lines before', () => {
    for (const problem of [...samples[level], ...many(level, 'edited', 1000), ...many(level, 'coined', 1000)]) {
      expect(faultsOf(problem), `${problem.question}\n${problem.solution}`).toEqual([]);
    }
  });

  test('keeps the steps and sizes of its level', () => {
    for (const { question, solution, steps } of samples[level]) {
      const lines = readLines(solution);
      expect(lines.length).toBeGreaterThanOrEqual(limits.steps[0]);
      expect(lines.length).toBeLessThanOrEqual(limits.steps[1]);
      expect(steps.length).toBe(lines.length);
      for (const { value } of lines) {
        expect(value).toBeGreaterThanOrEqual(2);
        expect(value).toBeLessThanOrEqual(limits.result);
      }
      expect(Math.max(...givenNumbers(question))).toBeLessThanOrEqual(Math.max(limits.given, 60));
    }
  });

  test('multiplies and divides by 2 to 12 only, but for the 60 minutes of an hour', () => {
    for (const { question, solution } of samples[level]) {
      for (const { op, left, right } of readLines(solution)) {
        if (op === '/') expect(right).toBeLessThanOrEqual(12);
        if (op !== '*') continue;
        expect(Math.min(left, right), `${question}\n${solution}`).toBeLessThanOrEqual(12);
      }
    }
  });

  test('is short ASCII text that ends in one question for a number', () => {
    for (const { question, solution } of samples[level]) {
      expect(question).toMatch(/^[\x20-\x7e]+$/);
      expect(question.length).toBeLessThanOrEqual(450);
      expect(question).toMatch(/How many [^?.]+\?$/);
      expect(question.match(/\?/g)).toHaveLength(1);
      expect(question).not.toMatch(/[{}[\]]|undefined|NaN| {2}|[.?][A-Z]|\. [a-z]/);
      expect(solution).toMatch(/^[\n\x20-\x7e]+$/);
      for (const line of solution.split('\n')) {
        expect(line.split(' ').length, line).toBeLessThanOrEqual(10);
      }
    }
  });

  test('tells of every family, through hundreds of different skeletons and in thousands of texts', () => {
    const of = samples[level];
    expect(new Set(of.map(({ template }) => template.split(':')[0])).size).toBe(FAMILIES.length);
    expect(new Set(of.map(({ template }) => template)).size).toBeGreaterThan(1500);
    expect(new Set(of.map(({ question }) => question)).size).toBeGreaterThan(2990);
    const ops = new Set(of.flatMap(({ steps }) => steps.map(({ op }) => op)));
    expect(ops).toEqual(new Set(['+', '-', '*', '/']));
  });
});

test('the same seed, place and level give the same problem', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0xffffffff }),
      fc.nat(1_000_000),
      fc.constantFrom(...LEVEL_NAMES),
      fc.constantFrom<Wording>('ordinary', 'edited', 'coined'),
      (seed, index, level, wording) => {
        const problem = problemAt(seed, index, level, wording);
        expect(problemAt(seed, index, level, wording)).toEqual(problem);
        expect(faultsOf(problem)).toEqual([]);
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});

test('a story names a person before a pronoun speaks of them', () => {
  for (const { question } of LEVEL_NAMES.flatMap((level) => samples[level])) {
    const before = /^(.*?)\b(?:she|he|her|him|his)\b/i.exec(question);
    if (before !== null) expect(before[1], question).toMatch(/\b[A-Z][a-z]+\b.*\s/);
  }
});

test('some problems hold a number that the answer does not need, only on the hard level', () => {
  const spare = (level: Level): number =>
    samples[level].filter(({ question, solution }) => {
      const used = new Set(readLines(solution).flatMap(({ left, right }) => [left, right]));
      const given = [...question.matchAll(/\d+/g)].map(([digits]) => Number(digits));
      return given.some((number) => !used.has(number) && number !== 3);
    }).length / samples[level].length;
  expect(spare('easy')).toBeLessThan(0.01);
  expect(spare('medium')).toBeLessThan(0.01);
  expect(spare('hard')).toBeGreaterThan(0.2);
});

test('most sums are told in the order of computation, and some are not', () => {
  const turned = samples.medium.filter(({ question, solution }) => {
    const places = readLines(solution)
      .flatMap(({ left, right }) => [left, right])
      .map((number) => question.search(new RegExp(`\\b${number}\\b`)))
      .filter((place) => place >= 0);
    return places.some((place, index) => index > 0 && place < places[index - 1]!);
  });
  expect(turned.length / samples.medium.length).toBeGreaterThan(0.1);
  expect(turned.length / samples.medium.length).toBeLessThan(0.7);
});
