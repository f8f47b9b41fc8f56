/**
 * A file to the pieces of a history, one at a time. Nothing is trusted: every record is parsed into new
 * objects, its hashes and an entry's figures are made again, and what it belongs to must stand before it.
 * Evaluations are made again as the file is taken over (take.ts); to look through it they are read as they are.
 */
import { evidenceKey } from '../../group/evidence.ts';
import type { Group } from '../../group/group.ts';
import { outcomeOf } from '../../group/outcome.ts';
import type { Outcome } from '../../group/outcome.ts';
import type { SetItem } from '../../question/set/item.ts';
import type { Line } from '../../question/set/lines.ts';
import type { Piece } from '../../store/store.ts';
import type { GroupRecord } from '../../store/schema.ts';
import type { PlanSummary, QuestionSet } from '../../store/store.ts';
import type { ImportFault } from './fault.ts';
import { importFault } from './fault.ts';
import type { ExportKind } from './mark.ts';
import { parseLine, parseMark, parseRow } from './row.ts';
import type { FileRow } from './row.ts';
import { wholeGroup, wrongWith } from './whole-group.ts';

/** Bounds what is kept to find an id again. */
const MOST_LINES = 5_000_000;

export type ImportEvent =
  | { readonly kind: 'piece'; readonly line: number; readonly piece: Piece }
  /** `last` where nothing after it can be read. */
  | { readonly kind: 'fault'; readonly fault: ImportFault; readonly last: boolean };

interface PlanAbove {
  readonly kind: 'plan';
  readonly line: number;
  readonly plan: PlanSummary;
  readonly items: SetItem[];
}
interface SetAbove {
  readonly kind: 'set';
  readonly line: number;
  readonly set: QuestionSet;
  readonly items: SetItem[];
}
interface GroupAbove {
  readonly kind: 'group';
  readonly line: number;
  readonly record: GroupRecord;
  readonly rollouts: Map<number, Group['rollouts'][number]>;
  readonly evidence: Map<string, Group['evidence'][number]>;
  synthesis: NonNullable<Group['synthesis']> | null;
}

export class FileReader {
  /** Null until the first line was read. */
  kind: ExportKind | null = null;
  /** Nothing comes of further lines. */
  ended = false;
  /** The last line was read. */
  #closed = false;
  #open: PlanAbove | SetAbove | GroupAbove | null = null;
  /** Whether the record above was broken: what follows it is not blamed for that. */
  #orphaned = false;
  readonly #runs = new Set<string>();
  readonly #planned = new Map<string, number>();
  readonly #sets = new Set<string>();
  readonly #groups = new Set<string>();
  readonly #places = new Set<string>();
  /** Of the last group; null where it has no evaluation. */
  #outcome: { readonly group: string; readonly outcome: Outcome | null } | null = null;

  readonly #evaluated: (group: Group) => Promise<Group>;

  /** `evaluated` gives a sound group with the evaluation that it is to have. */
  constructor(evaluated: (group: Group) => Promise<Group> = (group) => Promise.resolve(group)) {
    this.#evaluated = evaluated;
  }

  /** What ends with this line. */
  async *push(line: Line): AsyncGenerator<ImportEvent, void, undefined> {
    if (this.ended) return;
    if (this.#closed) {
      yield this.#fault(importFault(line.number, '', 'a line after the last one'), true);
      return;
    }
    if (this.kind === null) {
      const kind = parseMark(line);
      if (kind.ok) this.kind = kind.value;
      else yield this.#fault(kind.fault, true);
      return;
    }
    if (line.number > MOST_LINES) {
      yield this.#fault(importFault(line.number, '', `more than ${MOST_LINES} lines`), true);
      return;
    }
    const object = parseLine(line);
    const row = object.ok ? parseRow(line.number, object.value) : object;
    if (!row.ok) {
      this.#orphaned = true;
      yield this.#fault(row.fault);
      return;
    }
    yield* this.#take(line.number, row.value);
  }

  /** After the last line. */
  *end(): Generator<ImportEvent, void, undefined> {
    if (this.ended || this.#closed) return;
    const reason = this.kind === null ? 'nothing in it' : 'cut off: its last line is missing';
    yield this.#fault(importFault(0, '', reason), true);
  }

  #fault(fault: ImportFault, last = false): ImportEvent {
    this.ended ||= last;
    return { kind: 'fault', fault, last };
  }

  async *#take(line: number, row: FileRow): AsyncGenerator<ImportEvent, void, undefined> {
    if (isPart(row)) {
      const fault = this.#part(line, row);
      if (fault !== null && !this.#orphaned) yield this.#fault(fault);
      return;
    }
    yield* this.#close();
    this.#orphaned = false;
    const wrong = this.#begin(line, row);
    if (typeof wrong === 'string') {
      this.#orphaned = true;
      yield this.#fault(importFault(line, row.kind, wrong));
    } else if (wrong !== null) {
      yield { kind: 'piece', line, piece: wrong };
    }
  }

