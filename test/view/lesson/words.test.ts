import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTerm, piecesOf } from '../../../src/view/lesson/pieces.ts';
import type { StepWords } from '../../../src/view/text/lesson-words.ts';
import { lessonTexts } from '../../../src/view/text/en-lessons.ts';
import { anyFacts } from './facts.ts';

const LESSONS = Object.entries(lessonTexts.lessons);
const STEPS = LESSONS.flatMap(([lesson, { steps }]) =>
  Object.entries<StepWords>(steps).map(([step, words]) => [`${lesson}/${step}`, words] as const),
);

/** As the person reads it. */
const plain = (text: string): string =>
  piecesOf(text).map((piece) => (typeof piece === 'string' ? piece : piece.shown)).join('');

const wellFormed = (text: string): void => {
  expect(plain(text)).toMatch(/^[A-Z0-9“].*[.!?]”?$/s);
  expect(plain(text)).not.toMatch(/undefined|NaN|\[|\]\(|\s\s|—|\b1 (rollouts|steps|verdicts)\b/);
};

describe('the words of a lesson', () => {
  test.each(STEPS)('%s are one to four sentences a step, whatever was recorded', (_name, words) => {
    expect(words.heading).toMatch(/^[A-Z]/);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const said of [words.say(facts), words.after?.(facts) ?? words.say(facts)]) {
          expect(said.length).toBeGreaterThanOrEqual(1);
          expect(said.length).toBeLessThanOrEqual(5);
          said.forEach(wellFormed);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of the last lesson can be told without a recording', () => {
    for (const words of Object.values<StepWords>(lessonTexts.lessons.rubric.steps)) {
      expect(words.without?.length ?? 0).toBeGreaterThan(0);
      words.without?.forEach(wellFormed);
    }
  });

  test.each(LESSONS)('%s have four to seven steps', (_name, { steps }) => {
    expect(Object.keys(steps).length).toBeGreaterThanOrEqual(4);
    expect(Object.keys(steps).length).toBeLessThanOrEqual(7);
  });

  test('say how far all of it goes', () => {
    [...lessonTexts.limits.paper, ...lessonTexts.limits.nano('nano')].forEach(wellFormed);
  });
});

describe('the glossary', () => {
  const [facts] = fc.sample(anyFacts, { numRuns: 1, seed: 7 });
  const all = STEPS.flatMap(([, words]) => [
    ...words.say(facts!),
    ...(words.after?.(facts!) ?? []),
    ...(words.without ?? []),
  ]).join(' ');

  test.each(Object.entries(lessonTexts.glossary))('explains %s in a sentence or two', (term, { name, means }) => {
    wellFormed(means);
    expect(name).toBe(name.trim());
    expect(isTerm(term)).toBe(true);
  });

  test('has every word that a text marks', () => {
    const marked = [...all.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? '');
    expect(marked.length).toBeGreaterThan(20);
    expect(marked.filter((term) => !isTerm(term))).toEqual([]);
  });

  test('leaves a mark that it does not know as it stands', () => {
    expect(piecesOf('See [this](nowhere), and [rollouts](rollout).')).toEqual([
      'See [this](nowhere), and ',
      { term: 'rollout', shown: 'rollouts' },
      '.',
    ]);
  });
});
