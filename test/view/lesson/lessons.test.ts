import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LessonStep } from '../../../src/view/lesson/lessons.ts';
import { LESSONS } from '../../../src/view/lesson/lessons.ts';
import type { Part } from '../../../src/view/part.ts';
import { lessonTexts } from '../../../src/view/text/en-lessons.ts';
import type { StepWords } from '../../../src/view/text/lesson-words.ts';
import { anyFacts } from './facts.ts';

/** Parts that nobody understands without a word of the glossary. */
const WORDS: readonly (readonly [Part, string])[] = [
  ['synthesis', 'synthesis'],
  ['rewards', 'reward'],
  ['rubric', 'criterion'],
];

const facts = fc.sample(anyFacts, { numRuns: 40, seed: 3 });

const said = (words: StepWords | undefined): string =>
  facts.flatMap((one) => [...(words?.say(one) ?? []), ...(words?.after?.(one) ?? [])]).join(' ');

describe('a lesson alone', () => {
  test.each(LESSONS)('$id shows nothing before it says what that is', ({ id, steps }) => {
    const words: Readonly<Record<string, StepWords>> = lessonTexts.lessons[id].steps;
    for (const [part, word] of WORDS) {
      const shows = ({ scene, reveals }: LessonStep): boolean =>
        scene.parts.has(part) || reveals?.parts.has(part) === true;
      const first = steps.findIndex(shows);
      if (first === -1) continue;
      const explained = steps.findIndex((step) => said(words[step.id]).includes(`](${word})`));
      expect(explained, part).toBeGreaterThanOrEqual(0);
      expect(explained, part).toBeLessThanOrEqual(first);
    }
  });
});
