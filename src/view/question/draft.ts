import type { GivenCriterion, Question } from '../../question/question.ts';
import { exactQuestion } from '../../run/world.ts';

/** The question as it stands in the page. Another text than the problem's has no known answer. */
export interface Draft {
  readonly text: string;
  /** Kept while the question is called open, where it counts for nothing. */
  readonly truth: string | null;
  readonly kind: Question['kind'];
  /** Of the question's data set; counts for nothing while the question has a final answer. */
  readonly rubric: readonly GivenCriterion[];
}

export const emptyDraft: Draft = { text: '', truth: null, kind: 'verifiable', rubric: [] };

export const draftOf = (question: Question): Draft => ({
  ...emptyDraft,
  text: question.text,
  kind: question.kind,
  ...knownOf(question),
});

/** The draft with another text; what is known of it is what is known of that text's question. */
export const withText = (draft: Draft, text: string, same: Question | null): Draft => ({
  ...emptyDraft,
  text,
  kind: draft.kind,
  ...(same === null ? {} : knownOf(same)),
});

export function questionOf({ text, truth, kind, rubric }: Draft): Question {
  if (kind === 'open') return rubric.length === 0 ? { kind, text } : { kind, text, rubric };
  return truth === null ? { kind, text } : { kind, text, truth };
}

const knownOf = (question: Question): Partial<Draft> =>
  question.kind === 'open'
    ? { rubric: question.rubric ?? [] }
    : { truth: question.truth ?? null };

/** Sameness as the store sees it. */
export const isSameText = (a: string, b: string): boolean => exactQuestion(a) === exactQuestion(b);

/** Whether what was made for this question belongs to the draft. */
export const isOf = (draft: Pick<Draft, 'kind' | 'text'>, question: Question): boolean =>
  draft.kind === question.kind && isSameText(question.text, draft.text);
