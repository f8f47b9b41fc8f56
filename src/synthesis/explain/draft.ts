/** What of the synthesis is a step: the statements, and the answer where it is found. */
import type { Span } from './explanation.ts';
import { readStatement } from './read-text.ts';
import type { Piece } from './split.ts';

export type Draft =
  | { readonly kind: 'step'; readonly piece: Piece }
  | ({ readonly kind: 'aside' } & Span);

export const draftsOf = (pieces: readonly Piece[], final: Piece | null): Draft[] =>
  pieces.map((piece): Draft => {
    const { start, end } = piece;
    return piece.kind === 'statement' || piece === final
      ? { kind: 'step', piece }
      : { kind: 'aside', start, end };
  });

/** The last piece that says the answer, unless it works it out: that one is compared as a sum. */
export function finalPiece(text: string, pieces: readonly Piece[], answer: string | null): Piece | null {
  if (answer === null || answer.trim() === '') return null;
  const holds = ({ from, end }: Piece): boolean => saysWhole(text.slice(from, end), answer);
  const isMarked = ({ start, end }: Piece): boolean => /boxed|\banswer\b/i.test(text.slice(start, end));
  const found = pieces.findLast((piece) => holds(piece) && isMarked(piece)) ?? pieces.findLast(holds);
  if (found === undefined) return null;
  const isBoxed = text.slice(found.start, found.end).includes('boxed');
  return isBoxed || readStatement(text, found).sums.length === 0 ? found : null;
}

/** Whether the words stand there by themselves: 4 is neither in 14 nor in 4.5, `a` not in `and`. */
export function saysWhole(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, behind] = [text.slice(0, at), text.slice(at + words.length)];
    const goesOn = /^[\p{L}\p{N}]/u.test(words) && /[\p{L}\p{N}]$|\d[.,]$/u.test(before);
    const ends = !/[\p{L}\p{N}]$/u.test(words) || !/^(?:[\p{L}\p{N}]|[.,]\d)/u.test(behind);
    if (!goesOn && ends) return true;
  }
  return false;
}
