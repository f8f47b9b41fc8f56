import type { LoadedModel } from '../engine/model.ts';
import type { Sampling } from '../engine/sample.ts';
import type { Recipe, Role } from '../group/recipe.ts';
import { defaultPrompts } from './prompts.ts';
import { BOUNDS, defaultSettings } from './settings.ts';
import type { ChatKind, Settings, SettingsChange } from './settings.ts';

/**
 * Settings and models make a recipe; everything that a default decides is written out in it, so
 * that a later default changes no older group. The anchor plays the judge: maths asks none.
 */
export function makeRecipe(settings: Settings, policy: LoadedModel, anchor: LoadedModel): Recipe {
  return {
    version: 1,
    policy: roleOf(policy),
    anchor: roleOf(anchor),
    judge: roleOf(anchor),
    prompts: {
      ...ownPrompts({ policy: roleOf(policy), anchor: roleOf(anchor) }),
      ...settings.prompts,
    },
    sampling: settings.sampling,
    synthesisSampling: synthesisSampling(settings.sampling, anchor.spec.chat),
    group: settings.group,
    seed: settings.seed,
    questionVisible: settings.questionVisible,
    equalCompute: settings.equalCompute,
  };
}

/**
 * The paper samples the synthesis as it samples rollouts, and so does a general anchor here, with
 * twice the room, since it writes a summary before its answer. Nano writes its synthesis greedily:
 * its one short solution gains nothing from chance.
 */
export const synthesisSampling = (sampling: Sampling, chat: ChatKind): Sampling =>
  chat === 'nano'
    ? { temperature: 0, topP: 1, topK: 0, maxTokens: sampling.maxTokens }
    : { ...sampling, maxTokens: Math.min(2 * sampling.maxTokens, BOUNDS.maxTokens.high) };

/**
 * What to change of the defaults of `chat` to ask with this recipe again. Changed prompts belong to
 * the kind of model that they were written for.
 */
export function changeOf(recipe: Recipe, chat: ChatKind): SettingsChange {
  const { group, seed, questionVisible, equalCompute, sampling } = recipe;
  const defaults = defaultSettings(chat);
  return {
    ...differing({ group, seed, questionVisible, equalCompute }, defaults),
    sampling: differing(sampling, defaults.sampling),
    prompts: recipe.policy.chat === chat ? differing(recipe.prompts, ownPrompts(recipe)) : {},
  };
}

const ownPrompts = ({ policy, anchor }: Pick<Recipe, 'policy' | 'anchor'>): Recipe['prompts'] => ({
  ...defaultPrompts(anchor.chat),
  solve: defaultPrompts(policy.chat).solve,
});

/** The members that are not as in `usual`. */
const differing = <T extends object>(own: T, usual: NoInfer<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(own).filter(([name, value]) => usual[name as keyof T] !== value),
  ) as Partial<T>;

const roleOf = (model: LoadedModel): Role => ({
  engine: model.spec.engine,
  model: model.spec.id,
  revision: model.revision,
  chat: model.spec.chat,
});
