import type { ModelSpec } from '../engine/model.ts';
import type { ModelState } from './state.ts';

/** What Ask does first: nothing, load the bundled model, or wait for a load under way. */
export type Readiness = 'ready' | 'load-first' | 'loading';

export function readinessOf({ kind }: ModelState, bundled: ModelSpec | null): Readiness {
  if (kind === 'loading') return 'loading';
  return kind === 'none' && bundled !== null ? 'load-first' : 'ready';
}
