/** The page's thread for algebra: one question at a time, as `guarded.ts` asks them. */
import { algebra } from '../algebra.ts';
import type { Answered, Question } from '../guarded.ts';

declare const self: DedicatedWorkerGlobalScope;

const say = (answer: Answered): void => self.postMessage(answer);

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  say(
    data.what === 'expressions'
      ? algebra.compareExpressions(...data.pair)
      : algebra.compareRelations(...data.pair),
  );
});
say('ready');
