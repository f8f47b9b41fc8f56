import type { Rollout } from '../rollout/rollout.ts';

/** What a method may choose of the G: rollouts that ended by themselves with a text (docs/deviations.md, 9 and 19). */
export const candidatesOf = <R extends Pick<Rollout, 'index' | 'stop' | 'text'>>(
  rollouts: readonly R[],
  group: number,
): R[] =>
  rollouts.filter(
    ({ index, stop, text }) => index < group && stop === 'end' && text.trim() !== '',
  );
