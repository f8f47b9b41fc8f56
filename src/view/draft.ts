import type { VerifiableQuestion } from '../question/question.ts';
import { normaliseQuestion } from '../run/world.ts';

/** The question as it stands in the page. Another text than the problem's has no known answer. */
export interface Draft {
  readonly text: string;
  readonly truth: string | null;
}

export const draftOf = (question: VerifiableQuestion): Draft => ({
  text: question.text,
  truth: question.truth ?? null,
});

export const questionOf = ({ text, truth }: Draft): VerifiableQuestion =>
  truth === null ? { kind: 'verifiable', text } : { kind: 'verifiable', text, truth };

/** Sameness as the store sees it: case and white space do not make another question. */
export const isSameText = (a: string, b: string): boolean =>
  normaliseQuestion(a) === normaliseQuestion(b);
