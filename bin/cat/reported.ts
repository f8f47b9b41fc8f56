import type { Group } from '../../src/group/group.ts';

/** The part of a group that the figures are made from. */
export type Reported = Required<Pick<Group, 'recipe' | 'rollouts' | 'synthesis' | 'evaluation'>> &
  Partial<Pick<Group, 'evidence'>>;
