/** Taking over pieces in memory: all are there before the first is kept, and no write can fail. */
import { followed, noPieces } from './merge.ts';
import type { Piece, PieceCounts, Pieces, Store } from './store.ts';

/** What `mergeInIndexedDb` does, by the methods of a store whose writes cannot fail. */
export async function mergeInMemory(store: Store, pieces: Pieces): Promise<PieceCounts> {
  const all: Piece[] = [];
  for await (const piece of pieces()) all.push(piece);
  const added = noPieces();
  for (const piece of all) if (await addTo(store, piece)) added[piece.kind] += 1;
  return added;
}

async function addTo(store: Store, piece: Piece): Promise<boolean> {
  switch (piece.kind) {
    case 'run':
      if ((await store.runs()).some(({ id }) => id === piece.run.id)) return false;
      await store.putRun(piece.run);
      return true;
    case 'plan': {
      const { plan } = piece;
      const run = (await store.runs()).find(({ id }) => id === plan.runId);
      if (run === undefined || (await store.plan(plan.runId)) !== null) return false;
      await store.putPlan(run, plan);
      return true;
    }
    case 'set':
      if ((await store.sets()).some(({ id }) => id === piece.set.id)) return false;
      return (await store.putSet(piece.set, piece.items)) === null;
    case 'group':
      if ((await store.group(piece.group.id)) !== null) return false;
      await store.putGroup(piece.group);
      return true;
    case 'entry': {
      const { runId, index, groupId } = piece.entry;
      if ((await store.plan(runId)) === null) return false;
      if ((await store.entriesOf(runId)).some((one) => one.index === index)) return false;
      const group = await store.group(groupId);
      const entry = group === null ? null : followed(piece.entry, group);
      if (entry !== null) await store.putEntry(entry);
      return entry !== null;
    }
    case 'missed': {
      const { runId, index } = piece.missed;
      const taken = [...(await store.entriesOf(runId)), ...(await store.missedOf(runId))];
      if ((await store.plan(runId)) === null || taken.some((one) => one.index === index)) return false;
      await store.putMissed(piece.missed);
      return true;
    }
    default:
      return piece satisfies never;
  }
}