  /** A piece that is whole at once, null for one that goes on below, or a text that says what is wrong. */
  #begin(line: number, row: Head): Piece | string | null {
    switch (row.kind) {
      case 'run':
        if (isTwin(this.#runs, row.value.id)) return 'the same run as in a line above';
        return { kind: 'run', run: row.value };
      case 'plan': {
        const { runId } = row.value;
        if (!this.#runs.has(runId)) return 'its run does not stand above it';
        if (this.#planned.has(runId)) return 'the same plan as in a line above';
        this.#planned.set(runId, row.value.planned);
        this.#open = { kind: 'plan', line, plan: row.value, items: [] };
        return null;
      }
      case 'set':
        if (isTwin(this.#sets, row.value.id)) return 'the same set as in a line above';
        this.#open = { kind: 'set', line, set: row.value, items: [] };
        return null;
      case 'group': {
        const record = row.value;
        if (!this.#runs.has(record.runId)) return 'its run does not stand above it';
        if (isTwin(this.#groups, record.id)) return 'the same group as in a line above';
        const parts = { rollouts: new Map(), evidence: new Map(), synthesis: null };
        this.#open = { kind: 'group', line, record, ...parts };
        return null;
      }
      case 'entry': {
        const { runId, index, groupId } = row.value;
        const planned = this.#planned.get(runId);
        if (planned === undefined) return 'its plan does not stand above it';
        if (index >= planned) return `its plan has ${planned} questions`;
        if (this.#outcome?.group !== groupId) return 'its group does not stand right above it';
        if (this.#outcome.outcome === null) return 'its group is not done';
        if (isTwin(this.#places, `${runId} ${index}`)) return 'the same place as in a line above';
        return { kind: 'entry', entry: { ...row.value, outcome: this.#outcome.outcome } };
      }
      case 'missed': {
        const { runId, index } = row.value;
        const planned = this.#planned.get(runId);
        if (planned === undefined) return 'its plan does not stand above it';
        if (index >= planned) return `its plan has ${planned} questions`;
        if (isTwin(this.#places, `${runId} ${index}`)) return 'the same place as in a line above';
        return { kind: 'missed', missed: row.value };
      }
      case 'end':
        this.#closed = true;
        return row.value.lines === line ? null : `${row.value.lines} lines were written, and there are ${line}`;
      default:
        return row satisfies never;
    }
  }

  #part(line: number, row: Part): ImportFault | null {
    const open = this.#open;
    const fault = (reason: string): ImportFault => importFault(line, row.kind, reason);
    if (row.kind === 'items') {
      if (open?.kind !== 'plan' && open?.kind !== 'set') return fault('no plan or set stands above it');
      for (const item of row.value) open.items.push(item);
      return null;
    }
    if (open?.kind !== 'group') return fault('no group stands above it');
    switch (row.kind) {
      case 'rollout':
        if (open.rollouts.has(row.value.index)) return fault('the same rollout as in a line above');
        open.rollouts.set(row.value.index, row.value);
        return null;
      case 'synthesis':
        if (open.synthesis !== null) return fault('a second synthesis of this group');
        open.synthesis = row.value;
        return null;
      case 'evidence': {
        const key = evidenceKey(row.value);
        if (open.evidence.has(key)) return fault('the same evidence as in a line above');
        open.evidence.set(key, row.value);
        return null;
      }
      default:
        return row satisfies never;
    }
  }

  /** The piece that went on until here. */
  async *#close(): AsyncGenerator<ImportEvent, void, undefined> {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const { line } = open;
    if (open.kind === 'group') {
      const { record, rollouts, synthesis, evidence } = open;
      const found = await wholeGroup({
        record,
        rollouts: [...rollouts.values()],
        synthesis,
        evidence: [...evidence.values()],
      });
      const wrong = wrongWith(found);
      if (wrong === null) {
        const group = await this.#evaluated(found);
        const { evaluation } = group;
        const outcome = evaluation === undefined ? null : outcomeOf({ ...group, evaluation });
        this.#outcome = { group: group.id, outcome };
        yield { kind: 'piece', line, piece: { kind: 'group', group } };
      } else if (!this.#orphaned) yield this.#fault(importFault(line, 'group', wrong));
      return;
    }
    const planned = open.kind === 'plan' ? open.plan.planned : open.set.count;
    if (open.items.length !== planned) {
      const reason = `the number of its items is ${open.items.length}, and it names ${planned}`;
      if (!this.#orphaned) yield this.#fault(importFault(line, open.kind, reason));
    } else if (open.kind === 'set') {
      yield { kind: 'piece', line, piece: { kind: 'set', set: open.set, items: open.items } };
    } else {
      const { runId, set, recipes } = open.plan;
      yield { kind: 'piece', line, piece: { kind: 'plan', plan: { runId, set, recipes, items: open.items } } };
    }
  }
}

type Part = Extract<FileRow, { kind: 'items' | 'rollout' | 'synthesis' | 'evidence' }>;
type Head = Exclude<FileRow, Part>;

const isPart = (row: FileRow): row is Part =>
  ['items', 'rollout', 'synthesis', 'evidence'].includes(row.kind);

function isTwin(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) return true;
  seen.add(id);
  return false;
}
