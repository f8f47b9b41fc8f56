/** The verdict on two answers that are taken apart: by kind first, then part by part. */
import type { Algebra } from './algebra.ts';
import type { Answer, Expression, RelationAnswer } from './answer.ts';
import { isConstant } from './node.ts';
import { inOrder } from './pairing.ts';
import { createQuantityJudge } from './quantities.ts';
import { compareRatios } from './ratios.ts';
import { toRegion } from './region.ts';
import type { Region } from './region.ts';
import { namedValue } from './relations.ts';
import type { Equality } from './reading.ts';
import { compareSequences } from './sequences.ts';
import { parseDecimalComma } from './decimal-comma.ts';
import { valuesOf } from './systems.ts';

/** null where the algebra cannot be loaded: then what needs it stays undecided. */
export type LoadAlgebra = () => Promise<Algebra | null>;

export type Judge = (a: Answer, b: Answer) => Promise<Equality>;

export function createJudge(load: LoadAlgebra, literal: boolean): Judge {
  const quantities = createQuantityJudge(load);

  const judge: Judge = async (a, b) => {
    if (a.kind === 'nan' || b.kind === 'nan') return 'different';
    if (a.kind === 'opaque' || b.kind === 'opaque') {
      return a.kind === b.kind && squeeze(a) === squeeze(b) ? 'equal' : 'undecided';
    }
    if (a.kind === 'choice' || b.kind === 'choice') return choices(a, b);
    if (a.kind === 'words' && b.kind === 'words') return compareWords(a.text, b.text);
    if (a.kind === 'expression' && b.kind === 'expression') return quantities.compare(a, b);
    if (a.kind === 'ratio' || b.kind === 'ratio') return compareRatios(a, b, quantities.compare);
    if (a.kind === 'matrix' && b.kind === 'matrix') return matrices(a.rows, b.rows);
    if (a.kind === 'relation' && b.kind === 'relation') return relations(a, b);
    return mixed(a, b);
  };

  async function choices(a: Answer, b: Answer): Promise<Equality> {
    const [first, second] = [choiceOf(a), choiceOf(b)];
    if (first !== null && second !== null) {
      if (first.letter !== second.letter) return 'different';
      if (first.content === null || second.content === null) return 'equal';
      return (await judge(first.content, second.content)) === 'equal' ? 'equal' : 'undecided';
    }
    const [choice, other] = first === null ? [second, a] : [first, b];
    if (choice?.content) return judge(choice.content, other);
    return isPlain(other) ? 'different' : 'undecided';
  }

  function matrices(
    a: readonly (readonly Answer[])[],
    b: readonly (readonly Answer[])[],
  ): Promise<Equality> {
    return inOrder(a, b, (row, other) => inOrder(row, other, judge));
  }

  async function relations(a: RelationAnswer, b: RelationAnswer): Promise<Equality> {
    const [first, second] = [namedValue(a), namedValue(b)];
    if (first !== null && second !== null && sameName(first.name, second.name)) {
      const verdict = await judge(first.value, second.value);
      // Statements about numbers have no name, and may have their sides exchanged.
      if (first.name !== '' || (verdict === 'equal' && !literal)) return verdict;
    }
    const [left, right] = [toRegion(a), toRegion(b)];
    if (left !== null && right !== null && a.relation !== '=' && b.relation !== '=')
      return regions(left, right);
    const verdict = await (await load())?.compareRelations(strip(a), strip(b));
    return verdict ?? 'undecided';
  }

  /** Answers of different kinds, and lists. */
  async function mixed(a: Answer, b: Answer): Promise<Equality> {
    if (!literal) {
      const [first, second] = [valuesOf(a), valuesOf(b)];
      if (first !== null || second !== null) {
        if (first !== null && second !== null) {
          return first.names === second.names ? judge(first.values, second.values) : 'different';
        }
        const named = first ?? second;
        const other = first === null ? a : b;
        if (named !== null && other.kind !== 'relation' && !isRegionLike(other))
          return judge(named.values, other);
      }
      const comma = parseDecimalComma(a, b);
      if (comma !== null && (await quantities.compare(...comma)) === 'equal') return 'equal';
    }
    if (a.kind === 'sequence' && b.kind === 'sequence' && !isRegionLike(a) && !isRegionLike(b)) {
      return compareSequences(a, b, judge);
    }
    // The set of the only solution, and that solution.
    const [lone, rest] = loneItem(a) === null ? [loneItem(b), a] : [loneItem(a), b];
    if (lone !== null && rest.kind === 'expression') return judge(lone, rest);
    if (isRegionLike(a) || isRegionLike(b)) {
      const [first, second] = [toRegion(a), toRegion(b)];
      if (first !== null && second !== null) return regions(first, second);
    }
    if (a.kind === 'sequence' && b.kind === 'sequence') return compareSequences(a, b, judge);
    // A number is no list, matrix or word; of a relation it may be the solution.
    const isOpen = !literal && (a.kind === 'relation' || b.kind === 'relation');
    return isOpen || !(isPlain(a) || isPlain(b) || literal) ? 'undecided' : 'different';
  }

  async function regions(a: Region, b: Region): Promise<Equality> {
    if (a.letter !== null && b.letter !== null && a.letter !== b.letter) return 'different';
    const ends = ({ pieces }: Region): Answer[] =>
      pieces.flatMap(({ low, high }) => [plain(low), plain(high)]);
    const borders = ({ pieces }: Region): string =>
      pieces.map(({ lowClosed, highClosed }) => `${lowClosed} ${highClosed}`).join();
    if (borders(a) !== borders(b)) return 'different';
    return inOrder(ends(a), ends(b), judge);
  }

  return judge;
}

