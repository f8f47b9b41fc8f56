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

/** The form of a text that decides sameness of questions: case, white space and NFC differences fall away. */
export const normaliseQuestion = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
