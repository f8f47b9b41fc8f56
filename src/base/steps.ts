/** Work in steps: it yields wherever it may be interrupted, and returns what it came to. */
export type Steps<T> = Generator<void, T, undefined>;

export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
