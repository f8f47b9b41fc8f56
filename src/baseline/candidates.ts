import type { Rollout } from '../rollout/rollout.ts';

/**
 * What of the G is held against the others: rollouts that ended by themselves with a text. No method chooses
 * another one, and no judge reads it (docs/deviations.md, 9 and 19). A page may hold some without an end yet.
 */
export const candidatesOf = <
  R extends Pick<Rollout, 'index' | 'text'> & { readonly stop: Rollout['stop'] | null },
>(
  rollouts: readonly R[],
  group: number,
): R[] =>
  rollouts.filter(
    ({ index, stop, text }) => index < group && stop === 'end' && text.trim() !== '',
  );
