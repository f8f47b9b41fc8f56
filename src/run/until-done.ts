import type { EventQueue } from '../engine/event-queue.ts';

/**
 * What is pushed into the queue, until all works have ended. The first of them that throws aborts `left`, and
 * its error is thrown once the others have ended too; whoever leaves the stream aborts it, and waits for all.
 */
export async function* untilDone<E>(
  queue: EventQueue<E>,
  works: readonly Promise<unknown>[],
  left: AbortController,
): AsyncGenerator<E, void, undefined> {
  const failures: unknown[] = [];
  const ended = works.map((work) =>
    work.catch((error: unknown) => {
      failures.push(error);
      left.abort();
    }),
  );
  const allEnded = Promise.all(ended).then(() => queue.end());
  try {
    yield* queue;
  } finally {
    left.abort();
    await allEnded;
  }
  if (failures.length > 0) throw failures[0];
}
