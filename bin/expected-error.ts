/**
 * What goes wrong in a way that its message explains: it is shown without a stack. Known by its
 * name, since `bin/run.mjs` has other classes than what it starts.
 */
export class ExpectedError extends Error {
  override name = 'ExpectedError';
}
