/** A question has a final answer (`verifiable`) or none (`open`): the paper's two regimes. */
export type Question = VerifiableQuestion | OpenQuestion;

export interface VerifiableQuestion {
  readonly kind: 'verifiable';
  readonly text: string;
  /** The known final answer, where there is one; only shown and scored, never given to the model. */
  readonly truth?: string;
}

export interface OpenQuestion {
  readonly kind: 'open';
  readonly text: string;
  /** The data set's own rubric, HealthBench's for instance; only scored, never given to policy or anchor. */
  readonly rubric?: readonly GivenCriterion[];
}

/** Points are gained where the criterion is met; negative ones are lost. Never 0. */
export interface GivenCriterion {
  readonly criterion: string;
  readonly points: number;
}

/** By which a question is known: two are the same where these are. Case decides: `3 mW` is not `3 MW`. */
export const exactQuestion = (text: string): string => text.normalize('NFC').trim();

/** The form that hashes and draws are made of; different questions may share one (`exactQuestion`). */
export const normaliseQuestion = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
