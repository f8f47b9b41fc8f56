/**
 * From verdicts to rewards (paper, section on non-verifiable rewards: the fraction of criteria met),
 * and beside them the score of a rubric that came with the question, by HealthBench's rule. Pure:
 * made again whenever a person overrules a verdict or weighs a criterion anew.
 */
import type { Criterion, Rubric, Verdict } from './rubric.ts';

export interface VerdictCounts {
  readonly yes: number;
  readonly no: number;
  readonly unreadable: number;
  /** Criteria without a verdict: never asked, or stopped before. */
  readonly missing: number;
}

export interface RubricScores {
  /**
   * By rollout index: the weight of the criteria met over the weight of those that were judged, 0 to
   * 1, over what is switched on and `proposed` or `written`. Null where nothing was judged.
   */
  readonly rewards: readonly (number | null)[];
  /** By rollout index, over the same criteria, one count for each pair. */
  readonly counts: readonly VerdictCounts[];
  /** Share of the pairs with several readable verdicts in which all of these are the same; null: none. */
  readonly agreement: number | null;
  /** Pairs whose readable verdicts are as often yes as no: they count as `no`. */
  readonly ties: number;
  /** Pairs of any switched-on criterion, the data set's and the synthesis too, that stay unreadable. */
  readonly unreadable: number;
  /**
   * The data set's own rubric, by rollout index: points met, negative ones too, over the positive
   * points, not clipped. Null where nothing was judged or no point is positive. Absent where the
   * question brought none.
   */
  readonly given?: readonly (number | null)[];
  readonly givenSynthesis?: number | null;
}

/** What the verdicts on one criterion for one text come to. */
export interface Pair {
  readonly value: 'yes' | 'no' | 'unreadable' | 'missing';
  /** The readable verdicts were as often yes as no. */
  readonly tied: boolean;
  /** A person's word decided. */
  readonly overruled: boolean;
}

/**
 * A person's word stands for the whole pair. Otherwise the majority of the readable verdicts, a tie
 * being `no`; `unreadable` where there are verdicts and none can be read.
 */
export function pairOf(verdicts: readonly Verdict[]): Pair {
  const said = verdicts.flatMap(({ overruled }) => (overruled === undefined ? [] : [overruled]));
  if (said.length > 0) return { ...majority(said), overruled: true };
  if (verdicts.length === 0) return { value: 'missing', tied: false, overruled: false };
  const readable = readableOf(verdicts);
  if (readable.length === 0) return { value: 'unreadable', tied: false, overruled: false };
  return { ...majority(readable), overruled: false };
}

/** `rollouts` is G: verdicts on other rollouts are left out. Never throws, never divides by zero. */
export function scoreRubric(
  rubric: Rubric,
  verdicts: readonly Verdict[],
  rollouts: number,
): RubricScores {
  const { criteria } = rubric;
  const known = byPair(verdicts);
  const { counting, ownPairs, givenPairs, reference } = pairsOf(rubric, known, rollouts);
  const all = [...ownPairs.flat(), ...givenPairs.flat(), ...reference];

  const repeated = [...known.values()]
    .filter(([first]) => first !== undefined && counting.has(first.criterion))
    .map(readableOf)
    .filter((values) => values.length > 1);
  const agreed = repeated.filter((values) => new Set(values).size === 1);
  const scores: RubricScores = {
    rewards: ownPairs.map(fraction),
    counts: ownPairs.map(count),
    agreement: repeated.length === 0 ? null : agreed.length / repeated.length,
    ties: all.filter(({ tied }) => tied).length,
    unreadable: all.filter(({ value }) => value === 'unreadable').length,
  };
  if (!criteria.some(({ source }) => source === 'given')) return scores;
  return { ...scores, given: givenPairs.map(fraction), givenSynthesis: fraction(reference) };
}

/** Of all that is judged: the data set's own criteria and the synthesis too. */
export function countVerdicts(
  rubric: Rubric,
  verdicts: readonly Verdict[],
  rollouts: number,
): VerdictCounts {
  const { ownPairs, givenPairs, reference } = pairsOf(rubric, byPair(verdicts), rollouts);
  return count([...ownPairs.flat(), ...givenPairs.flat(), ...reference]);
}

