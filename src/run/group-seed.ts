import { fnv1a } from '../base/hash.ts';
import { deriveSeed } from '../base/random.ts';
import type { Group } from '../group/group.ts';

/** Every question gets its own seeds, or chance would make the same choices in all of them. */
export const groupSeed = ({ recipe, questionHash }: Pick<Group, 'recipe' | 'questionHash'>): number =>
  deriveSeed(recipe.seed, fnv1a(questionHash));
