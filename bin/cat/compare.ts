/** `cat compare`: two experiments over the same questions, from their folders alone. */
import type { RunId } from '../../src/base/id.ts';
import { compareFigures, differing, pairRuns, type Answered } from '../../src/group/compare.ts';
import { FIGURE_NAMES, type FigureName } from '../../src/group/figures.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import type { Paired } from '../../src/group/paired.ts';
import { regimeOf } from '../../src/group/recipe.ts';
import type { Recipe } from '../../src/group/recipe.ts';
import { recipeDifferences, type RecipeDifference } from '../../src/group/recipe-differences.ts';
import { exactQuestion } from '../../src/question/question.ts';
import { cautionLines, chance, questions } from './cautions.ts';
import type { CompareCommand } from './compare-options.ts';
import { CommandError } from './faults.ts';
import { percent, signed, table } from './grid.ts';
import { openRecording } from './recording.ts';

export interface Comparison {
  /** Questions that both have. */
  readonly pairs: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly recipe: readonly RecipeDifference[];
  /** By method, second minus first. */
  readonly figures: Readonly<Partial<Record<FigureName, Paired>>>;
  /** Questions on which the synthesis of one does better than the other's, in the order of the first. */
  readonly differing: readonly {
    readonly question: string;
    /** Scores, 0 to 1. */
    readonly first: number | null;
    readonly second: number | null;
  }[];
}

interface Row extends Answered {
  readonly text: string;
}

export interface Side {
  readonly rows: readonly Row[];
  /** One for each kind of question. */
  readonly recipes: ReadonlyMap<string, Recipe>;
}

/** Throws a CommandError where the folder is none of an experiment, or a row of it is broken. */
export async function readSide(folder: string): Promise<Side> {
  const rows: Row[] = [];
  const recipes = new Map<string, Recipe>();
  for await (const { group } of openRecording(folder, 'compared' as RunId).rows()) {
    const { evaluation, question, recipe } = group;
    if (evaluation === undefined) continue;
    const kind = regimeOf(recipe);
    if (!recipes.has(kind)) recipes.set(kind, recipe);
    const outcome = outcomeOf({ ...group, evaluation });
    rows.push({ question: `${kind} ${exactQuestion(question.text)}`, text: question.text, outcome });
  }
  return { rows, recipes };
}

export function compareSides(first: Side, second: Side): Comparison {
  const { pairs, onlyFirst, onlySecond } = pairRuns(first.rows, second.rows);
  const recipe = [...first.recipes].flatMap(([kind, one]) => {
    const other = second.recipes.get(kind);
    return other === undefined ? [] : recipeDifferences(one, other);
  });
  const seen = new Set<string>();
  return {
    pairs: pairs.length,
    onlyFirst,
    onlySecond,
    recipe: recipe.filter(({ path }) => !seen.has(path) && seen.add(path)),
    figures: compareFigures(pairs),
    differing: differing(pairs, 'synthesis').map(({ first: one, second: other }) => ({
      question: one.text,
      first: one.outcome.scores.synthesis,
      second: other.outcome.scores.synthesis,
    })),
  };
}

/** Exit code 1 where the two have no question in common. */
export async function compare({ first, second, json }: CompareCommand): Promise<number> {
  const comparison = compareSides(await readSide(first), await readSide(second));
  if (comparison.pairs === 0) {
    throw new CommandError(`${first} and ${second} have no finished question in common.`);
  }
  const text = json ? JSON.stringify(comparison, null, 2) : comparisonTable(comparison);
  process.stdout.write(`${text}\n`);
  return 0;
}

const MOST_NAMED = 5;
const LONGEST = 100;

export function comparisonTable(comparison: Comparison): string {
  const { pairs, onlyFirst, onlySecond, recipe, figures, differing: apart } = comparison;
  const lone = [
    ...(onlyFirst > 0 ? [`${onlyFirst} only in the first`] : []),
    ...(onlySecond > 0 ? [`${onlySecond} only in the second`] : []),
  ];
  const parts = [[`${questions(pairs)} in both`, ...lone].join('; '), recipeTable(recipe)];
  const rows = FIGURE_NAMES.flatMap((name): string[][] => {
    const figure = figures[name];
    return figure === undefined ? [] : [[name, ...cellsOf(figure)]];
  });
  const head = ['method', 'n', 'first', 'second', 'second − first', 'only first', 'only second', 'McNemar, exact'];
  parts.push(rows.length === 0 ? 'Nothing to compare: no answer is known.' : table([head, ...rows], [1, 2, 3, 4, 5, 6, 7]));
  const cautions = cautionLines([['synthesis', figures.synthesis?.cautions ?? []]]);
  if (cautions.length > 0) parts.push(cautions.join('\n'));
  if (figures.synthesis !== undefined) {
    const named = apart.slice(0, MOST_NAMED).map(({ question, first, second }) => {
      const text = question.replace(/\s+/g, ' ').trim();
      const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
      return `  ${percent(first)} → ${percent(second)}  ${short}`;
    });
    const more = apart.length > MOST_NAMED ? [`  and ${apart.length - MOST_NAMED} more`] : [];
    parts.push([`the syntheses differ on ${questions(apart.length)}`, ...named, ...more].join('\n'));
  }
  return parts.join('\n\n');
}

function cellsOf({ questions: n, first, second, difference, mcnemar }: Paired): string[] {
  return [
    String(n),
    percent(first),
    percent(second),
    difference === null
      ? '–'
      : `${signed(difference.estimate)} (${signed(difference.low)} to ${signed(difference.high)})`,
    mcnemar === null ? '–' : String(mcnemar.onlyFirst),
    mcnemar === null ? '–' : String(mcnemar.onlySecond),
    mcnemar === null ? '–' : chance(mcnemar.exact),
  ];
}

function recipeTable(differences: readonly RecipeDifference[]): string {
  if (differences.length === 0) return 'The recipes are the same.';
  const short = (value: unknown): string => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '–');
    const line = text.replace(/\s+/g, ' ');
    return line.length > 40 ? `${line.slice(0, 39)}…` : line;
  };
  const rows = differences.map(({ path, first, second }) => [path, short(first), short(second)]);
  return table([['recipe', 'first', 'second'], ...rows]);
}
