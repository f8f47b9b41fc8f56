/** What the intervals of a report must not be read as, by the figure that they belong to. */
import { cautionsOfDifference, cautionsOfMean } from '../stats/caution.ts';
import type { Caution } from '../stats/caution.ts';
import { outcomesScored } from './accuracy.ts';
import type { Scored } from './accuracy.ts';
import { FIGURE_NAMES } from './figures.ts';
import type { FigureName } from './figures.ts';
import type { Outcome } from './outcome.ts';

export type CautionsByFigure = Readonly<Partial<Record<FigureName, readonly Caution[]>>>;

export interface Cautions {
  /** Of the figures whose interval is bootstrapped: `single`, and the scores of open questions. */
  readonly interval: CautionsByFigure;
  /** Of synthesis minus each. */
  readonly differences: CautionsByFigure;
}

/** `figures` are the report's own over the same outcomes. Figures without a caution are absent. */
export function cautionsOf(
  outcomes: readonly Outcome[],
  { scored: by, differences }: Pick<Scored, 'scored' | 'differences'>,
): Cautions {
  const scored = outcomesScored(outcomes, by);
  return {
    interval: byFigure((name) => {
      const scores = scored.flatMap(({ scores: { [name]: score } }) => score ?? []);
      const isBootstrapped = by !== 'truth' || name === 'single';
      return scores.length > 0 && isBootstrapped ? cautionsOfMean(scores) : [];
    }),
    differences: byFigure((name) => {
      const interval = name === 'synthesis' ? null : (differences[name] ?? null);
      if (interval === null) return [];
      const gaps = scored.flatMap(({ scores: { synthesis, [name]: other } }) =>
        synthesis === null || other === null ? [] : [synthesis - other],
      );
      return cautionsOfDifference(gaps, interval);
    }),
  };
}

const byFigure = (of: (name: FigureName) => readonly Caution[]): CautionsByFigure =>
  Object.fromEntries(
    FIGURE_NAMES.map((name) => [name, of(name)] as const).filter(([, found]) => found.length > 0),
  );
