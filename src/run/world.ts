/** The two worlds of nano as the page meets them: held-out questions one after another, and borders. */
import type { OpenQuestion, VerifiableQuestion } from '../question/question.ts';
import { problems } from '../question/world/problems.ts';
import type { Problem } from '../question/world/problem.ts';
import type { Level } from '../question/world/level.ts';
import { inWorld } from '../question/world/recognise.ts';

export { exactQuestion } from '../question/question.ts';
export { DEFAULT_LEVEL, isLevel, LEVEL_NAMES } from '../question/world/level.ts';

/** Gives another problem at each call; no problem of a level twice. */
export function createProblems(seed: number): (level: Level) => Required<VerifiableQuestion> {
  const streams = new Map<Level, Generator<Problem, never>>();
  return (level) => {
    const stream = streams.get(level) ?? problems({ seed, level, split: 'heldout' });
    streams.set(level, stream);
    const { question, answer } = stream.next().value;
    return { kind: 'verifiable', text: question, truth: answer };
  };
}

/** Text for the most part, so that it is fetched only where a question is open. */
const notes = () => import('../question/notes/note-questions.ts');

/**
 * Gives another question for advice at each call; all of them before one comes again. Null where that
 * part of the page could not be fetched.
 */
export function createOpenQuestions(seed: number): () => Promise<OpenQuestion | null> {
  let left: string[] = [];
  return async () => {
    try {
      const { shuffledQuestions } = await notes();
      if (left.length === 0) left = shuffledQuestions(seed, 'heldout').map(({ text }) => text);
      return { kind: 'open', text: left.shift() ?? '' };
    } catch {
      return null;
    }
  };
}

/** Whether a model that was taught on the problem world can be expected to follow the question. */
export const isInWorld = (question: string): boolean => inWorld(question).known;

/**
 * The same of one that was taught notes: it follows the questions of its world, word for word. Of none
 * where that part of the page could not be fetched.
 */
export async function isNoteQuestion(question: string): Promise<boolean> {
  try {
    return (await notes()).findQuestion(question) !== null;
  } catch {
    return false;
  }
}
