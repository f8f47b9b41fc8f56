/** Where the sentences of a line begin and end. */
import type { Span } from './explanation.ts';

/** An ending mark with the quotes and brackets that close behind it. */
const END = /[.!?…]+["'”’)\]*_]*(?=\s)|[。！？]+/g;

/** Points behind these end no sentence. */
const SHORT =
  /(?:^|[\s("'[])(?:e\.g|i\.e|a\.m|p\.m|vs|etc|cf|ca|approx|resp|mr|mrs|ms|dr|prof|jr|sr|al|incl)\.$/i;

/** Initials, as in `J. Smith`. */
const INITIAL = /(?:^|[\s("'[])\p{Lu}\.$/u;

/** Short for a word only where a number follows: `no. 5`, `Fig. 2`. */
const NUMBERED = /(?:^|[\s("'[])(?:nos?|figs?|eqs?|ch|sec|vol|pp?)\.$/i;

/** `1.` at the beginning or behind a colon counts, and ends nothing. */
const COUNTER = /(?:^|[:;]\s*)\(?\d{1,3}\.$/;

/** What a sentence can begin with. */
const BEGINNING = /^\s*["'“‘([*_]*[\p{Lu}\p{Lo}\p{N}$\\-]/u;

/**
 * Formulas of a line. A dollar opens one where no space follows, and closes one where no space stands
 * before it and no digit behind it: `$9 and $12` is money.
 */
const FORMULA =
  /\$\$.{1,400}?\$\$|\$(?=\S)(?:\\.|[^$\\]){0,200}?(?<=\S)\$(?!\d)|\\\(.{1,400}?\\\)|\\\[.{1,400}?\\\]/gs;

/** The sentences of a span; one where it has no inner end. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const line = text.slice(start, end);
  const formulas = [...line.matchAll(FORMULA)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const spans: Span[] = [];
  let from = 0;
  let formula = 0;
  for (const match of line.matchAll(END)) {
    const stop = match.index + match[0].length;
    while ((formulas[formula]?.end ?? Infinity) <= match.index) formula += 1;
    if ((formulas[formula]?.start ?? Infinity) <= match.index) continue;
    if (match[0].startsWith('.') && isInside(line, from, match.index)) continue;
    if (!/[。！？]/.test(match[0]) && !BEGINNING.test(line.slice(stop, stop + 24))) continue;
    spans.push({ start: start + from, end: start + stop });
    from = stop + (line.slice(stop).search(/\S/) + 1 || 1) - 1;
  }
  if (line.slice(from).trim() !== '') spans.push({ start: start + from, end });
  return spans;
}

/** Whether a point belongs to what stands before it and ends nothing. */
function isInside(line: string, from: number, point: number): boolean {
  const before = line.slice(Math.max(from, point - 24), point + 1);
  if (SHORT.test(before) || INITIAL.test(before)) return true;
  if (NUMBERED.test(before) && /^\s*\d/.test(line.slice(point + 1, point + 8))) return true;
  return COUNTER.test(point - from < 24 ? before : `…${before}`);
}
