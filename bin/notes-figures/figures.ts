/**
 * How much of what is true a note says, by single rollouts, by the methods that choose one and by the
 * synthesis; and how often the judge's verdicts are those that the world of notes knows to be right.
 * Shares are 0 to 1, intervals 95 % by the bootstrap over the questions.
 */
import { hadItsChance } from '../../src/baseline/selection.ts';
import { coverage } from '../../src/question/notes/coverage.ts';
import { findQuestion } from '../../src/question/notes/note-questions.ts';
import type { Points } from '../../src/question/notes/point.ts';
import { bootstrapMean, pairedBootstrap } from '../../src/stats/bootstrap.ts';
import { clusteredMean } from '../../src/stats/clustered-mean.ts';
import type { Interval } from '../../src/stats/interval.ts';
import { mean } from '../../src/stats/mean.ts';
import { judgedIn } from './judged.ts';
import type { Row } from './rows.ts';

export interface MethodFigures {
  /** Questions. */
  readonly count: number;
  /** The share of a question's true points that the method's answer covers. */
  readonly covered: Interval | null;
  /** Wrong points in an answer. */
  readonly wrong: Interval | null;
}

export interface JudgeFigures {
  /** Verdicts with a known truth, unreadable ones too, which agree with none. */
  readonly verdicts: number;
  readonly agreement: Interval | null;
  readonly unreadable: number;
  /** Verdicts of yes where the note does not say it, and of no where it does. */
  readonly falseYes: number;
  readonly falseNo: number;
  /** Verdicts on criteria that ask for no point of the question: nobody knows what is right. */
  readonly unknown: number;
}

export interface NotesFigures {
  readonly questions: number;
  /** Rows whose question is none of the world of notes: left out. */
  readonly foreign: number;
  /**
   * `single`, each method that had its chance to choose a rollout, `synthesis`; then the ceilings: the `best` rollout,
   * and the `union` of what any rollout says.
   */
  readonly methods: Readonly<Record<string, MethodFigures>>;
  /** Of `bestOfN`: choices that name no rollout, counted as one drawn at random. */
  readonly unchosen: number;
  /** Over the questions that have a choice of best-of-N. */
  readonly synthesisMinusBestOfN: Interval | null;
  readonly synthesisMinusSingle: Interval | null;
  readonly judge: JudgeFigures;
}

interface Scores {
  readonly covered: number;
  readonly wrong: number;
}

/** One question: by method, its score; of `single` one for each rollout. */
interface Measured {
  readonly row: Row;
  readonly points: Points;
  readonly single: readonly Scores[];
  readonly methods: ReadonlyMap<string, Scores>;
  readonly unchosen: boolean;
}

const BEST_OF_N = 'bestOfN';

export function notesFigures(rows: readonly Row[]): NotesFigures {
  const measured = rows.flatMap((row) => {
    const points = findQuestion(row.question)?.points;
    return points === undefined ? [] : [measure(row, points)];
  });
  const names = [...new Set(measured.flatMap(({ methods }) => [...methods.keys()]))];
  const methods = Object.fromEntries(names.map((name) => [name, figuresOf(measured, name)]));
  return {
    questions: measured.length,
    foreign: rows.length - measured.length,
    methods: { single: singleFigures(measured), ...methods },
    unchosen: measured.filter(({ unchosen }) => unchosen).length,
    synthesisMinusBestOfN: difference(measured, ({ methods }) => methods.get(BEST_OF_N)),
    synthesisMinusSingle: difference(measured, ({ single }) => averageOf(single)),
    judge: judgeFigures(measured),
  };
}

function measure(row: Row, points: Points): Measured {
  const rollouts = row.rollouts.filter(({ index }) => index < row.recipe.group);
  const byIndex = new Map(rollouts.map(({ index, text }) => [index, scoresOf(text, points)]));
  const single = [...byIndex.values()];
  const methods = new Map<string, Scores>();
  let unchosen = false;
  for (const piece of row.evidence) {
    if (piece.kind !== 'selection' || !hadItsChance(piece.reason ?? null)) continue;
    const found = piece.index === null ? undefined : byIndex.get(piece.index);
    if (found === undefined && piece.method === BEST_OF_N) unchosen = true;
    methods.set(piece.method, found ?? averageOf(single));
  }
  methods.set('synthesis', scoresOf(row.synthesis.text, points));
  const most = Math.max(0, ...single.map(({ covered }) => covered));
  const best = single.filter(({ covered }) => covered === most);
  methods.set('best', averageOf(best));
  methods.set('union', scoresOf(rollouts.map(({ text }) => text).join('\n'), points));
  return { row, points, single, methods, unchosen };
}

function scoresOf(text: string, points: Points): Scores {
  const { share, wrong } = coverage(text, points);
  return { covered: share, wrong };
}

const averageOf = (scores: readonly Scores[]): Scores => ({
  covered: mean(scores.map(({ covered }) => covered)) ?? 0,
  wrong: mean(scores.map(({ wrong }) => wrong)) ?? 0,
});

function figuresOf(measured: readonly Measured[], name: string): MethodFigures {
  const scores = measured.flatMap(({ methods }) => methods.get(name) ?? []);
  return {
    count: scores.length,
    covered: bootstrapMean(scores.map(({ covered }) => covered)),
    wrong: bootstrapMean(scores.map(({ wrong }) => wrong)),
  };
}

const singleFigures = (measured: readonly Measured[]): MethodFigures => ({
  count: measured.length,
  covered: clusteredMean(measured.map(({ single }) => single.map(({ covered }) => covered))),
  wrong: clusteredMean(measured.map(({ single }) => single.map(({ wrong }) => wrong))),
});

function difference(
  measured: readonly Measured[],
  other: (one: Measured) => Scores | undefined,
): Interval | null {
  const pairs = measured.flatMap((one) => {
    const [mine, theirs] = [one.methods.get('synthesis'), other(one)];
    return mine === undefined || theirs === undefined ? [] : [[mine.covered, theirs.covered]];
  });
  return pairedBootstrap(
    pairs.map(([mine = 0]) => mine),
    pairs.map(([, theirs = 0]) => theirs),
  );
}

function judgeFigures(measured: readonly Measured[]): JudgeFigures {
  const groups = measured.map(({ row, points }) => judgedIn(row, points));
  const all = groups.flat();
  const known = all.filter(({ truth }) => truth !== null);
  const count = (value: string, truth: string): number =>
    known.filter((one) => one.value === value && one.truth === truth).length;
  return {
    verdicts: known.length,
    agreement: clusteredMean(
      groups.map((group) =>
        group.flatMap(({ value, truth }) => (truth === null ? [] : [value === truth ? 1 : 0])),
      ),
    ),
    unreadable: known.filter(({ value }) => value === 'unreadable').length,
    falseYes: count('yes', 'no'),
    falseNo: count('no', 'yes'),
    unknown: all.length - known.length,
  };
}
