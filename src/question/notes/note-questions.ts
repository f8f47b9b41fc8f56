import { createRandom } from '../../base/random.ts';
import { normaliseQuestion } from '../question.ts';
import type { Split } from '../world/split.ts';
import type { NoteQuestion } from './note-question.ts';
import { noteQuestions } from './note-question.ts';

/** All questions of a split in an order that the seed decides, each once. */
export function shuffledQuestions(seed: number, split: Split): NoteQuestion[] {
  return createRandom(seed).shuffle([...noteQuestions(split)]);
}

let known: ReadonlyMap<string, NoteQuestion> | undefined;

/** The question of either split with this text, case and white space aside; null for any other text. */
export function findQuestion(text: string): NoteQuestion | null {
  known ??= new Map(
    (['train', 'heldout'] as const)
      .flatMap((split) => [...noteQuestions(split)])
      .map((question) => [normaliseQuestion(question.text), question]),
  );
  return known.get(normaliseQuestion(text)) ?? null;
}
