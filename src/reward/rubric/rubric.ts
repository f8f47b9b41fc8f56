/**
 * The open regime's records (paper, section on non-verifiable rewards): the anchor proposes yes/no
 * criteria from the synthesis alone, a judge gives one verdict per rollout and criterion, and the
 * reward is the fraction met. Texts and orders are kept beside every figure.
 */
import type { KeptCompletion } from '../../engine/sample.ts';

export interface Criterion {
  readonly text: string;
  /** Above 0, and 1 unless a person weighs it. A `given` one has its points, which may be below 0. */
  readonly weight: number;
  /** Switched off by a person: it stays on record and counts for nothing. */
  readonly off?: true;
  /** `proposed` by the anchor, `written` by a person, `given` with the question by its data set. */
  readonly source: 'proposed' | 'written' | 'given';
}

export interface Rubric {
  readonly kind: 'rubric';
  readonly criteria: readonly Criterion[];
  /** The anchor's words as they came, every attempt in order. */
  readonly proposals: readonly KeptCompletion[];
  /** Lines of the proposals that are no usable criterion, each with the reason. */
  readonly refused: readonly { readonly text: string; readonly why: 'empty' | 'duplicate' | 'not-a-criterion' | 'too-long' | 'too-many' }[];
}

/** A judge that answers in prose, or not at all, gives `unreadable`: kept, counted, never dropped. */
export type VerdictValue = 'yes' | 'no' | 'unreadable';

export interface Verdict {
  readonly kind: 'verdict';
  /** Place in the rubric's criteria. */
  readonly criterion: number;
  /** Rollout index. The synthesis is judged only on criteria that are `given`: it proposed the others. */
  readonly rollout: number | 'synthesis';
  /** 0 for the first time that this pair is judged. */
  readonly repeat: number;
  /** Where the answer stood in the prompt: before or after the criterion. */
  readonly answerFirst: boolean;
  /** Which call it was of those that were made together, from 0, where their order was permuted. */
  readonly place?: number;
  readonly value: VerdictValue;
  /** The judge's reason in its own words; empty where it gave none. */
  readonly reason: string;
  readonly call: KeptCompletion;
  /** What a person holds instead; the reward follows it. */
  readonly overruled?: 'yes' | 'no';
}
