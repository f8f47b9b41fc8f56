import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answered, Thread } from '../../src/reward/maths/guarded.ts';
import { root } from '../paths.ts';

/** A thread of Node that can be ended in the middle of a computation. */
export function startThread(): Thread {
  const worker = new Worker(path.join(root, 'bin', 'check-answers', 'thread.mjs'));
  return {
    ask: (question) => worker.postMessage(question),
    listen(answered, died) {
      worker.on('message', (answer: Answered) => answered(answer));
      worker.on('messageerror', died);
      worker.on('error', died);
      worker.on('exit', died);
    },
    end: () => void worker.terminate(),
  };
}
