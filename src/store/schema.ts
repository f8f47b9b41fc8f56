/**
 * What lies where. A group's rollouts and synthesis are records of their own: each is written once,
 * as it ends, and the list of groups is read without them.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Group } from '../group/group.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';
import type { RunRecord } from './store.ts';

export type GroupRecord = Omit<Group, 'rollouts' | 'synthesis'>;
export type RolloutRecord = Rollout & { readonly groupId: string };
export type SynthesisRecord = Synthesis & { readonly groupId: string };

/** The schema at the newest version. What is read may be older or broken: see record.ts. */
export interface CatSchema extends DBSchema {
  runs: { key: string; value: RunRecord; indexes: { createdAt: number } };
  groups: {
    key: string;
    value: GroupRecord;
    indexes: { createdAt: number; runId: string; work: [string, string] };
  };
  rollouts: { key: [string, number]; value: RolloutRecord };
  syntheses: { key: string; value: SynthesisRecord };
}

export type CatDatabase = IDBPDatabase<CatSchema>;

export const ALL_STORES = ['runs', 'groups', 'rollouts', 'syntheses'] as const;

/** All rollouts of a group: an empty array sorts after every number. */
export const rolloutsOf = (group: string): IDBKeyRange => IDBKeyRange.bound([group], [group, []]);
