/**
 * Sets of real numbers as stretches of the line, so that `x > 3`, `(3, ∞)` and `{x | x > 3}` are one
 * thing, and `[1,3] ∪ [2,5]` is `[1,5]`. Ends are put in order by estimates; whether they are equal
 * is for the comparison to settle.
 */
import type { Answer, Piece, RelationAnswer, Sequence } from './answer.ts';
import { estimate } from './estimate.ts';
import { linearIn } from './linear.ts';
import { binary, vocabulary } from './node.ts';
import type { Node } from './node.ts';
import { divideRational, negateRational } from './rational.ts';
import type { Rational } from './rational.ts';

export interface Region {
  readonly letter: string | null;
  readonly pieces: readonly Piece[];
}

const INFINITE: Node = { kind: 'constant', name: 'infinity' };
const MINUS_INFINITE: Node = { kind: 'negate', of: INFINITE };

export const WHOLE_LINE: Piece = {
  low: MINUS_INFINITE,
  high: INFINITE,
  lowClosed: false,
  highClosed: false,
};

/** The set that an answer means where it is one of stretches and points; null where it is none. */
export function toRegion(answer: Answer): Region | null {
  const region = read(answer);
  return region && { ...region, pieces: merge(region.pieces) };
}

function read(answer: Answer): Region | null {
  switch (answer.kind) {
    case 'region':
      return answer;
    case 'expression': {
      const end = answer.node;
      return isEnd(end)
        ? { letter: null, pieces: [{ low: end, high: end, lowClosed: true, highClosed: true }] }
        : null;
    }
    case 'relation':
      return ofRelation(answer);
    case 'sequence':
      return ofSequence(answer);
    case 'matrix':
    case 'ratio':
    case 'choice':
    case 'words':
    case 'nan':
    case 'opaque':
      return null;
    default:
      return answer satisfies never;
  }
}

const isEnd = (node: Node): boolean => !Number.isNaN(estimate(node));

function ofSequence({ open, close, joint, items }: Sequence): Region | null {
  if ((open === '(' || open === '[') && items.length === 2) {
    const [low, high] = items;
    if (low?.kind !== 'expression' || high?.kind !== 'expression') return null;
    const [from, to] = [estimate(low.node), estimate(high.node)];
    if (!(from < to || (from === to && open === '[' && close === ']'))) return null;
    const piece: Piece = {
      low: low.node,
      high: high.node,
      lowClosed: open === '[',
      highClosed: close === ']',
    };
    return { letter: null, pieces: [piece] };
  }
  if (open === '(' || open === '[') return null;
  const parts = spread(items).map(read);
  if (!parts.every((part) => part !== null)) return null;
  const letters = new Set(parts.flatMap(({ letter }) => letter ?? []));
  if (letters.size > 1) return null;
  const letter = [...letters][0] ?? null;
  const inequalities = spread(items).every(({ kind }) => kind === 'relation' || kind === 'region');
  if (open === '' && joint !== 'or' && inequalities) {
    // `x < 1 and x > 3` is meant as either.
    const common = parts.map(({ pieces }) => pieces).reduce(intersect);
    if (common.length > 0) return { letter, pieces: common };
  }
  return { letter, pieces: parts.flatMap(({ pieces }) => pieces) };
}

/** `x ≠ 2, 3` says it of both. */
function spread(items: readonly Answer[]): readonly Answer[] {
  const first = items[0];
  if (first?.kind !== 'relation' || first.relation !== '≠') return items;
  return items.map((item) => (item.kind === 'expression' ? { ...first, right: item.node } : item));
}

/** Linear in its only letter, or |linear| against a number. */
function ofRelation({ relation, left, right }: RelationAnswer): Region | null {
  const letter = [...vocabulary(left, right).letters][0];
  if (letter === undefined || vocabulary(left, right).letters.size > 1) return null;
  const onLeft = left.kind === 'letter' && isEnd(right) ? right : null;
  if (onLeft !== null) return { letter, pieces: side(relation, onLeft, 'below') };
  const onRight = right.kind === 'letter' && isEnd(left) ? left : null;
  if (onRight !== null) return { letter, pieces: side(relation, onRight, 'above') };
  if (left.kind === 'call' && left.name === 'abs' && isEnd(right) && estimate(right) > 0) {
    return within(relation, left.of, right, letter);
  }
  if (right.kind === 'call' && right.name === 'abs' && isEnd(left) && estimate(left) > 0) {
    return beyond(relation, right.of, left, letter);
  }
  const line = linearIn(binary(left, '-', right), letter);
  if (line === null || line.slope.top === 0n) return null;
  const root = divideRational(negateRational(line.offset), line.slope);
  return (
    root && {
      letter,
      pieces: side(relation, number(root), line.slope.top > 0n ? 'below' : 'above'),
    }
  );
}

