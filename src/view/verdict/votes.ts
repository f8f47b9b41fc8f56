/**
 * The answers of a group as votes: which rollouts agree, under which letter, and where synthesis
 * and truth stand among them. Letters follow the number of votes, so A is what the majority said;
 * ties go to the first seen, as in the vote itself.
 */
import type { Question } from '../../question/question.ts';
import type { Evaluation } from '../../group/group.ts';
import type { Reading } from '../../reward/maths/reading.ts';

export interface AnswerRow {
  /** A, B, …, Z, AA, …; null where no rollout gave this answer. */
  readonly letter: string | null;
  /** Colour 0 to 7 of its cluster, or null; colours repeat, letters do not. */
  readonly colour: number | null;
  readonly answer: string;
  readonly votes: number;
  readonly synthesis: boolean;
  readonly truth: boolean;
}

/** Letter and colour of one rollout's answer. */
export interface Badge {
  readonly letter: string;
  readonly colour: number;
}

const COLOURS = 8;

/** Most votes first; then the synthesis's and the known answer, where no rollout gave them. */
export function answerRows(evaluation: Evaluation, question: Question): AnswerRow[] {
  const rows: AnswerRow[] = ranked(evaluation).map((cluster, rank) => ({
    ...badge(rank),
    answer: answerOf(evaluation.readings[cluster.members[0] ?? -1]) ?? '',
    votes: cluster.members.length,
    synthesis: cluster.members.some((index) => evaluation.rewards[index] === 1),
    truth: cluster.members.some((index) => evaluation.truth?.rollouts[index] === 'equal'),
  }));
  const truth = question.kind === 'verifiable' ? question.truth : undefined;
  const synthesis = answerOf(evaluation.synthesis);
  if (synthesis !== null && !rows.some((row) => row.synthesis)) {
    const right = evaluation.truth?.synthesis === 'equal';
    rows.push({ ...unvoted(synthesis), synthesis: true, truth: right });
  }
  if (truth !== undefined && !rows.some((row) => row.truth)) {
    rows.push({ ...unvoted(truth), synthesis: false, truth: true });
  }
  return rows;
}

/** By rollout index; null where a rollout has no answer, or is no part of the vote. */
export function badges(evaluation: Evaluation): (Badge | null)[] {
  const found: (Badge | null)[] = evaluation.clusters.map(() => null);
  ranked(evaluation).forEach((cluster, rank) => {
    for (const index of cluster.members) found[index] = badge(rank);
  });
  return found;
}

/** Whether another answer has as many votes as the majority's, which was seen first. */
export function isTied(evaluation: Evaluation): boolean {
  const [first, second] = ranked(evaluation);
  return second !== undefined && first?.members.length === second.members.length;
}

export const answerOf = (reading: Reading | undefined): string | null =>
  reading?.kind === 'found' ? reading.raw : null;

interface Cluster {
  readonly members: number[];
}

function ranked(evaluation: Evaluation): Cluster[] {
  const clusters = new Map<number, Cluster>();
  evaluation.clusters.forEach((number, index) => {
    if (number === null) return;
    const cluster = clusters.get(number);
    if (cluster === undefined) clusters.set(number, { members: [index] });
    else cluster.members.push(index);
  });
  // The map keeps the order of first sight, and the sort is stable.
  return [...clusters.values()].sort((a, b) => b.members.length - a.members.length);
}

const badge = (rank: number): Badge => ({ letter: letterOf(rank), colour: rank % COLOURS });

/** 0 is A, 25 is Z, 26 is AA. */
export function letterOf(rank: number): string {
  const letter = String.fromCharCode(65 + (rank % 26));
  return rank < 26 ? letter : letterOf(Math.floor(rank / 26) - 1) + letter;
}

const unvoted = (answer: string): Pick<AnswerRow, 'letter' | 'colour' | 'answer' | 'votes'> => ({
  letter: null,
  colour: null,
  answer,
  votes: 0,
});

/** Rows drawn of their own; the rest is counted in one line. */
const MOST_ROWS = 4;

/** The most voted rows, and always those of the synthesis and of the truth. */
export function shownRows(rows: readonly AnswerRow[]): AnswerRow[] {
  if (rows.length <= MOST_ROWS) return [...rows];
  const marked = rows.filter((row) => row.synthesis || row.truth);
  const others = rows.filter((row) => !marked.includes(row)).slice(0, MOST_ROWS - marked.length);
  return rows.filter((row) => marked.includes(row) || others.includes(row));
}
