/**
 * What lies where. A group's rollouts and synthesis are records of their own: each is written once,
 * as it ends, and the list of groups is read without them.
 *
 * Entries and the items of sets and plans lie many to a record, in pages: a browser takes about as long
 * to give back a record as to give back a hundred rows in one, and a run of 12,500 is read at once.
 */
import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { Missed } from '../group/plan.ts';
import type { SetItem } from '../question/set/item.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';
import type { EntryRow } from './entry-row.ts';
import type { Packed } from './packed.ts';
import type { PlanSummary, QuestionSet, RunRecord } from './store.ts';

export type GroupRecord = Omit<Group, 'rollouts' | 'synthesis' | 'evidence'>;
export type RolloutRecord = Rollout & { readonly groupId: string };
export type SynthesisRecord = Synthesis & { readonly groupId: string };
/** `key` is `evidenceKey`'s. */
export interface EvidenceRecord {
  readonly groupId: string;
  readonly key: string;
  readonly evidence: Evidence;
}

/** Entries of a run by their place in the plan: `PAGE` places to a page. */
export interface EntryPage {
  readonly runId: string;
  readonly page: number;
  /** Each once, so that the entries of a group are found. */
  readonly groups: readonly string[];
  /** As a list from before version 4. */
  readonly rows: Packed | readonly EntryRow[];
}
/** Items of a set, or of a run's plan. */
export interface ItemPage {
  readonly owner: string;
  readonly page: number;
  readonly items: readonly SetItem[];
}
export const PAGE = 256;

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
  plans: { key: string; value: PlanSummary };
  entries: { key: [string, number]; value: EntryPage; indexes: { groups: string } };
  missed: { key: [string, number]; value: Missed };
  sets: { key: string; value: QuestionSet };
  items: { key: [string, number]; value: ItemPage };
}

export type CatDatabase = IDBPDatabase<CatSchema>;

export type StoreName = StoreNames<CatSchema>;

/** A group's own records. */
export const GROUP_STORES: StoreName[] = ['groups', 'rollouts', 'syntheses', 'evidence'];
export const RUN_STORES: StoreName[] = ['runs', 'plans', 'entries', 'missed', 'items'];
/** All that lies in the history; sets do not. */
export const HISTORY_STORES: StoreName[] = [...GROUP_STORES, ...RUN_STORES];

/**
 * All rollouts of a group, all pages of a run, whatever has such an id as the first part of its key: an
 * empty array sorts after numbers and texts.
 */
export const partsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