/** |x − a| < r is a − r < x < a + r. */
function within(
  relation: RelationAnswer['relation'],
  inner: Node,
  radius: Node,
  letter: string,
): Region | null {
  const line = linearIn(inner, letter);
  if (line === null || line.slope.top === 0n || (relation !== '<' && relation !== '<='))
    return null;
  const slope = number(line.slope.top < 0n ? negateRational(line.slope) : line.slope);
  const centre = divideRational(negateRational(line.offset), line.slope);
  if (centre === null) return null;
  const reach = binary(radius, '/', slope);
  const closed = relation === '<=';
  const ends = {
    low: binary(number(centre), '-', reach),
    high: binary(number(centre), '+', reach),
  };
  return { letter, pieces: [{ ...ends, lowClosed: closed, highClosed: closed }] };
}

/** |x − a| > r is what |x − a| ≤ r leaves. */
function beyond(
  relation: RelationAnswer['relation'],
  inner: Node,
  radius: Node,
  letter: string,
): Region | null {
  const middle = within(relation, inner, radius, letter)?.pieces[0];
  if (middle === undefined) return null;
  const { low, high, lowClosed } = middle;
  const below: Piece = { ...WHOLE_LINE, high: low, highClosed: lowClosed };
  return { letter, pieces: [below, { ...WHOLE_LINE, low: high, lowClosed }] };
}

function side(relation: RelationAnswer['relation'], end: Node, where: 'below' | 'above'): Piece[] {
  const closed = relation === '<=';
  if (relation === '=') return [{ low: end, high: end, lowClosed: true, highClosed: true }];
  const below: Piece = { ...WHOLE_LINE, high: end, highClosed: closed };
  const above: Piece = { ...WHOLE_LINE, low: end, lowClosed: closed };
  if (relation === '≠') return [below, above];
  return [where === 'below' ? below : above];
}

function number(value: Rational): Node {
  const size: Node = {
    kind: 'number',
    value: value.top < 0n ? negateRational(value) : value,
    text: '',
  };
  return value.top < 0n ? { kind: 'negate', of: size } : size;
}

/** Ends that estimates cannot tell apart are taken as one here; the comparison settles the rest. */
const isSame = (a: number, b: number): boolean =>
  a === b ||
  (Number.isFinite(a - b) && Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b)));

function merge(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort(
    (a, b) => estimate(a.low) - estimate(b.low) || Number(b.lowClosed) - Number(a.lowClosed),
  );
  const merged: Piece[] = [];
  for (const piece of sorted) {
    const last = merged.at(-1);
    if (last === undefined || !touches(last, piece)) merged.push(piece);
    else merged[merged.length - 1] = { ...last, ...upper(last, piece, 'further') };
  }
  return merged;
}

function touches(first: Piece, next: Piece): boolean {
  const [end, start] = [estimate(first.high), estimate(next.low)];
  return isSame(end, start) ? first.highClosed || next.lowClosed : start < end;
}

function upper(
  a: Piece,
  b: Piece,
  which: 'further' | 'nearer',
): Pick<Piece, 'high' | 'highClosed'> {
  const [x, y] = [estimate(a.high), estimate(b.high)];
  const further = which === 'further';
  if (isSame(x, y)) {
    const closed = further ? a.highClosed || b.highClosed : a.highClosed && b.highClosed;
    return { high: a.high, highClosed: closed };
  }
  const { high, highClosed } = x > y === further ? a : b;
  return { high, highClosed };
}

function lower(a: Piece, b: Piece): Pick<Piece, 'low' | 'lowClosed'> {
  const [x, y] = [estimate(a.low), estimate(b.low)];
  if (isSame(x, y)) return { low: a.low, lowClosed: a.lowClosed && b.lowClosed };
  const { low, lowClosed } = x > y ? a : b;
  return { low, lowClosed };
}

function intersect(first: readonly Piece[], second: readonly Piece[]): readonly Piece[] {
  return first.flatMap((a) =>
    second.flatMap((b): Piece[] => {
      const piece = { ...lower(a, b), ...upper(a, b, 'nearer') };
      const [low, high] = [estimate(piece.low), estimate(piece.high)];
      if (isSame(low, high)) return piece.lowClosed && piece.highClosed ? [piece] : [];
      return low < high ? [piece] : [];
    }),
  );
}

/** Stretches without the given numbers; null where one of those is no number. */
export function withoutPoints(
  pieces: readonly Piece[],
  points: readonly Answer[],
): readonly Piece[] | null {
  let rest = pieces;
  for (const point of points) {
    if (point.kind !== 'expression' || !isEnd(point.node)) return null;
    rest = intersect(rest, side('≠', point.node, 'below'));
  }
  return rest;
}
