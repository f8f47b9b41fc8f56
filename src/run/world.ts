/** The problem world as the page meets it: held-out problems one after another, and its borders. */
import type { VerifiableQuestion } from '../question/question.ts';
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

/** Whether a model that was taught on the problem world can be expected to follow the question. */
export const isInWorld = (question: string): boolean => inWorld(question).known;
