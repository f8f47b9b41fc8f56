/**
 * A dedicated worker as an `EngineWorker`. A worker that closes itself, or is killed for memory,
 * raises no event on the page; it does lose its Web Lock, which is how its end is noticed.
 */
import type { EngineWorker } from './client.ts';
import type { FromWorker } from './protocol.ts';

/** `create` makes the worker with the given name, under which the worker holds a lock while it lives. */
export function linkWorker(create: (name: string) => Worker): EngineWorker {
  const name = `cat-lab-engine-${crypto.randomUUID()}`;
  const worker = create(name);
  const watch = new AbortController();
  return {
    send: (message) => worker.postMessage(message),
    listen(receive, died) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker | typeof alive>) => {
        if (data === alive) watchLock(name, watch.signal, died);
        else receive(data);
      });
      worker.addEventListener('messageerror', () => died('a message could not be read'));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        // Of a script that could not be fetched it is a plain event, whatever its type says.
        const told = event instanceof ErrorEvent ? event.message : '';
        died(told === '' ? 'the worker could not be started' : told);
      });
    },
    terminate() {
      watch.abort();
      worker.terminate();
    },
  };
}

/** The worker's first message, sent once it holds its lock. */
export const alive = 'alive';

function watchLock(name: string, signal: AbortSignal, died: (reason: string) => void): void {
  // Missing outside a secure context, whatever its type says: then only error events tell.
  const locks = navigator.locks as LockManager | undefined;
  locks
    ?.request(name, { signal }, () => died('the worker ended by itself'))
    .catch(() => {
      // Aborted: the client ended the worker itself.
    });
}
