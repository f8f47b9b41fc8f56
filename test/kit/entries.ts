/** Entries as a run writes them, from what each question is to have come to. */
import type { Entry } from '../../src/group/plan.ts';
import type { FigureName } from '../../src/group/figures.ts';
import { FIGURE_NAMES } from '../../src/group/figures.ts';
import type { Outcome } from '../../src/group/outcome.ts';
import type { GroupId, RunId } from '../../src/base/id.ts';

export interface Told {
  /** By rollout. */
  readonly right?: readonly boolean[];
  readonly rewards?: readonly (number | null)[];
  readonly disagrees?: boolean;
  readonly scored?: Outcome['scored'];
  /** Null for every figure that is not told. */
  readonly scores?: Partial<Record<FigureName, number>>;
  readonly tokens?: Partial<Record<FigureName, number>>;
}

/** A question of two rollouts, of which vote and synthesis are right, or not. */
export const both = (majority: number, synthesis: number): Told => ({
  disagrees: majority !== synthesis,
  right: [majority === 1, false],
  scores: { single: majority / 2, majority, synthesis, oracle: majority },
  tokens: { single: 40, majority: 80, synthesis: 130, oracle: 80 },
});

/** Five questions: the vote and the synthesis agree on some, and each is right alone once. */
export const told = [both(1, 1), both(0, 1), both(1, 0), both(0, 0), both(1, 1)];

export function entryOf(told: Told, index = 0): Entry {
  const { right = [true, false], scored = 'truth', disagrees = false } = told;
  const byFigure = <T>(of: (name: FigureName) => T): Record<FigureName, T> =>
    Object.fromEntries(FIGURE_NAMES.map((name) => [name, of(name)])) as Record<FigureName, T>;
  return {
    runId: 'run' as RunId,
    index,
    groupId: `group-${index}` as GroupId,
    outcome: {
      scored,
      disagrees,
      right: scored === 'truth' ? right : [],
      clusters: right.map((one) => (one ? 0 : 1)),
      rewards: told.rewards ?? right.map((one) => (one ? 1 : 0)),
      sureness: right.map((_, at) => -1 - at / 10),
      undecided: 0,
      scores: byFigure((name) => told.scores?.[name] ?? null),
      costs: byFigure((name) => {
        const tokens = told.tokens?.[name];
        return tokens === undefined ? null : { tokens, promptTokens: 2 * tokens, seconds: 1 };
      }),
      choices: {},
    },
  };
}

export const entriesOf = (...told: readonly Told[]): Entry[] =>
  told.map((one, index) => entryOf(one, index));
