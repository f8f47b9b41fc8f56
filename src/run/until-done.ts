import type { EventQueue } from '../engine/event-queue.ts';

/**
 * What is pushed into the queue, until the work under way has ended. Work that throws aborts `left`, and
 * its error is thrown at the end; whoever leaves the stream aborts it too, and waits for the work.
 */
export async function* untilDone<E>(
  queue: EventQueue<E>,
  work: Promise<unknown>,
  left: AbortController,
): AsyncGenerator<E, void, undefined> {
  let failure: unknown = null;
  const ended = work.catch((error: unknown) => {
    failure = error;
    left.abort();
  });
  void ended.then(() => queue.end());
  try {
    yield* queue;
  } finally {
    left.abort();
    await ended;
  }
  if (failure !== null) throw failure;
}
