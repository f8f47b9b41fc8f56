import type { GroupId, QuestionHash, RecipeHash, RunId, SetId } from '../base/id.ts';
import type { Fault } from '../base/fault.ts';
import type { Result } from '../base/result.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Evaluation, Group } from '../group/group.ts';
import type { Entry, Missed, Plan } from '../group/plan.ts';
import type { SetItem } from '../question/set/item.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';

/** A run: a single ask, or an experiment of many groups. */
export interface RunRecord {
  readonly id: RunId;
  readonly name: string;
  readonly createdAt: number;
}

/** A set of questions that a person keeps here; its items are records of their own. */
export interface QuestionSet {
  readonly id: SetId;
  readonly name: string;
  readonly createdAt: number;
  readonly count: number;
  /** How many of them have no final answer. */
  readonly open: number;
}

/** A plan without its items, with how far its run came. */
export interface PlanSummary extends Pick<Plan, 'runId' | 'set' | 'recipes'> {
  readonly planned: number;
  /** Entries, and questions without one that were missed. */
  readonly done: number;
  readonly missed: number;
}

/** What the list of earlier groups shows, without the texts. */
export interface GroupSummary {
  readonly id: GroupId;
  readonly runId: RunId;
  readonly question: string;
  readonly createdAt: number;
  readonly status: Group['status'];
  readonly group: number;
  readonly model: string;
  readonly disagrees: boolean | null;
  /** Whether the synthesis is right, where the truth is known. */
  readonly right: boolean | null;
}

export type Fits = (group: Group) => boolean;

/**
 * What the work is kept in. Two implementations: IndexedDB, and memory where that is denied or
 * full. A write resolves when the record is durable; a failed one never passes as done. A write to
 * a group that is not there (any more) does nothing: what was removed stays removed.
 */
export interface Store {
  readonly kind: 'indexeddb' | 'memory';
  /**
   * Told once when writes can no longer be kept (quota, denied) and the work goes on in memory, and
   * once for each stored record that does not parse. What was told before the first listener came
   * is told to it.
   */
  onFault(listener: (fault: Fault) => void): () => void;
  putRun(run: RunRecord): Promise<void>;
  /** Before the first token: the recipe and the question. */
  putGroup(group: Group): Promise<void>;
  putRollout(id: GroupId, rollout: Rollout): Promise<void>;
  putSynthesis(id: GroupId, synthesis: Synthesis): Promise<void>;
  putEvidence(id: GroupId, evidence: Evidence): Promise<void>;
  /**
   * Entries of the group follow its evaluation, in the same transaction; resolves to those, as they are
   * then.
   */
  finishGroup(id: GroupId, status: Exclude<Group['status'], 'running'>, evaluation: Evaluation | null, faults: readonly Fault[]): Promise<readonly Entry[]>;
  group(id: GroupId): Promise<Group | null>;
  /** The newest finished group of this recipe hash and question that fits; all fit unless told. */
  findGroup(recipe: RecipeHash, question: QuestionHash, fits?: Fits): Promise<Group | null>;
  /** The newest one that is not done: running somewhere, stopped, failed, or left by a dead tab. */
  findUnfinished(recipe: RecipeHash, question: QuestionHash, fits?: Fits): Promise<Group | null>;
  /** Newest first; `single` ones alone are those of runs without a plan, and no other is read for them. */
  list(limit: number, of?: 'all' | 'single'): Promise<GroupSummary[]>;
  runs(): Promise<RunRecord[]>;
  groupsOf(run: RunId): Promise<Group[]>;
  /** An experiment's run with its plan, neither without the other; one of before begins anew. */
  putPlan(run: RunRecord, plan: Plan): Promise<void>;
  plan(run: RunId): Promise<Plan | null>;
  /** In no order that means anything. */
  plans(): Promise<PlanSummary[]>;
  /** Nothing happens where the plan or the group is not there (any more). */
  putEntry(entry: Entry): Promise<void>;
  /** Nothing happens where the plan is not there, or the question has an entry. */
  putMissed(missed: Missed): Promise<void>;
  /** By index. */
  entriesOf(run: RunId): Promise<Entry[]>;
  missedOf(run: RunId): Promise<Missed[]>;
  renameRun(run: RunId, name: string): Promise<void>;
  /** All of it or nothing; the fault says why there was no room, and nothing else is the worse for it. */
  putSet(set: QuestionSet, items: readonly SetItem[]): Promise<Fault | null>;
  /** Newest first. */
  sets(): Promise<QuestionSet[]>;
  /** In the order of the set; none where it is not there. */
  itemsOf(set: SetId): Promise<readonly SetItem[]>;
  removeSet(set: SetId): Promise<void>;
  /**
   * Where the work went on in memory since storage was full: tries again, and writes there what lies in
   * memory. The fault that still keeps it in memory, or null.
   */
  regain(): Promise<Fault | null>;
  /**
   * Removes and returns what was removed, so that `restore` undoes it. A run takes its plan and entries
   * along, a group its entries; a group that entries of another run need becomes that run's. Sets are
   * no part of everything.
   */
  remove(what: { readonly group: GroupId } | { readonly run: RunId } | 'everything'): Promise<Removed>;
  restore(removed: Removed): Promise<void>;
  /**
   * Takes over what is not here yet by its id; what is here stays. All of it or nothing, and the fault
   * says why: no room, for instance. Resolves to how many were new; rejects where the pieces do. Of a plan
   * that is here with other questions no places are to come.
   */
  merge(pieces: Pieces): Promise<Result<PieceCounts, Fault>>;
  close(): void;
}

export interface Removed {
  readonly runs: readonly RunRecord[];
  readonly groups: readonly Group[];
  readonly plans: readonly Plan[];
  readonly entries: readonly Entry[];
  readonly missed: readonly Missed[];
  /** Groups that went to another run, with the run that they came from. */
  readonly handed: readonly { readonly id: GroupId; readonly runId: RunId }[];
}

export const NOTHING_REMOVED: Removed = {
  runs: [],
  groups: [],
  plans: [],
  entries: [],
  missed: [],
  handed: [],
};

/**
 * What a history is made of, as it is taken over from a file. A run stands before its plan and groups, a
 * plan before what was missed, a plan and a group before their entries.
 */
export type Piece =
  | { readonly kind: 'run'; readonly run: RunRecord }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'set'; readonly set: QuestionSet; readonly items: readonly SetItem[] }
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'missed'; readonly missed: Missed };

export type PieceKind = Piece['kind'];

/** How many of each. */
export type PieceCounts = Readonly<Record<PieceKind, number>>;

/** Begins from the first piece at each call: a lost connection makes it begin again. */
export type Pieces = () => AsyncIterable<Piece>;
