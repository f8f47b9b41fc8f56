/**
 * The language of a text that is not the page's own, as a `lang` in a template: readers aloud take the
 * page's for what has none. Empty where nobody knows it.
 */
import type { Role } from '../group/recipe.ts';
import type { Criterion } from '../reward/rubric/rubric.ts';
import { isInWorld } from '../run/world.ts';

export type Written = 'en' | '';

/** Of the problems and recordings that come with the page. */
export const BUNDLED = 'en';

/** Of a model's text: the models that come with the page learnt English alone. */
export const writtenIn = (role: Pick<Role, 'chat'> | undefined): Written =>
  role?.chat === 'nano' ? BUNDLED : '';

/** Of a question, whoever wrote it. */
export const askedIn = (text: string): Written => (isInWorld(text) ? BUNDLED : '');

/** Of a criterion: others than the model's are a person's or a data set's. */
export const criterionIn = ({ source }: Criterion, anchor: Role | undefined): Written =>
  source === 'proposed' ? writtenIn(anchor) : '';
