import type { Engine } from '../engine/engine.ts';
import type { Compare } from '../reward/maths/reading.ts';
import type { Store } from '../store/store.ts';
import type { Part } from './lab.ts';

/** What of the store a group is prepared from and written to. */
export type GroupStore = Pick<
  Store,
  | ('group' | 'findGroup' | 'findUnfinished')
  | ('putRun' | 'putGroup' | 'putRollout' | 'putSynthesis' | 'putEvidence' | 'finishGroup')
>;

/** What a group works with. */
export interface GroupTools {
  readonly policy: Engine;
  readonly anchor: Engine;
  /**
   * The engine that plays a role, with its model; null where it is broken or cannot be had. Ask for
   * it before each job: where memory does not hold all models, they take turns.
   */
  readonly take: (part: Part) => Promise<Engine | null>;
  readonly store: GroupStore;
  readonly compare: Compare;
}
