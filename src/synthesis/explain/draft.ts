/** What of the synthesis is a step: working goes with the step behind it, the answer is found. */
import type { Span } from './explanation.ts';
import { readStatement } from './read-text.ts';
import type { Piece } from './split.ts';

export type Draft =
  | { readonly kind: 'step'; readonly piece: Piece; readonly working: readonly Span[] }
  | { readonly kind: 'aside'; readonly start: number; readonly end: number };

/** Working belongs to the step behind it; where none follows it stands alone. */
export function draftsOf(pieces: readonly Piece[], final: Piece | null): Draft[] {
  const drafts: Draft[] = [];
  let working: Span[] = [];
  const flush = (): void => {
    drafts.push(...working.map((span): Draft => ({ kind: 'aside', ...span })));
    working = [];
  };
  for (const piece of pieces) {
    const { start, end } = piece;
    if (piece.kind === 'working') working.push({ start, end });
    else if (piece.kind === 'statement' || piece === final) {
      drafts.push({ kind: 'step', piece, working });
      working = [];
    } else {
      flush();
      drafts.push({ kind: 'aside', start, end });
    }
  }
  flush();
  return drafts;
}

/** The last piece that says the answer, unless it works it out: that one is compared as a sum. */
export function finalPiece(text: string, pieces: readonly Piece[], answer: string | null): Piece | null {
  if (answer === null || answer.trim() === '') return null;
  const found = pieces.findLast(
    (piece) => piece.kind !== 'working' && text.slice(piece.from, piece.end).includes(answer),
  );
  if (found === undefined) return null;
  const isBoxed = text.slice(found.start, found.end).includes('boxed');
  return isBoxed || readStatement(text, found).sums.length === 0 ? found : null;
}
