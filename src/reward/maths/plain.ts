import type { Reading } from './reading.ts';

/**
 * The paper's own comparison: the same string. Kept beside the symbolic one so that both can be
 * shown (docs/deviations.md, 2). Outer white space does not count; absent equals nothing.
 */
export const plainEqual = (a: Reading, b: Reading): boolean =>
  a.kind === 'found' && b.kind === 'found' && a.raw.trim() === b.raw.trim();