const plain = (node: Expression['node']): Expression => ({
  kind: 'expression',
  node,
  percent: false,
  unit: null,
});

const strip = ({
  relation,
  left,
  right,
}: RelationAnswer): Pick<RelationAnswer, 'relation' | 'left' | 'right'> => ({
  relation,
  left,
  right,
});

/** `y = x²` and `f(x) = x²` name the same graph. */
const sameName = (a: string, b: string): boolean =>
  a === b || (a === 'f' && b === 'y') || (a === 'y' && b === 'f');

const squeeze = (answer: Answer): string =>
  'text' in answer ? answer.text.replace(/[{}]|\s+(?!\w)|(?<![\w,])\s+/g, '') : '';

/** What can only be meant as a set of reals: unions, inequalities, ∅, ℝ. */
const isRegionLike = (answer: Answer): boolean =>
  answer.kind === 'region' ||
  (answer.kind === 'relation' && answer.relation !== '=') ||
  (answer.kind === 'sequence' &&
    (answer.open === '∪' || (answer.open === '' && answer.items.some(isRegionLike))));

function loneItem(answer: Answer): Answer | null {
  if (answer.kind !== 'sequence' || answer.open !== '{' || answer.items.length !== 1) return null;
  return answer.items[0] ?? null;
}

const isPlain = (answer: Answer): boolean =>
  answer.kind === 'expression' && isConstant(answer.node);

function choiceOf(
  answer: Answer,
): { readonly letter: string; readonly content: Answer | null } | null {
  if (answer.kind === 'choice') return answer;
  if (answer.kind !== 'expression' || !('name' in answer.node) || 'of' in answer.node) return null;
  const { name } = answer.node;
  return /^[A-Ja-j]$/.test(name) ? { letter: name.toUpperCase(), content: null } : null;
}

/** The same words in another order, or one word more, may still mean the same. */
function compareWords(a: string, b: string): Equality {
  if (a === b) return 'equal';
  const [first, second] = [a.split(' ').sort(), b.split(' ').sort()];
  const numbers = (words: readonly string[]): string =>
    words.filter((word) => /\d/.test(word)).join(' ');
  if (numbers(first) !== numbers(second)) return 'different';
  const letters = (text: string): string => [...text.replaceAll(' ', '')].sort().join('');
  return letters(a) === letters(b) ? 'undecided' : 'different';
}
