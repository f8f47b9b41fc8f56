/**
 * A text as statements: lines, display formulas as a whole, and within a line its sentences. Numbers,
 * decimals, abbreviations and formulas are never broken. Works in one pass over the text.
 */
import type { Span } from './explanation.ts';
import { sentencesOf } from './sentences.ts';

export interface Piece extends Span {
  readonly kind: 'statement' | 'aside';
  /** Where it begins behind a list marker, whose number is no part of what is said. */
  readonly from: number;
}

/** Pieces of one text: what lies beyond is one aside. */
const MOST_PIECES = 400;

/** Characters of one text that are split, some 8,000 tokens. */
const MOST_TEXT = 32_000;

/** Lines that a display formula may take; one that never closes is read line by line. */
const MOST_DISPLAY = 40;

/** The pieces of a text in order; together they hold all of it but white space. */
export function splitText(text: string): Piece[] {
  const pieces: Piece[] = [];
  const lines = linesOf(text.slice(0, MOST_TEXT));
  for (let at = 0; at < lines.length; at += 1) {
    const last = displayEnd(text, lines, at);
    const block = trimmed(text, { start: lines[at]?.start ?? 0, end: lines[last]?.end ?? 0 });
    if (block !== null) pieces.push(...blockPieces(text, block, last > at));
    at = last;
    if (pieces.length >= MOST_PIECES) break;
  }
  const kept = pieces.slice(0, MOST_PIECES);
  const rest = trimmed(text, { start: kept.at(-1)?.end ?? 0, end: text.length });
  return rest === null ? kept : [...kept, { ...rest, kind: 'aside', from: rest.start }];
}

const MARKER =
  /^(?:>\s*)*(?:[-*+•–]\s+|[*_]{0,3}\(?(?:\d{1,3}|[A-Za-z])[.)][*_]{0,3}\s+)?(?:[*_]{0,3}step\s+\d{1,3}\b[\s:.)*_–-]*)?/i;

function blockPieces(text: string, block: Span, display: boolean): Piece[] {
  const line = text.slice(block.start, block.end);
  const marker = MARKER.exec(line)?.[0].length ?? 0;
  const from = marker < line.length ? block.start + marker : block.start;
  if (isAside(line)) return [{ ...block, kind: 'aside', from }];
  if (display) return [{ ...block, kind: 'statement', from }];
  let counted = Number(/\d+/.exec(line.slice(0, marker))?.[0] ?? NaN);
  return sentencesOf(text, { start: from, end: block.end }).map((span, at) => {
    if (at === 0) return { kind: 'statement', start: block.start, end: span.end, from: span.start };
    const counter = counterOf(text.slice(span.start, span.end), counted + 1);
    if (counter > 0) counted += 1;
    return { kind: 'statement', ...span, from: span.start + counter };
  });
}

/**
 * The length of this step number at the beginning. Steps on one line are numbered only where its first
 * is and each goes on from the one before: in `How many? 34. So it is.` the number is what is said.
 */
const counterOf = (sentence: string, wanted: number): number => {
  const [whole = '', number] = /^\(?(\d{1,3})\.\s+(?=\S)/.exec(sentence) ?? [];
  return Number(number) === wanted ? whole.length : 0;
};

/** Headings, rules and what only leads over to the next line. */
const isAside = (line: string): boolean =>
  !/[\p{L}\p{N}]/u.test(line) ||
  /^#{1,6}\s[^=]*$/.test(line) ||
  (/^\*\*[^*]*\*\*:?$/.test(line) && !/\d/.test(line)) ||
  (line.length < 80 && line.endsWith(':') && !/\d/.test(line));

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    lines.push({ start, end: end < 0 ? text.length : end });
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}

const CLOSERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^[^$]*\$\$(?:(?!\$\$).)*$/, /\$\$/],
  [/\\\[(?!.*\\\])/, /\\\]/],
  [/\\begin\{(?!.*\\end\{)/, /\\end\{/],
];

/** The line at which a display formula that opens on this one closes; this one where none does. */
function displayEnd(text: string, lines: readonly Span[], at: number): number {
  const lineAt = (place: number): string =>
    text.slice(lines[place]?.start ?? 0, lines[place]?.end ?? 0);
  const first = lineAt(at);
  if (!/[$\\]/.test(first)) return at;
  const closer = CLOSERS.find(([opens]) => opens.test(first))?.[1];
  if (closer === undefined) return at;
  const end = Math.min(lines.length, at + MOST_DISPLAY);
  for (let next = at + 1; next < end; next += 1) if (closer.test(lineAt(next))) return next;
  return at;
}

/** The span without white space at its ends; null of nothing else. */
function trimmed(text: string, { start, end }: Span): Span | null {
  const part = text.slice(start, end);
  const left = part.length - part.trimStart().length;
  const length = part.trim().length;
  return length === 0 ? null : { start: start + left, end: start + left + length };
}
