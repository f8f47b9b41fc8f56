/**
 * Time for one verdict, watched from inside the evaluation. It is what keeps the thread that has no
 * other thread beside it; one long step still needs the deadline of guarded.ts.
 */
export class TimeUp extends Error {}

let end = Infinity;
let steps = 0;

/** Looks at the clock every so many steps only. */
export function spend(): void {
  steps++;
  if (steps % 64 === 0 && performance.now() > end) throw new TimeUp();
}

/** What the work gives, or `late` where its time was up first. */
export function withBudget<T>(milliseconds: number, late: T, work: () => T): T {
  end = performance.now() + milliseconds;
  try {
    return work();
  } catch (error) {
    if (error instanceof TimeUp) return late;
    throw error;
  } finally {
    end = Infinity;
  }
}
