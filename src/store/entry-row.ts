/**
 * An entry as a row of a page: its numbers in lists, without a name for each, since a run of thousands is
 * read at once. Checked by hand on the way back, and its lists taken over as they are: a schema, or copies of
 * what was made for nobody else, would take as long as the disk.
 *
 * The orders below are those of stored rows. A name is added at the end and is null in older rows; no
 * name is moved or taken away.
 */
import type { FaultOf } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { MethodName, NoChoice } from '../baseline/selection.ts';
import type { Cost, Costs } from '../group/cost.ts';
import type { FigureName } from '../group/figures.ts';
import type { Outcome, Scores, SmallerScore } from '../group/outcome.ts';
import type { Entry } from '../group/plan.ts';
import { MOST_ROLLOUTS } from '../group/recipe.ts';
import { METHODS, REASONS } from './method-words.ts';

/**
 * One of each figure by its place in a row. An object that is written out at once takes half the room of one
 * that is filled name by name.
 */
const byFigure = <T>(at: (place: number) => T): Record<FigureName, T> => ({
  single: at(0),
  majority: at(1),
  majorityEqualCompute: at(2),
  bestOfN: at(3),
  perplexity: at(4),
  mutualPredictability: at(5),
  judgeScore: at(6),
  selfConsistency: at(7),
  synthesis: at(8),
  oracle: at(9),
});
const FIGURES = Object.keys(byFigure(() => null)) as FigureName[];
const METHOD_WORDS: readonly string[] = METHODS;
const REASON_WORDS: readonly unknown[] = [null, ...REASONS];
const SCORED: readonly unknown[] = ['truth', 'given', 'rubric', 'nothing'];

type Must<Holds extends true> = Holds;
/** Does not compile while an outcome has what a row has no place for. */
export type EveryMember = Must<keyof Outcome extends Placed ? true : false>;

type Placed =
  | ('scored' | 'disagrees' | 'undecided' | 'right' | 'clusters' | 'rewards' | 'sureness')
  | ('scores' | 'costs' | 'choices' | 'smaller');

/** In the order of the names above, after the index and the group. */
export type EntryRow = readonly [
  number,
  string,
  Outcome['scored'],
  boolean,
  number,
  Outcome['right'],
  Outcome['clusters'],
  Outcome['rewards'],
  Outcome['sureness'],
  readonly (number | null)[],
  /** Tokens, prompt tokens and seconds of each figure, three nulls where it has no cost. */
  readonly (number | null)[],
  /** Name and reason in turn. */
  readonly (string | null)[],
  /** Size, score and number of subsets in turn. */
  readonly number[],
];

export function rowOf({ index, groupId, outcome }: Entry): EntryRow {
  const { scored, disagrees, undecided, right, clusters, rewards, sureness } = outcome;
  const { scores, costs, choices, smaller = [] } = outcome;
  return [
    index,
    groupId,
    scored,
    disagrees,
    undecided,
    right,
    clusters,
    rewards,
    sureness,
    FIGURES.map((name) => scores[name]),
    FIGURES.flatMap((name) => {
      const cost = costs[name];
      return cost === null ? [null, null, null] : [cost.tokens, cost.promptTokens, cost.seconds];
    }),
    Object.entries(choices).flat(),
    smaller.flatMap(({ size, score, subsets }) => [size, score, subsets]),
  ];
}

