/** Rows of data sets nest three or four deep; far beyond that a row is an attack on whoever walks it. */
const DEEPEST = 20;

const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export const isPrototypeKey = (name: string): boolean => PROTOTYPE_KEYS.has(name);

/** What a parsed row must not hold, anywhere in it, by path; null where it holds nothing of it. */
export function forbidden(
  row: unknown,
  trail: readonly string[] = [],
): { readonly path: string; readonly reason: string } | null {
  if (row === null || typeof row !== 'object') return null;
  if (trail.length >= DEEPEST) {
    return { path: trail.slice(0, 3).join('.'), reason: `nested more than ${DEEPEST} deep` };
  }
  for (const [name, member] of Object.entries(row)) {
    const path = [...trail, name];
    if (isPrototypeKey(name)) {
      return { path: path.join('.'), reason: 'a name that no row may have' };
    }
    const found = forbidden(member, path);
    if (found !== null) return found;
  }
  return null;
}
