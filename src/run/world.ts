/** The two worlds of nano as the page meets them: held-out questions one after another, and borders. */
import { findQuestion, shuffledQuestions } from '../question/notes/note-questions.ts';
import type { OpenQuestion, Question, VerifiableQuestion } from '../question/question.ts';
import { problems } from '../question/world/problems.ts';
import type { Problem } from '../question/world/problem.ts';
import type { Level } from '../question/world/level.ts';
import { inWorld } from '../question/world/recognise.ts';

export { normaliseQuestion } from '../question/question.ts';
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

/** Gives another question for advice at each call; all of them before one comes again. */
export function createOpenQuestions(seed: number): () => OpenQuestion {
  let left: readonly OpenQuestion[] = [];
  return () => {
    const [next, ...rest] = left.length > 0 ? left : openQuestions(seed);
    left = rest;
    return next as OpenQuestion;
  };
}

const openQuestions = (seed: number): OpenQuestion[] =>
  shuffledQuestions(seed, 'heldout').map(({ text }) => ({ kind: 'open', text }));

/**
 * Whether a model that was taught on these worlds can be expected to follow the question: a story
 * problem where there is a final answer, else a question for a note, word for word.
 */
export const isInWorld = ({ kind, text }: Pick<Question, 'kind' | 'text'>): boolean =>
  kind === 'open' ? findQuestion(text) !== null : inWorld(text).known;
