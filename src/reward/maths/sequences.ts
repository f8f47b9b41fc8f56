/** Tuples and intervals in order and with their own brackets; lists, sets and unions in any order. */
import type { Answer, Sequence } from './answer.ts';
import { inAnyOrder, inOrder } from './pairing.ts';
import type { Equality } from './reading.ts';

type Judge = (a: Answer, b: Answer) => Promise<Equality>;

const MOST_ITEMS = 64;

export async function compareSequences(a: Sequence, b: Sequence, judge: Judge): Promise<Equality> {
  if (a.items.length > MOST_ITEMS || b.items.length > MOST_ITEMS) return 'undecided';
  if (a.open === '{' && b.open === '{') {
    return inAnyOrder(await distinct(a.items, judge), await distinct(b.items, judge), judge);
  }
  if (a.items.length !== b.items.length) return 'different';
  if (isOrdered(a) && isOrdered(b)) {
    const sameBrackets = (a.open === b.open && a.close === b.close) || a.items.length > 2;
    return sameBrackets ? inOrder(a.items, b.items, judge) : 'different';
  }
  if (!isOrdered(a) && !isOrdered(b)) return inAnyOrder(a.items, b.items, judge);
  // A set is no tuple; a bare list may be one that lost its brackets.
  const [ordered, other] = isOrdered(a) ? [a, b] : [b, a];
  if (other.open !== '') return 'different';
  const verdict = await inAnyOrder(a.items, b.items, judge);
  if (verdict === 'different') return 'different';
  const isTuple = ordered.open === '(' && ordered.close === ')';
  return isTuple && (await inOrder(a.items, b.items, judge)) === 'equal' ? 'equal' : 'undecided';
}

const isOrdered = (sequence: Sequence): boolean => sequence.open === '(' || sequence.open === '[';

/** A set holds nothing twice. */
async function distinct(items: readonly Answer[], judge: Judge): Promise<Answer[]> {
  const kept: Answer[] = [];
  for (const item of items) {
    let known = false;
    for (const other of kept) known ||= (await judge(item, other)) === 'equal';
    if (!known) kept.push(item);
  }
  return kept;
}
