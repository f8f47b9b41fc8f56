/**
 * What an answer by each method costs, so that they can be compared at equal compute: `single` is one
 * rollout, the vote G of them, at equal compute G + 1, the synthesis G and its own call, and a method
 * G and whatever it asks; judging needs the synthesis too. The oracle costs the G rollouts that it
 * looks at.
 */
import { hadItsChance } from '../baseline/selection.ts';
import type { Selection } from '../baseline/selection.ts';
import type { Rollout } from '../rollout/rollout.ts';
import { selectionsOf } from './evidence.ts';
import { FIGURE_NAMES, isMethod } from './figures.ts';
import type { FigureName } from './figures.ts';
import type { Group } from './group.ts';

export interface Cost {
  /** Sampled. */
  readonly tokens: number;
  /** Read: the prompts of all calls, each as a whole, though engines read equal beginnings once. */
  readonly promptTokens: number;
  /**
   * What one waits: calls beside each other count as the longest of them, calls after each other add
   * up. Of `single` the mean of the rollouts as they were sampled, beside the others.
   */
  readonly seconds: number;
}

export type Costs = Readonly<Record<FigureName, Cost | null>>;

/** What is counted of one rollout. */
type Counted = Pick<Rollout, 'index' | 'tokens' | 'promptTokens' | 'seconds' | 'elapsed'>;

/** A group as far as its cost goes: as it is stored, or as a page holds it. */
export interface Costed extends Pick<Group, 'recipe' | 'evidence'> {
  /** Those that have ended. */
  readonly rollouts: readonly Counted[];
  readonly synthesis?: Cost | undefined;
}

/** Null where the rollouts, the synthesis or the method's own calls are not there. */
export function costsOf(group: Costed): Costs {
  const { recipe, synthesis } = group;
  const first = group.rollouts.filter(({ index }) => index < recipe.group);
  const rollouts = first.length === recipe.group ? together(first) : null;
  const all = recipe.equalCompute && group.rollouts.length > recipe.group;
  const selections = new Map(selectionsOf(group.evidence).map((one) => [one.method, one]));
  const reference =
    rollouts === null || synthesis === undefined ? null : add(rollouts, synthesis);

  const costOf = (name: FigureName): Cost | null => {
    if (rollouts === null) return null;
    if (isMethod(name)) {
      const selection = selections.get(name);
      const before = name === 'judgeScore' ? reference : rollouts;
      return selection === undefined || before === null || !hadItsChance(selection.reason ?? null)
        ? null
        : add(before, callsOf(selection));
    }
    switch (name) {
      case 'single':
        return share(first);
      case 'majority':
      case 'oracle':
        return rollouts;
      case 'majorityEqualCompute':
        return all ? together(group.rollouts) : null;
      case 'synthesis':
        return reference;
      default:
        return name satisfies never;
    }
  };
  return Object.fromEntries(FIGURE_NAMES.map((name) => [name, costOf(name)])) as unknown as Costs;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const together = (rollouts: readonly Counted[]): Cost => ({
  tokens: sum(rollouts.map(({ tokens }) => tokens)),
  promptTokens: sum(rollouts.map(({ promptTokens }) => promptTokens)),
  seconds: Math.max(0, ...rollouts.map(({ elapsed, seconds }) => elapsed ?? seconds)),
});

const share = (rollouts: readonly Counted[]): Cost => ({
  tokens: sum(rollouts.map(({ tokens }) => tokens)) / rollouts.length,
  promptTokens: sum(rollouts.map(({ promptTokens }) => promptTokens)) / rollouts.length,
  seconds: sum(rollouts.map(({ seconds }) => seconds)) / rollouts.length,
});

const callsOf = ({ calls, scoredTokens, seconds }: Selection): Cost => ({
  tokens: sum(calls.map(({ tokens }) => tokens)),
  // A scored text is a call too, whose tokens are all counted as read.
  promptTokens: scoredTokens > 0 ? scoredTokens : sum(calls.map(({ promptTokens }) => promptTokens)),
  seconds,
});

const add = (one: Cost, other: Cost): Cost => ({
  tokens: one.tokens + other.tokens,
  promptTokens: one.promptTokens + other.promptTokens,
  seconds: one.seconds + other.seconds,
});
