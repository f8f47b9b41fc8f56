/**
 * Ids that cannot be mixed up: the brand exists for the compiler only.
 * A group's id is random, so that the same question and recipe can be run again beside the first.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type GroupId = Branded<'group'>;
export type RunId = Branded<'run'>;
export type SetId = Branded<'set'>;
/** SHA-256, hexadecimal, of a recipe's canonical JSON: half of the cache key. */
export type RecipeHash = Branded<'recipe'>;
/** SHA-256, hexadecimal, of a question's normalised text: the other half. */
export type QuestionHash = Branded<'question'>;

export const newGroupId = (): GroupId => crypto.randomUUID() as GroupId;
export const newSetId = (): SetId => crypto.randomUUID() as SetId;
export const newRunId = (): RunId => crypto.randomUUID() as RunId;
