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
  const found = pieces.findLast(({ from, end }) => text.slice(from, end).includes(answer));
  if (found === undefined) return null;
  const isBoxed = text.slice(found.start, found.end).includes('boxed');
  return isBoxed || readStatement(text, found).sums.length === 0 ? found : null;
}
