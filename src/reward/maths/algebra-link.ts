/**
 * Where the comparison finds its algebra: in a worker of its own with a deadline, or on this thread
 * where there are no workers. Nothing is loaded before the first question.
 */
import type { Algebra } from './algebra.ts';
import { guardAlgebra } from './guarded.ts';
import type { Answered, GuardedAlgebra, Question, Thread } from './guarded.ts';

export async function algebraHere(): Promise<Algebra> {
  const { algebra } = await import('./algebra.ts');
  return algebra;
}

let guarded: GuardedAlgebra | null = null;

export function algebraInWorker(): Promise<GuardedAlgebra> {
  guarded ??= guardAlgebra(startWorker);
  return Promise.resolve(guarded);
}

function startWorker(): Thread {
  const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), {
    type: 'module',
    name: 'cat-lab-algebra',
  });
  return {
    ask: (question: Question) => worker.postMessage(question),
    listen(answered, died) {
      worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => answered(data));
      worker.addEventListener('messageerror', died);
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        died();
      });
    },
    end: () => worker.terminate(),
  };
}
