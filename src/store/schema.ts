/**
 * What lies where. A group's rollouts and synthesis are records of their own: each is written once,
 * as it ends, and the list of groups is read without them.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';
import type { RunRecord } from './store.ts';

export type GroupRecord = Omit<Group, 'rollouts' | 'synthesis' | 'evidence'>;
export type RolloutRecord = Rollout & { readonly groupId: string };
export type SynthesisRecord = Synthesis & { readonly groupId: string };
/** `key` is `evidenceKey`'s. */
export interface EvidenceRecord {
  readonly groupId: string;
  readonly key: string;
  readonly evidence: Evidence;
}

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
  evidence: { key: [string, string]; value: EvidenceRecord };
}

export type CatDatabase = IDBPDatabase<CatSchema>;

export const ALL_STORES = ['runs', 'groups', 'rollouts', 'syntheses', 'evidence'] as const;

/** All rollouts of a group, or all its evidence: an empty array sorts after numbers and texts. */
export const partsOf = (group: string): IDBKeyRange => IDBKeyRange.bound([group], [group, []]);
