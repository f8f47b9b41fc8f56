/**
 * Notes: short advice, one sentence a line. A note is made of wordings of points, so what a made-up
 * note says is known.
 */
import type { Random } from '../../base/random.ts';
import { canonical } from './point.ts';
import type { Point, Points } from './point.ts';
import { covered } from './recognise.ts';

/** Fewest and most lines of a note; questions have 6 to 8 true points. */
export const NOTE_LINES = { fewest: 4, most: 8 } as const;

/** The canonical wordings, one a line. */
export const writeNote = (points: readonly Point[]): string => points.map(canonical).join('\n');

/** The share of made-up notes with none, one and two wrong points. */
const WRONG_SHARES = [0.45, 0.35, 0.2] as const;

/**
 * A note as a small model might write it: some of the true points in their order, any wording, and
 * sometimes a wrong one or two among them. 4 to 8 lines.
 */
export function roughNote(points: Points, random: Random): string {
  const wrong = random.shuffle(points.wrong).slice(0, drawIndex(WRONG_SHARES, random));
  const fewest = Math.max(3, NOTE_LINES.fewest - wrong.length);
  const most = Math.min(NOTE_LINES.most - wrong.length, points.true.length - 1, 5);
  const kept = new Set(random.shuffle(points.true).slice(0, random.integer(fewest, most)));
  const lines = points.true.filter((point) => kept.has(point));
  for (const point of wrong) lines.splice(random.integer(0, lines.length), 0, point);
  return lines.map((point) => random.pick(point.wordings)).join('\n');
}

function drawIndex(shares: readonly number[], random: Random): number {
  let rest = random.next();
  for (const [index, share] of shares.entries()) {
    rest -= share;
    if (rest < 0) return index;
  }
  return shares.length - 1;
}

/**
 * What a question-blind synthesis of the notes should be: every true point that any of them mentions,
 * in the order of the points and in canonical wording, and no wrong one.
 */
export function combineNotes(points: Points, notes: readonly string[]): string {
  const said = notes.map((note) => covered(note, points).true);
  return writeNote(points.true.filter((_, at) => said.some((has) => has[at] === true)));
}

/** The place of the best note: most true points less wrong ones, ties to the first; null of none. */
export function chooseNote(points: Points, notes: readonly string[]): number | null {
  let best: { readonly at: number; readonly score: number } | null = null;
  for (const [at, note] of notes.entries()) {
    const has = covered(note, points);
    const score = has.true.filter(Boolean).length - has.wrong.filter(Boolean).length;
    if (best === null || score > best.score) best = { at, score };
  }
  return best?.at ?? null;
}
