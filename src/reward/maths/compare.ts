/**
 * When do two answers count as equal? When they are the same value: the same text, the same exact
 * number however written, the same expression at every point tried, or the same list, set, tuple,
 * interval, matrix or relation of such. Units and currency are left out; `15 %` is 15 and 0.15.
 *
 * Cheap first: text, then exact fractions, and only then algebra, which is loaded on first need.
 * `different` is only said on evidence; what cannot be read is `undecided`.
 */
import type * as algebra from './algebra.ts';
import { parseAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { clean } from './clean.ts';
import { exactValue } from './exact.ts';
import { printNode, vocabulary } from './node.ts';
import type { Node } from './node.ts';
import { parseDecimal, sameRational } from './rational.ts';
import type { Compare, Equality } from './reading.ts';
import { roundsToFraction } from './rounding.ts';
import { unitsClash } from './unit.ts';

export type Algebra = Pick<typeof algebra, 'compareExpressions' | 'compareRelations'>;

/** null where the algebra cannot be loaded: then what needs it stays undecided. */
type LoadAlgebra = () => Promise<Algebra | null>;

type Expression = Extract<Answer, { kind: 'expression' }>;
type Sequence = Extract<Answer, { kind: 'sequence' }>;

const MOST_ITEMS = 64;

/** Where the algebra comes from is the caller's: the same thread, or a worker with a deadline. */
export function createCompare(loadAlgebra: () => Promise<Algebra>): Compare {
  const load: LoadAlgebra = () => loadAlgebra().catch(() => null);
  return async (a, b) => {
    if (a.kind === 'absent' || b.kind === 'absent') return 'different';
    // One order for both ways round makes the comparison symmetric by construction.
    const [first, second] = a.raw <= b.raw ? [a.raw, b.raw] : [b.raw, a.raw];
    if (bare(first) === bare(second)) return 'equal';
    return compareAnswers(parseAnswer(first), parseAnswer(second), load);
  };
}

/** Algebra on this thread. */
export const compare: Compare = createCompare(() => import('./algebra.ts'));

const bare = (raw: string): string => clean(raw).replace(/\s+/g, '');

async function compareAnswers(a: Answer, b: Answer, load: LoadAlgebra): Promise<Equality> {
  if (a.kind === 'opaque' && b.kind === 'opaque') {
    return squeeze(a.text) === squeeze(b.text) ? 'equal' : 'undecided';
  }
  if (a.kind === 'opaque' || b.kind === 'opaque') return 'undecided';
  if (a.kind === 'words' && b.kind === 'words') return a.text === b.text ? 'equal' : 'different';
  if (a.kind === 'expression' && b.kind === 'expression') return compareQuantities(a, b, load);
  if (a.kind === 'sequence' && b.kind === 'sequence') return compareSequences(a, b, load);
  if (a.kind === 'relation' && b.kind === 'relation') {
    return (await load())?.compareRelations(a, b) ?? 'undecided';
  }
  if (a.kind === 'matrix' && b.kind === 'matrix') {
    if (a.rows.length !== b.rows.length) return 'different';
    return inOrder(a.rows, b.rows, (row, other) =>
      row.length === other.length
        ? inOrder(row, other, (cell, twin) => compareAnswers(cell, twin, load))
        : Promise.resolve<Equality>('different'),
    );
  }
  const named = namedValue(a) ?? namedValue(b);
  const other = a.kind === 'expression' ? a : b;
  if (named !== null && other.kind === 'expression') return compareNodes(named, other.node, load);
  return isPlainNumber(a) || isPlainNumber(b) ? different(a, b) : 'undecided';
}

/** A number is no list, matrix or word; of a relation it may be the solution. */
const different = (a: Answer, b: Answer): Equality =>
  a.kind === 'relation' || b.kind === 'relation' ? 'undecided' : 'different';

const squeeze = (text: string): string => text.replace(/[\s{}]+/g, '');

const isConstant = (node: Node): boolean => vocabulary(node).letters.size === 0;

const isPlainNumber = (answer: Answer): boolean =>
  answer.kind === 'expression' && isConstant(answer.node);

/** The number in `x = 5`: a person who is asked for x may write either. */
function namedValue(answer: Answer): Node | null {
  if (answer.kind !== 'relation' || answer.relation !== '=') return null;
  return answer.left.kind === 'letter' && isConstant(answer.right) ? answer.right : null;
}

async function compareQuantities(
  a: Expression,
  b: Expression,
  load: LoadAlgebra,
): Promise<Equality> {
  if (unitsClash(a.unit, b.unit)) return 'undecided';
  const asWritten = await compareNodes(a.node, b.node, load);
  if (asWritten === 'equal' || a.percent === b.percent) return asWritten;
  const [left, right] = [
    a.percent ? hundredth(a.node) : a.node,
    b.percent ? hundredth(b.node) : b.node,
  ];
  return (await compareNodes(left, right, load)) === 'equal' ? 'equal' : asWritten;
}

function hundredth(left: Node): Node {
  const value = parseDecimal('100') as NonNullable<ReturnType<typeof parseDecimal>>;
  return { kind: 'binary', op: '/', left, right: { kind: 'number', value, text: '100' } };
}

async function compareNodes(a: Node, b: Node, load: LoadAlgebra): Promise<Equality> {
  if (printNode(a) === printNode(b)) return 'equal';
  const [x, y] = [exactValue(a), exactValue(b)];
  if (x !== null && y !== null) {
    return sameRational(x, y) || roundsToFraction(a, y) || roundsToFraction(b, x)
      ? 'equal'
      : 'different';
  }
  if (isInfinite(a) || isInfinite(b))
    return isConstant(a) && isConstant(b) ? 'different' : 'undecided';
  return (await load())?.compareExpressions(a, b) ?? 'undecided';
}

const isInfinite = (node: Node): boolean => {
  const of = node.kind === 'negate' ? node.of : node;
  return of.kind === 'constant' && of.name === 'infinity';
};

/** Tuples and intervals in order and with their own brackets; lists, sets and unions in any order. */
async function compareSequences(a: Sequence, b: Sequence, load: LoadAlgebra): Promise<Equality> {
  if (a.items.length !== b.items.length) return 'different';
  if (a.items.length > MOST_ITEMS) return 'undecided';
  const pair = (x: Answer, y: Answer): Promise<Equality> => compareAnswers(x, y, load);
  if (isOrdered(a) !== isOrdered(b)) {
    return (await inOrder(a.items, b.items, pair)) === 'equal' ? 'equal' : 'undecided';
  }
  if (isOrdered(a)) {
    const sameBrackets = a.open === b.open && a.close === b.close;
    return sameBrackets ? inOrder(a.items, b.items, pair) : 'different';
  }
  return inAnyOrder(a.items, b.items, pair);
}

const isOrdered = (sequence: Sequence): boolean => sequence.open === '(' || sequence.open === '[';

async function inOrder<T>(
  a: readonly T[],
  b: readonly T[],
  pair: (x: T, y: T) => Promise<Equality>,
): Promise<Equality> {
  let verdict: Equality = 'equal';
  for (const [at, item] of a.entries()) {
    const here = await pair(item, b[at] as T);
    if (here === 'different') return 'different';
    if (here === 'undecided') verdict = 'undecided';
  }
  return verdict;
}

async function inAnyOrder<T>(
  a: readonly T[],
  b: readonly T[],
  pair: (x: T, y: T) => Promise<Equality>,
): Promise<Equality> {
  const rest = [...b];
  let verdict: Equality = 'equal';
  for (const item of a) {
    const verdicts: Equality[] = [];
    for (const other of rest) verdicts.push(await pair(item, other));
    const match = verdicts.indexOf('equal');
    if (match >= 0) rest.splice(match, 1);
    else if (verdicts.includes('undecided')) verdict = 'undecided';
    else return 'different';
  }
  return verdict;
}
