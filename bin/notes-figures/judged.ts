/** The verdicts of a group on notes beside those that the world of notes knows to be right. */
import { verdictOn } from '../../src/question/notes/criteria.ts';
import type { Points } from '../../src/question/notes/point.ts';

export interface Judged {
  /** Its index. */
  readonly rollout: number;
  readonly value: 'yes' | 'no' | 'unreadable';
  /** Null where the criterion asks for no point of the question. */
  readonly truth: 'yes' | 'no' | null;
}

interface Judging {
  readonly rollouts: readonly { readonly index: number; readonly text: string }[];
  readonly evidence: readonly Piece[];
}

type Piece =
  | { readonly kind: 'selection' }
  | { readonly kind: 'rubric'; readonly criteria: readonly { readonly text: string }[] }
  | {
      readonly kind: 'verdict';
      readonly criterion: number;
      readonly rollout: number | 'synthesis';
      readonly value: Judged['value'];
    };

/** Of the rollouts alone: the synthesis is judged only on criteria that came with the question. */
export function judgedIn({ rollouts, evidence }: Judging, points: Points): Judged[] {
  const rubric = evidence.find((piece) => piece.kind === 'rubric');
  const texts = new Map(rollouts.map(({ index, text }) => [index, text]));
  return evidence.flatMap((piece) => {
    if (piece.kind !== 'verdict' || piece.rollout === 'synthesis') return [];
    const criterion = rubric?.criteria[piece.criterion]?.text;
    const text = texts.get(piece.rollout);
    if (criterion === undefined || text === undefined) return [];
    const truth = verdictOn(criterion, text, points)?.value ?? null;
    return [{ rollout: piece.rollout, value: piece.value, truth }];
  });
}
