/** What an experiment (or one group) came to: the numbers behind `cat experiment --json`. */

/** Fractions are 0 to 1; null where no group has a known answer, or the method was not run. */
export interface Report {
  readonly model: string;
  readonly engine: string;
  /** G. */
  readonly group: number;
  readonly questions: number;
  readonly accuracy: {
    /** Mean over all G rollouts of all questions. */
    readonly single: number | null;
    readonly majority: number | null;
    /** Majority over G + 1 rollouts: the calls that the synthesis costs. */
    readonly majorityEqualCompute: number | null;
    readonly synthesis: number | null;
    /** Any of the G rollouts right. */
    readonly oracle: number | null;
  };
  /** Paired bootstrap over questions, 95 %. */
  readonly difference: {
    readonly synthesisMinusMajority: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  /** Questions where the synthesis's answer is another than the majority's, and how often it is right. */
  readonly disagree: { readonly count: number; readonly synthesisRight: number | null };
  /** Questions where all G rollouts are wrong. */
  readonly allWrong: { readonly count: number; readonly synthesisRight: number | null };
  /** Wall-clock of the sampling, without loading the model; cached groups cost next to nothing. */
  readonly seconds: number;
  /** Tokens sampled now (rollouts and syntheses) per second of it; 0 where all came from the store. */
  readonly tokensPerSecond: number;
}
