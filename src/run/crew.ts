/** The models in their roles as one piece of work finds them: loaded, and taught what it asks. */
import type { Fault } from '../base/fault.ts';
import { partMissing } from '../base/part-missing.ts';
import { untilAborted } from '../base/until-aborted.ts';
import type { LoadedModel } from '../engine/model.ts';
import { hashRecipe } from '../group/recipe.ts';
import type { Recipe } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import type { Compare } from '../reward/maths/reading.ts';
import type { PromptsByKind } from './experiments.ts';
import type { RunLocks } from './locks.ts';
import type { Models } from './models.ts';
import type { Work } from './prepare.ts';
import { checkPrompts, checkSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { untaught } from './taught.ts';
import type { GroupStore, GroupTools } from './tools.ts';

export interface Crew {
  readonly tools: GroupTools;
  readonly policy: LoadedModel;
  readonly anchor: LoadedModel;
  readonly judge: LoadedModel;
}

/** Strictly rising milliseconds since 1970. */
export type Now = () => number;

export interface CrewParts {
  readonly models: Models;
  readonly compare: Compare;
  readonly readyToCompare: () => Promise<unknown>;
  readonly locks: RunLocks;
  readonly now: Now;
  tell(fault: Fault): null;
}

export interface Crews {
  /**
   * Whether the work can begin at all, before anything is loaded or stopped for it; tells why not. Of the
   * prompts those count that the questions are asked with.
   */
  isAskable(questions: readonly Question[], settings: Settings, prompts?: PromptsByKind): boolean;
  /** Waits for a load under way; null where stopped, or having told why. */
  ready(
    kinds: ReadonlySet<Question['kind']>,
    store: GroupStore,
    signal: AbortSignal,
  ): Promise<Crew | null>;
  /** After an engine went down: whether all that a group needs works again. */
  revive(): Promise<boolean>;
  workOf(crew: Crew, recipe: Recipe, own: OwnWork): Promise<Work>;
}

export type OwnWork = Pick<Work, 'runId' | 'runName' | 'runHeld' | 'fresh' | 'goOn'>;

export function createCrews({ models, compare, readyToCompare, locks, now, tell }: CrewParts): Crews {
  const whyIncomparable = (): Promise<Fault | null> => readyToCompare().then(() => null, partMissing);
  return {
    isAskable(questions, settings, prompts = {}) {
      const used = [...kindsOf(questions)].map((kind) => prompts[kind] ?? settings.prompts);
      const faults = [
        ...checkSettings({ ...settings, prompts: {} }),
        ...[...new Set(used)].flatMap(checkPrompts),
      ];
      if (questions.every((question) => question.text.trim() === '')) {
        faults.push({ kind: 'question-empty' });
      }
      for (const fault of faults) tell(fault);
      return faults.length === 0;
    },
    async ready(kinds, store, signal) {
      const isOpen = kinds.has('open');
      // The judge first, so that the policy has its turn last, and begins with it.
      if (isOpen && (await untilAborted(models.judgeReady(), signal)) !== true) return null;
      const engines = await untilAborted(models.ready(), signal);
      const policy = engines?.policy.loaded ?? null;
      const anchor = engines?.anchor.loaded ?? null;
      if (engines === null || policy === null || anchor === null) return null;
      const missing = kinds.has('verifiable') ? await untilAborted(whyIncomparable(), signal) : null;
      if (signal.aborted) return null;
      if (missing !== null) return tell(missing);
      const judge = models.loaded('judge') ?? anchor;
      const fault = isOpen ? untaught(anchor, judge) : null;
      if (fault !== null) return tell(fault);
      return { policy, anchor, judge, tools: { ...engines, take: models.take, store, compare } };
    },
    revive: async () => (await models.judgeReady()) && (await models.ready()) !== null,
    workOf: async ({ tools }, recipe, own) => ({
      ...own,
      recipe,
      recipeHash: await hashRecipe(recipe),
      now,
      locks,
      tools,
    }),
  };
}

export const kindsOf = (questions: readonly Question[]): ReadonlySet<Question['kind']> =>
  new Set(questions.map(({ kind }) => kind));
