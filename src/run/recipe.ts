import { METHODS } from '../baseline/methods.ts';
import { METHOD_PROMPTS } from '../baseline/prompt.ts';
import { METHOD_NAMES } from '../baseline/selection.ts';
import type { MethodName } from '../baseline/selection.ts';
import type { LoadedModel } from '../engine/model.ts';
import type { Sampling } from '../engine/sample.ts';
import type { Judging, Recipe, Role } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import { RUBRIC_PROMPTS } from '../reward/rubric/prompt.ts';
import type { Part } from './lab.ts';
import { ownPrompts } from './prompts.ts';
import { BOUNDS } from './settings.ts';
import type { ChatKind, Settings } from './settings.ts';

export interface RecipeOptions {
  /** The anchor unless given. Named in the recipe of a question that asks a judge only. */
  readonly judge?: LoadedModel;
  /** Of the question; `verifiable` unless given. */
  readonly regime?: Question['kind'];
}

/**
 * Settings and models make a recipe; everything that a default decides is written out in it, so
 * that a later default changes no older group. An open question has no vote to compare at equal
 * compute, and a judge; where none is asked the anchor stands for it.
 */
export function makeRecipe(
  settings: Settings,
  policy: LoadedModel,
  anchor: LoadedModel,
  { judge = anchor, regime = 'verifiable' }: RecipeOptions = {},
): Recipe {
  const isOpen = regime === 'open';
  const roles = {
    policy: roleOf(policy),
    anchor: roleOf(anchor),
    judge: roleOf(isOpen ? judge : anchor),
  };
  const { judging } = settings;
  const methods = METHOD_NAMES.filter((name) => settings.methods?.includes(name));
  const smallerGroups = [...new Set(settings.smallerGroups)].sort((a, b) => a - b);
  const { smallerSubsets = 1 } = settings;
  const assessPrompts = {
    ...(isOpen ? rubricPrompts(roles, judging) : {}),
    ...methodPrompts(roles, methods),
  };
  return {
    version: 1,
    ...roles,
    prompts: { ...ownPrompts(roles, regime), ...settings.prompts },
    sampling: settings.sampling,
    synthesisSampling: synthesisSampling(settings.sampling, anchor.spec.chat),
    group: settings.group,
    seed: settings.seed,
    questionVisible: settings.questionVisible,
    equalCompute: !isOpen && settings.equalCompute,
    ...(methods.length > 0 ? { methods } : {}),
    // What an open question's answer is worth, only its judge could tell.
    ...(!isOpen && smallerGroups.length > 0 ? { smallerGroups, smallerSubsets } : {}),
    ...(isOpen ? { judging } : {}),
    ...(Object.keys(assessPrompts).length > 0 ? { assessPrompts } : {}),
  };
}

/** The recipe of what is loaded; null where nothing is. */
export function recipeOfLoaded(
  loaded: (part: Part) => LoadedModel | null,
  settings: Settings,
  regime: Question['kind'],
): Recipe | null {
  const policy = loaded('policy');
  const anchor = loaded('anchor');
  const judge = loaded('judge');
  return policy && anchor && judge ? makeRecipe(settings, policy, anchor, { judge, regime }) : null;
}

/** Only those in use, each for the kind of model that reads it. */
const methodPrompts = (
  roles: Pick<Recipe, 'anchor' | 'judge'>,
  methods: readonly MethodName[],
): NonNullable<Recipe['assessPrompts']> =>
  Object.fromEntries(
    methods.flatMap((name) => {
      const { asking } = METHODS[name];
      return asking === null
        ? []
        : [[asking.prompt, METHOD_PROMPTS[asking.prompt][roles[asking.role].chat]] as const];
    }),
  );

/** Only those in use: the place of the answer changes where the recipe permutes it. */
const rubricPrompts = (
  { anchor, judge }: Pick<Recipe, 'anchor' | 'judge'>,
  { permute }: Judging,
): NonNullable<Recipe['assessPrompts']> => {
  const { propose } = RUBRIC_PROMPTS[anchor.chat];
  const { verdict, verdictAnswerFirst } = RUBRIC_PROMPTS[judge.chat];
  return { propose, verdict, ...(permute ? { verdictAnswerFirst } : {}) };
};

/**
 * Both anchors get twice the room of a rollout: a general one writes a summary before its answer, nano
 * works out the sums that its rollouts dispute. The paper samples the synthesis as it samples rollouts,
 * and so does a general anchor here. Nano writes it greedily: its one short solution gains nothing
 * from chance.
 */
export function synthesisSampling(sampling: Sampling, chat: ChatKind): Sampling {
  const maxTokens = Math.min(2 * sampling.maxTokens, BOUNDS.maxTokens.high);
  return chat === 'nano'
    ? { temperature: 0, topP: 1, topK: 0, maxTokens }
    : { ...sampling, maxTokens };
}

export const roleOf = (model: LoadedModel): Role => ({
  engine: model.spec.engine,
  model: model.spec.id,
  revision: model.revision,
  chat: model.spec.chat,
});