/** Of each pair of a criterion that counts and a text: how many verdicts are yes, no and unreadable. */
export function countRepeats({ criteria }: Rubric, verdicts: readonly Verdict[]): number[][] {
  const counting = new Set(places(criteria, ({ weight }) => weight !== 0));
  return [...byPair(verdicts).values()]
    .filter(([first]) => first !== undefined && counting.has(first.criterion))
    .map((pair) =>
      (['yes', 'no', 'unreadable'] as const).map((value) => pair.filter((one) => one.value === value).length),
    );
}

interface Judged extends Pair {
  readonly weight: number;
}

interface Pairs {
  /** Places of the criteria that count. */
  readonly counting: ReadonlySet<number>;
  /** By rollout index, one for each criterion that counts: CaT's own, and the data set's. */
  readonly ownPairs: readonly (readonly Judged[])[];
  readonly givenPairs: readonly (readonly Judged[])[];
  /** The synthesis's, on the data set's criteria alone: it proposed the others. */
  readonly reference: readonly Judged[];
}

function pairsOf({ criteria }: Rubric, known: ByPair, rollouts: number): Pairs {
  const indices = Array.from({ length: rollouts }, (_, index) => index);
  const judged = (wanted: readonly number[], rollout: Verdict['rollout']): Judged[] =>
    wanted.map((at) => ({
      weight: criteria[at]?.weight ?? 0,
      ...pairOf(known.get(keyOf(at, rollout)) ?? []),
    }));
  const own = places(criteria, ({ source, weight }) => source !== 'given' && weight > 0);
  const given = places(criteria, ({ source, weight }) => source === 'given' && weight !== 0);
  return {
    counting: new Set([...own, ...given]),
    ownPairs: indices.map((index) => judged(own, index)),
    givenPairs: indices.map((index) => judged(given, index)),
    reference: judged(given, 'synthesis'),
  };
}

/**
 * Weight met over the positive weight, over what was judged. What is missing counts neither way;
 * what is unreadable counts as not met (docs/deviations.md, 17).
 */
function fraction(pairs: readonly Judged[]): number | null {
  let met = 0;
  let positive = 0;
  for (const { value, weight } of pairs) {
    if (value === 'missing') continue;
    if (value === 'yes') met += weight;
    if (weight > 0) positive += weight;
  }
  return positive > 0 ? met / positive : null;
}

function count(pairs: readonly Judged[]): VerdictCounts {
  const of = (wanted: Pair['value']): number => pairs.filter(({ value }) => value === wanted).length;
  return {
    yes: of('yes'),
    no: of('no'),
    unreadable: of('unreadable'),
    missing: of('missing'),
  };
}

type Readable = 'yes' | 'no';

function majority(values: readonly Readable[]): { readonly value: Readable; readonly tied: boolean } {
  const yes = values.filter((value) => value === 'yes').length;
  return { value: 2 * yes > values.length ? 'yes' : 'no', tied: 2 * yes === values.length };
}

const readableOf = (verdicts: readonly Verdict[]): Readable[] =>
  verdicts.flatMap(({ value }) => (value === 'unreadable' ? [] : [value]));

/** Places of the switched-on criteria that fit; one whose weight is no number fits nowhere. */
const places = (
  criteria: readonly Criterion[],
  fits: (criterion: Criterion) => boolean,
): number[] =>
  criteria.flatMap((criterion, at) =>
    criterion.off !== true && Number.isFinite(criterion.weight) && fits(criterion) ? [at] : [],
  );

const keyOf = (criterion: number, rollout: Verdict['rollout']): string => `${criterion} ${rollout}`;

type ByPair = ReadonlyMap<string, Verdict[]>;

function byPair(verdicts: readonly Verdict[]): ByPair {
  const pairs = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = keyOf(verdict.criterion, verdict.rollout);
    pairs.set(key, [...(pairs.get(key) ?? []), verdict]);
  }
  return pairs;
}
