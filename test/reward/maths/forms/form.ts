/** Pairs of answers by the form they are written in, each list under the reason it stands for. */
export interface Form {
  readonly form: string;
  readonly equal: readonly (readonly [string, string])[];
  readonly different: readonly (readonly [string, string])[];
}
