/** `fatal`: the lane is gone. Else only the call failed. */
export class LaneError extends Error {
  readonly fatal: boolean;
  constructor(message: string, fatal: boolean) {
    super(message);
    this.fatal = fatal;
  }
}
