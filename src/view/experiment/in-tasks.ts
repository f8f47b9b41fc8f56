/** Work in steps as tasks of the page, short ones, between which it draws and answers. */
import type { Steps } from '../../base/steps.ts';
import { turn } from '../turn.ts';

/** From so many questions on, figures take longer than a frame: they are made so. */
export const MANY = 2000;

/** Milliseconds after which a task ends, as soon as the step under way has. */
const LONGEST = 12;

/** Works are done one after the other: what was asked for first stands there first. */
let before: Promise<unknown> = Promise.resolve();

/** Null once the signal is aborted. */
export function inTasks<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | null> {
  const work = before.then(() => taskByTask(steps, signal));
  before = work.catch(() => {});
  return work;
}

async function taskByTask<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    await turn();
    if (signal.aborted) return null;
    const until = performance.now() + LONGEST;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() < until);
  }
}
