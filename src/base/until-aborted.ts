/**
 * The promise's value, or null at once where the signal is aborted before it: Stop waits for no
 * download and for no score. The work itself goes on, and what it brings is dropped.
 */
export const untilAborted = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
    promise.then(resolve, reject);
  });
