/** Values that carry their names: `x = 2 or x = 3` is the list 2, 3, `x = 1, y = 2` the pair (1, 2). */
import { bareList } from './answer.ts';
import type { Answer } from './answer.ts';
import { namedValue } from './relations.ts';

export interface NamedValues {
  /** In alphabetical order. */
  readonly names: string;
  readonly values: Answer;
}

export function valuesOf(answer: Answer): NamedValues | null {
  const single = namedValue(answer);
  if (single !== null) return { names: single.name, values: single.value };
  if (answer.kind !== 'sequence' || answer.open === '∪') return null;
  if (answer.open === '(' || answer.open === '[') return null;
  const named = answer.items.map(namedValue);
  const first = named[0];
  if (first === undefined || first === null || first.name === '') return null;
  // `x = 2, 3` names only the first.
  const filled = named.map((value, at) => {
    const item = answer.items[at];
    return value ?? (item?.kind === 'expression' ? { name: first.name, value: item } : null);
  });
  if (!filled.every((value) => value !== null)) return null;
  const names = new Set(filled.map(({ name }) => name));
  if (names.size === 1) {
    return { names: first.name, values: bareList(filled.map(({ value }) => value)) };
  }
  if (names.size !== filled.length || named.includes(null)) return null;
  const sorted = [...filled].sort((a, b) => (a.name < b.name ? -1 : 1));
  const items = sorted.map(({ value }) => value);
  return {
    names: sorted.map(({ name }) => name).join(),
    values: { kind: 'sequence', open: '(', close: ')', joint: ',', items },
  };
}
