/** What is in a file, and what of it is here already, before anything is stored. */
import { canonicalJson } from '../../base/hash.ts';
import type { RunId } from '../../base/id.ts';
import { evidenceKey } from '../../group/evidence.ts';
import type { Group } from '../../group/group.ts';
import type { Piece, PieceKind } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { importEvents } from './events.ts';
import type { ImportSource } from './events.ts';
import { importFault } from './fault.ts';
import type { ImportFault } from './fault.ts';
import type { ExportKind } from './mark.ts';
import { FileReader } from './read.ts';

/** Of one kind of record: how many would be new, are here just so, or are here and differ. */
export interface Found {
  readonly fresh: number;
  readonly same: number;
  /** What is here stays. */
  readonly differing: number;
}

export interface ImportPreview {
  /** Null where it is no export. */
  readonly kind: ExportKind | null;
  readonly bytes: number;
  readonly found: Readonly<Record<PieceKind, Found>>;
  /** The first of those that differ. */
  readonly differing: readonly { readonly kind: PieceKind; readonly id: string }[];
  /** Runs whose plan here has other questions, all of them: places of theirs are not to be taken. */
  readonly foreignPlans: readonly string[];
  /** The first of them, in the order of lines; with any, nothing is taken over. */
  readonly faults: readonly ImportFault[];
  readonly faultCount: number;
}

const MOST_FAULTS = 100;
const MOST_DIFFERING = 100;

export interface PreviewOptions {
  readonly signal?: AbortSignal;
}

/** Reads all of it once; throws the signal's reason once it is aborted. */
export async function previewFile(
  source: ImportSource,
  store: Store,
  { signal }: PreviewOptions = {},
): Promise<ImportPreview> {
  const reader = new FileReader();
  const present = new Present(store);
  const found: Record<PieceKind, { fresh: number; same: number; differing: number }> = {
    run: nothing(),
    plan: nothing(),
    set: nothing(),
    group: nothing(),
    entry: nothing(),
    missed: nothing(),
  };
  const differing: { kind: PieceKind; id: string }[] = [];
  const foreignPlans: string[] = [];
  const faults: ImportFault[] = [];
  let faultCount = 0;
  for await (const event of importEvents(source, reader, signal)) {
    if (event.kind === 'fault') {
      faultCount += 1;
      if (faults.length < MOST_FAULTS) faults.push(event.fault);
      continue;
    }
    const { piece } = event;
    const standing = await present.look(piece);
    found[piece.kind][standing] += 1;
    if (standing === 'differing' && piece.kind === 'plan') foreignPlans.push(piece.plan.runId);
    if (standing === 'differing' && differing.length < MOST_DIFFERING) {
      differing.push({ kind: piece.kind, id: idOf(piece) });
    }
  }
  const pieces = Object.values(found).reduce((sum, one) => sum + one.fresh + one.same + one.differing, 0);
  if (pieces + faultCount === 0) {
    faultCount = 1;
    faults.push(importFault(0, '', 'nothing in it'));
  }
  return { kind: reader.kind, bytes: source.size, found, differing, foreignPlans, faults, faultCount };
}

const nothing = (): { fresh: number; same: number; differing: number } => ({
  fresh: 0,
  same: 0,
  differing: 0,
});

type Standing = keyof Found;

/** What the store has, read no more than it takes. */
class Present {
  readonly #store: Store;
  #runs: Map<string, string> | null = null;
  #sets: Map<string, string> | null = null;
  readonly #places = new Map<RunId, Map<number, string>>();

  constructor(store: Store) {
    this.#store = store;
  }

  async look(piece: Piece): Promise<Standing> {
    switch (piece.kind) {
      case 'run': {
        this.#runs ??= textsById(await this.#store.runs());
        return standing(this.#runs.get(piece.run.id), canonicalJson(piece.run));
      }
      case 'plan': {
        const plan = await this.#store.plan(piece.plan.runId);
        return standing(plan === null ? undefined : canonicalJson(plan), canonicalJson(piece.plan));
      }
      case 'set': {
        this.#sets ??= textsById(await this.#store.sets());
        const own = this.#sets.get(piece.set.id);
        if (own === undefined) return 'fresh';
        const items = canonicalJson(await this.#store.itemsOf(piece.set.id));
        return standing(own + items, canonicalJson(piece.set) + canonicalJson(piece.items));
      }
      case 'group': {
        const group = await this.#store.group(piece.group.id);
        return standing(group === null ? undefined : groupText(group), groupText(piece.group));
      }
      case 'entry': {
        const { runId, index, groupId } = piece.entry;
        return standing((await this.#placesOf(runId)).get(index), groupId);
      }
      case 'missed': {
        const { runId, index, fault } = piece.missed;
        return standing((await this.#placesOf(runId)).get(index), canonicalJson(fault));
      }
      default:
        return piece satisfies never;
    }
  }

  /** By place: the group of an entry, or why it was missed. */
  async #placesOf(run: RunId): Promise<Map<number, string>> {
    const known = this.#places.get(run);
    if (known !== undefined) return known;
    const places = new Map<number, string>();
    for (const { index, fault } of await this.#store.missedOf(run)) places.set(index, canonicalJson(fault));
    for (const { index, groupId } of await this.#store.entriesOf(run)) places.set(index, groupId);
    this.#places.set(run, places);
    return places;
  }
}

const textsById = (all: readonly { readonly id: string }[]): Map<string, string> =>
  new Map(all.map((one) => [one.id, canonicalJson(one)]));

const standing = (own: string | undefined, theirs: string): Standing =>
  own === undefined ? 'fresh' : own === theirs ? 'same' : 'differing';

/** Evidence is in no order that means anything, and the hashes follow from the rest. */
function groupText({ evidence, recipeHash: _recipe, questionHash: _question, ...group }: Group): string {
  const pieces = evidence.map((piece) => [evidenceKey(piece), piece] as const);
  return canonicalJson({ ...group, evidence: Object.fromEntries(pieces) });
}

function idOf(piece: Piece): string {
  switch (piece.kind) {
    case 'run':
      return piece.run.id;
    case 'plan':
      return piece.plan.runId;
    case 'set':
      return piece.set.id;
    case 'group':
      return piece.group.id;
    case 'entry':
      return `${piece.entry.runId}, ${piece.entry.index}`;
    case 'missed':
      return `${piece.missed.runId}, ${piece.missed.index}`;
    default:
      return piece satisfies never;
  }
}
