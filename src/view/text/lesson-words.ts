/** What a language gives for a lesson. */
import type { LessonFacts } from '../lesson/facts.ts';
import type { LessonId, StepId } from '../lesson/lessons.ts';

/** Sentences of a recording. `[shown](term)` marks a word of the glossary. */
export type Sentences = (facts: LessonFacts) => readonly string[];

export interface StepWords {
  readonly heading: string;
  readonly say: Sentences;
  /** Instead of them, once what was to be predicted is shown. */
  readonly after?: Sentences;
  /** Where there is no recording to speak of. */
  readonly without?: readonly string[];
}

export interface LessonWords<L extends LessonId> {
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly shows: string;
  readonly steps: { readonly [Id in StepId<L>]: StepWords };
}
