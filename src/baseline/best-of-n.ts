import { askForOne, concludeFromOne } from './choose.ts';
import type { Method } from './method.ts';

/** Self-BoN (paper, section on baselines): the anchor reads the question and all rollouts, and names one. */
export const bestOfN: Method = {
  kind: 'method',
  name: 'bestOfN',
  asking: { role: 'anchor', prompt: 'choose', how: 'sample', job: 'choose', needsReference: false },
  asks: askForOne,
  conclude: concludeFromOne,
};
