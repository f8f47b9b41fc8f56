import { nothing } from 'lit';
import type { Role } from '../group/recipe.ts';

/**
 * The language of a model's text, as a `lang` in a template: readers aloud take the page's own for what
 * has none. The models that come with the page learnt English alone; of others nobody knows it.
 */
export const writtenIn = (role: Pick<Role, 'chat'> | undefined): 'en' | typeof nothing =>
  role?.chat === 'nano' ? BUNDLED : nothing;

/** Of the problems and recordings that come with the page. */
export const BUNDLED = 'en';
