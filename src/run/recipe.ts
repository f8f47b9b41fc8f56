import type { LoadedModel } from '../engine/model.ts';
import type { Sampling } from '../engine/sample.ts';
import type { Recipe, Role } from '../group/recipe.ts';
import { defaultPrompts } from './prompts.ts';
import { BOUNDS } from './settings.ts';
import type { ChatKind, Settings } from './settings.ts';

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
      ...defaultPrompts(anchor.spec.chat),
      solve: defaultPrompts(policy.spec.chat).solve,
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

const roleOf = (model: LoadedModel): Role => ({
  engine: model.spec.engine,
  model: model.spec.id,
  revision: model.revision,
  chat: model.spec.chat,
});
