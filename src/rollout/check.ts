import type { Fault } from '../base/fault.ts';
import type { Engine } from '../engine/engine.ts';
import type { Question } from '../question/question.ts';
import { solveMessages } from './prompt.ts';
import type { RolloutOptions } from './sample.ts';

/**
 * What keeps a question from being sampled at all, or null. Its prompt must leave room in the
 * context for `maxTokens` of answer, or for a quarter of the context where `maxTokens` is more.
 */
export async function checkQuestion(
  engine: Pick<Engine, 'id' | 'loaded' | 'countTokens'>,
  question: Question,
  options: Pick<RolloutOptions, 'prompt' | 'chat' | 'sampling'>,
): Promise<Fault | null> {
  if (question.text.trim() === '') return { kind: 'question-empty' };
  if (engine.loaded === null) return { kind: 'not-loaded', engine: engine.id };
  const { contextTokens } = engine.loaded.capabilities;
  const counted = await engine.countTokens(
    solveMessages(options.chat, options.prompt, question.text),
  );
  if (!counted.ok) return counted.fault;
  const limit = contextTokens - answerRoom(options.sampling.maxTokens, contextTokens);
  return counted.value > limit ? { kind: 'question-too-long', tokens: counted.value, limit } : null;
}

const answerRoom = (maxTokens: number, contextTokens: number): number =>
  Math.min(maxTokens, Math.ceil(contextTokens / 4));
