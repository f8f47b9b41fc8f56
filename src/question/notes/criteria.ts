/**
 * Yes/no criteria and verdicts on notes, as the generator knows them to be right. A criterion is the
 * advice of one line turned into a question: `Says to water it?`, `Says not to scratch it?`
 */
import { canonical, type Points } from './point.ts';
import { pointOf, type Place } from './recognise.ts';

/** Fewest and most criteria of one rubric. */
export const CRITERIA = { fewest: 5, most: 12 } as const;

/** The criterion that asks for what a line of a note says: an order, such as `Water it.` */
export function criterionOf(line: string): string {
  const advice = line.trim().replace(/[.!]$/, '');
  const not = /^do not /i.exec(advice);
  if (not !== null) return `Says not to ${advice.slice(not[0].length)}?`;
  return `Says to ${advice.charAt(0).toLowerCase()}${advice.slice(1)}?`;
}

/** The advice that a criterion asks for, as a note would say it; null where it is of another form. */
export function adviceOf(criterion: string): string | null {
  const found = /^[-*•\s]*says (not )?to (.+?)[?.]?\s*$/i.exec(criterion);
  const advice = found?.[2];
  if (advice === undefined) return null;
  if (found?.[1] !== undefined) return `Do not ${advice}.`;
  return `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`;
}

/** `- Says to …?`, one a line and one for each line of the note; null of a note with fewer than 5. */
export function proposeCriteria(note: string): string | null {
  const lines = linesOf(note);
  if (lines.length < CRITERIA.fewest) return null;
  const criteria = lines.slice(0, CRITERIA.most).map((line) => `- ${criterionOf(line)}`);
  return criteria.join('\n');
}

export interface TrueVerdict {
  readonly value: 'yes' | 'no';
  /**
   * Each line's point with its number, `Rest well (2).`; the point that is asked for with the number of the
   * line that says it, or 0. The last line is the verdict: `Yes. It says "…"` with the line of the note, or `No. It does not say to …`
   */
  readonly text: string;
}

/** The right verdict of a note on a criterion; null where the criterion asks for no point of these. */
export function verdictOn(criterion: string, note: string, points: Points): TrueVerdict | null {
  const advice = adviceOf(criterion);
  const wanted = advice === null ? null : pointOf(advice, points);
  if (advice === null || wanted === null) return null;
  const lines = linesOf(note);
  const places = lines.map((line) => pointOf(line, points));
  const at = places.findIndex((place) => samePlace(place, wanted));
  const walk = places.map((place, line) => (place === null ? (lines[line] ?? '') : pointAt(place, points)));
  const numbered = walk.map((text, line) => marked(text, line + 1));
  const not = criterion.replace(/^[-*•\s]*says/i, 'It does not say').replace(/\?\s*$/, '.');
  const verdict = at === -1 ? `No. ${not}` : `Yes. It says "${lines[at] ?? ''}"`;
  const text = [...numbered, marked(pointAt(wanted, points), at + 1), verdict].join('\n');
  return { value: at === -1 ? 'no' : 'yes', text };
}

/** Its number stands right behind the last word: nano/README.md says why. */
const marked = (line: string, number: number): string => line.replace(/[.!]*$/, (end) => ` (${number})${end}`);

const pointAt = ({ kind, at }: Place, points: Points): string => {
  const point = points[kind][at];
  return point === undefined ? '' : canonical(point);
};

const linesOf = (note: string): string[] =>
  note
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const samePlace = (one: Place | null, other: Place): boolean =>
  one !== null && one.kind === other.kind && one.at === other.at;
