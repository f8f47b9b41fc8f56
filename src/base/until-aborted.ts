/**
 * The promise's value, or null at once where the signal is aborted before it: Stop waits for no
 * download and for no score. The work itself goes on, and what it brings is dropped.
 */
export const untilAborted = <T>(promise: Promise<T>, signal?: AbortSignal): Promise<T | null> =>
  new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop);
    // A run's signal outlives its thousands of questions.
    const settled = (): void => signal?.removeEventListener('abort', stop);
    void promise.then(resolve, reject).then(settled);
  });
