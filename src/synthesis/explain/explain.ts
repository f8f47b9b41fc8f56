/**
 * Why the synthesis says so: its steps, and for each which rollouts say the same, which say otherwise
 * and which say nothing of it. No model is asked. Conservative: what is not sure counts as silence.
 *
 * Steps that write out a sum are compared by their words, with numbers aside, and then by operands,
 * sign and result, so that a rollout that goes on from an earlier slip contradicts too; `parted` says
 * where it did first. Other statements are compared by their words and numbers. The final answer is
 * compared by whoever can (`agreement`).
 *
 * Time grows with the length of the texts; each is bounded (split.ts).
 */
import type { Stance } from './compare-sums.ts';
import { draftsOf, finalPiece, saysWhole } from './draft.ts';
import type {
  Aside,
  Contradiction,
  ExplainedStep,
  Explanation,
  Span,
  Support,
  ToExplain,
  Witness,
} from './explanation.ts';
import { weighing } from './likeness.ts';
import type { Statement } from './read-text.ts';
import { readRollout, readStatement } from './read-text.ts';
import type { Piece } from './split.ts';
import { splitText } from './split.ts';
import { stancesOf } from './stance.ts';

export function explain({ synthesis, ended, answer, rollouts }: ToExplain): Explanation {
  const pieces = splitText(synthesis).map(
    (piece, at, all): Piece =>
      ended || at < all.length - 1 ? piece : { ...piece, kind: 'aside' },
  );
  const final = finalPiece(synthesis, pieces, answer);
  const drafts = draftsOf(pieces, final);
  const steps = drafts.flatMap((draft) => (draft.kind === 'step' ? [draft] : []));
  const read = readSteps(synthesis, steps);
  const witnesses = rollouts.map((witness) => ({
    witness,
    lines: readRollout(witness.text, witness.ended),
  }));
  const weigh = weighing([...read.values(), ...witnesses.flatMap(({ lines }) => lines)]);
  const wordings = [...read.keys()];
  const compared = witnesses.map(({ witness, lines }) => {
    const stances = stancesOf([...read.values()], lines, weigh);
    const byWording = new Map(wordings.map((wording, at) => [wording, stances[at] ?? null]));
    return { witness, lines, byWording };
  });
  const parted = new Map<number, number>();
  let number = -1;
  const parts = drafts.map((draft): ExplainedStep | Aside => {
    if (draft.kind === 'aside') return draft;
    number += 1;
    const { piece } = draft;
    const supports: Support[] = [];
    const contradicts: Contradiction[] = [];
    const silent: number[] = [];
    for (const { witness, lines, byWording } of compared) {
      const { index } = witness;
      const found =
        piece === final
          ? finalStance(witness)
          : spoken(byWording.get(wordingOf(synthesis, piece)) ?? null, index, lines, witness.text);
      if (found === null) silent.push(index);
      else if (isContradiction(found)) {
        contradicts.push(found);
        if (!parted.has(index)) parted.set(index, number);
      } else supports.push(found);
    }
    const { start, end } = piece;
    return { kind: 'step', start, end, supports, contradicts, silent };
  });
  return { parts, parted: Array.from(parted, ([index, step]) => ({ index, step })) };
}

const isContradiction = (found: Support | Contradiction): found is Contradiction =>
  'difference' in found;

const wordingOf = (text: string, piece: Piece): string => text.slice(piece.from, piece.end);

/** By wording: a step that is said twice is compared once. */
function readSteps(
  text: string,
  steps: readonly { readonly piece: Piece }[],
): ReadonlyMap<string, Statement> {
  return new Map(steps.map(({ piece }) => [wordingOf(text, piece), readStatement(text, piece)]));
}

function finalStance({ index, text, answer, agreement }: Witness): Support | Contradiction | null {
  if (answer === null || agreement === 'unsure') return null;
  const quote = lineWith(text, answer);
  return agreement === 'same'
    ? { index, quote }
    : { index, quote, difference: 'answer', says: answer };
}

/** The last statement that holds these words. */
function lineWith(text: string, words: string): Span | null {
  const found = splitText(text).findLast(({ from, end }) => saysWhole(text.slice(from, end), words));
  return found === undefined ? null : { start: found.start, end: found.end };
}

function spoken(
  stance: Stance | null,
  index: number,
  lines: readonly Statement[],
  text: string,
): Support | Contradiction | null {
  if (stance === null) return null;
  const quote = lines[stance.line]?.span ?? null;
  if (stance.kind === 'supports') return { index, quote };
  const { difference } = stance;
  const says = stance.says || (quote === null ? '' : text.slice(quote.start, quote.end));
  return { index, quote, difference, says };
}
