/** Runs in the built page, bundled as it is: what the bench of experiments does there. */
import type { Lab } from '../src/run/lab.ts';
import { drawnTimes } from './drawn-times.ts';
import { experimentTimes } from './experiment-times.ts';
import { fillStore } from './fill-store.ts';
import { beginRun, bytesWithWorkers, questionsDone, streamed } from './watch-work.ts';

type After<F> = F extends (lab: Lab, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

const app = (): Element & { readonly lab: Lab } => {
  const found = document.querySelector<HTMLElement & { lab: Lab | null }>('cat-app');
  if (found === null || found.lab === null) throw new Error('the page has no lab');
  return found as HTMLElement & { lab: Lab };
};

const times: After<typeof experimentTimes> = (...rest) => experimentTimes(app().lab, ...rest);

const surface = {
  fillStore,
  drawnTimes,
  experimentTimes: times,
  streamed: () => streamed(app(), app().lab),
  beginRun: (items: Parameters<typeof beginRun>[2]) => beginRun(app(), app().lab, items),
  questionsDone,
  bytesWithWorkers,
};

declare global {
  var benchExperiments: typeof surface;
}

globalThis.benchExperiments = surface;