/** The entry of a row of this run's page, or what is wrong with it. */
export function parseRow(runId: RunId, row: unknown): Result<Entry, FaultOf<'record-invalid'>> {
  const wrong = (path: string, reason: string): Result<never, FaultOf<'record-invalid'>> => {
    const [index, group] = Array.isArray(row) ? (row as unknown[]) : [];
    const key = [runId, index, group].filter((part) => isText(part) || isNumber(part)).join(',');
    return failed({ kind: 'record-invalid', store: 'entries', key, path, reason });
  };
  if (!Array.isArray(row)) return wrong('', 'expected a row');
  const [index, groupId, scored, disagrees, undecided, ...lists] = row as unknown[];
  if (!isWhole(index)) return wrong('index', 'expected a place');
  if (!isText(groupId) || groupId === '') return wrong('groupId', 'expected an id');
  if (!SCORED.includes(scored)) return wrong('scored', 'expected a known word');
  if (typeof disagrees !== 'boolean') return wrong('disagrees', 'expected yes or no');
  if (!isWhole(undecided)) return wrong('undecided', 'expected a count');
  const right = listOf(lists[0], isFlag);
  if (right === null) return wrong('right', 'expected a list of yes or no');
  const clusters = listOf(lists[1], isWholeOrNull);
  if (clusters === null || !areOfOneGroup(clusters)) {
    return wrong('clusters', 'expected a list of numbers of clusters');
  }
  if (right.length > 0 && right.length !== clusters.length) {
    return wrong('right', 'expected as many as there are numbers of clusters');
  }
  const rewards = listOf(lists[2], isNumberOrNull);
  if (rewards === null) return wrong('rewards', 'expected a list of numbers');
  const sureness = listOf(lists[3], isNumberOrNull);
  if (sureness === null) return wrong('sureness', 'expected a list of numbers');
  const scores = listOf(lists[4], isNumberOrNull);
  if (scores === null) return wrong('scores', 'expected a list of numbers');
  const costs = listOf(lists[5], isNumberOrNull);
  if (costs === null) return wrong('costs', 'expected a list of numbers');
  const choices = choicesOf(lists[6]);
  if (choices === null) return wrong('choices', 'expected methods with a reason each');
  const smaller = listOf(lists[7] ?? [], isNumber);
  if (smaller === null) return wrong('smaller', 'expected a list of numbers');
  const byFigure = scoresOf(scores);
  // Older rows have one word for both rubrics; by CaT's own the synthesis, which it is made from, has no score.
  const isGiven = scored === 'rubric' && byFigure.synthesis !== null;
  const outcome: Outcome = {
    scored: isGiven ? 'given' : (scored as Outcome['scored']),
    disagrees,
    undecided,
    right,
    clusters,
    rewards,
    sureness,
    scores: byFigure,
    costs: costsOf(costs),
    choices,
    ...smallerOf(smaller),
  };
  return ok({ runId, index, groupId: groupId as GroupId, outcome });
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && !Number.isNaN(value);
const isNumberOrNull = (value: unknown): value is number | null =>
  value === null || isNumber(value);
const isWhole = (value: unknown): value is number =>
  isNumber(value) && Number.isSafeInteger(value) && value >= 0;
const isWholeOrNull = (value: unknown): value is number | null => value === null || isWhole(value);
/** A file that an older version took over may have named any number, and the figures count up to it. */
const areOfOneGroup = (clusters: readonly (number | null)[]): boolean =>
  clusters.length <= MOST_ROLLOUTS && clusters.every((one) => one === null || one < clusters.length);

/** The list itself, which belongs to the row alone. */
const listOf = <T>(found: unknown, is: (value: unknown) => value is T): T[] | null =>
  Array.isArray(found) && found.every(is) ? (found as T[]) : null;

const scoresOf = (numbers: readonly (number | null)[]): Scores => byFigure((place) => numbers[place] ?? null);

const costsOf = (numbers: readonly (number | null)[]): Costs =>
  byFigure((place): Cost | null => {
    // Not by a slice and its parts: there are ten in a row, and many thousand rows.
    const tokens = numbers[3 * place];
    const promptTokens = numbers[3 * place + 1];
    const seconds = numbers[3 * place + 2];
    const isThere = isNumber(tokens) && isNumber(promptTokens) && isNumber(seconds);
    return isThere ? { tokens, promptTokens, seconds } : null;
  });

function smallerOf(numbers: readonly number[]): Pick<Outcome, 'smaller'> {
  const smaller: SmallerScore[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const [size = 0, score = 0, subsets = 0] = numbers.slice(at, at + 3);
    smaller.push({ size, score, subsets });
  }
  return smaller.length === 0 ? {} : { smaller };
}

function choicesOf(found: unknown): Outcome['choices'] | null {
  if (!Array.isArray(found)) return null;
  const choices: Partial<Record<MethodName, NoChoice | null>> = {};
  for (let at = 0; at < found.length; at += 2) {
    const [name, reason] = [found[at] as unknown, found[at + 1] as unknown];
    if (!isText(name) || !METHOD_WORDS.includes(name) || !REASON_WORDS.includes(reason)) return null;
    choices[name as MethodName] = reason as NoChoice | null;
  }
  return choices;
}
