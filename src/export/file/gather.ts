/** The pieces of a history as it is stored, one group at a time. */
import type { GroupId, RunId } from '../../base/id.ts';
import type { Entry } from '../../group/plan.ts';
import type { Piece } from '../../store/store.ts';
import type { RunRecord, Store } from '../../store/store.ts';

/**
 * All there is, sets included, or one run: with the groups of other runs that its entries need, and those
 * runs' names. Nothing where the run is not there.
 */
export async function* piecesOf(
  store: Store,
  what: { readonly run: RunId } | 'everything',
): AsyncGenerator<Piece, void, undefined> {
  const wanted = what === 'everything' ? null : what.run;
  const all = (await store.plans()).map(({ runId }) => runId);
  const planned = new Set(all.filter((id) => wanted === null || id === wanted));
  const entries = new Map<GroupId, Entry[]>();
  for (const run of planned) {
    for (const entry of await store.entriesOf(run)) {
      entries.set(entry.groupId, [...(entries.get(entry.groupId) ?? []), entry]);
    }
  }
  // Oldest first: what is written first is read first.
  const groups = (await store.list(Infinity))
    .filter(({ id, runId }) => wanted === null || runId === wanted || entries.has(id))
    .reverse();
  const owners = new Set<RunId>(groups.map(({ runId }) => runId));
  const runs = (await store.runs())
    .filter(({ id }) => wanted === null || id === wanted || owners.has(id))
    .reverse();
  yield* runPieces(store, runs, groups, planned);
  if (wanted === null) {
    for (const set of await store.sets()) {
      const items = await store.itemsOf(set.id);
      if (items.length === set.count) yield { kind: 'set', set, items };
    }
  }
  for (const { id } of groups) {
    const group = await store.group(id);
    // Removed meanwhile.
    if (group === null) continue;
    yield { kind: 'group', group };
    if (group.evaluation === undefined) continue;
    for (const entry of entries.get(id) ?? []) {
      if (planned.has(entry.runId)) yield { kind: 'entry', entry };
    }
  }
}

/**
 * Runs, each with its plan and what it missed; a plan that cannot be read is taken off those planned. A
 * group whose run is lost gets one under its question's name.
 */
async function* runPieces(
  store: Store,
  runs: readonly RunRecord[],
  groups: readonly { readonly runId: RunId; readonly question: string; readonly createdAt: number }[],
  planned: Set<RunId>,
): AsyncGenerator<Piece, void, undefined> {
  const named = new Set<RunId>(runs.map(({ id }) => id));
  for (const { runId, question, createdAt } of groups) {
    if (named.has(runId)) continue;
    named.add(runId);
    yield { kind: 'run', run: { id: runId, name: question.slice(0, 80), createdAt } };
  }
  for (const run of runs) {
    yield { kind: 'run', run };
    if (!planned.has(run.id)) continue;
    const plan = await store.plan(run.id);
    if (plan === null) {
      planned.delete(run.id);
      continue;
    }
    yield { kind: 'plan', plan };
    for (const missed of await store.missedOf(run.id)) yield { kind: 'missed', missed };
  }
}
