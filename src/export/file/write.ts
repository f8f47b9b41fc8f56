import { markRow } from '../../base/file-mark.ts';
import type { Piece } from '../../store/store.ts';
import { CHARACTERS_A_LINE, EXPORT_VERSION, ITEMS_A_LINE } from './mark.ts';
import type { ExportKind } from './mark.ts';

/** The lines of a file, each with its LF; a piece is let go of once its lines are taken. */
export async function* fileLines(
  kind: ExportKind,
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
): AsyncGenerator<string, void, undefined> {
  yield line(markRow({ kind, version: EXPORT_VERSION }));
  let lines = 2;
  for await (const piece of pieces) {
    for (const row of rowsOf(piece)) {
      lines += 1;
      yield line(row);
    }
  }
  yield line({ end: { lines } });
}

const line = (row: object): string => `${JSON.stringify(row)}\n`;

function* rowsOf(piece: Piece): Generator<object, void, undefined> {
  switch (piece.kind) {
    case 'run':
      yield { run: piece.run };
      return;
    case 'plan': {
      const { runId, set, recipes, items } = piece.plan;
      yield { plan: { runId, set, recipes, planned: items.length } };
      yield* itemRows(items);
      return;
    }
    case 'set':
      yield { set: piece.set };
      yield* itemRows(piece.items);
      return;
    case 'group': {
      const { rollouts, synthesis, evidence, ...group } = piece.group;
      yield { group };
      for (const rollout of rollouts) yield { rollout };
      if (synthesis !== undefined) yield { synthesis };
      for (const one of evidence) yield { evidence: one };
      return;
    }
    case 'entry': {
      const { runId, index, groupId } = piece.entry;
      yield { entry: { runId, index, groupId } };
      return;
    }
    case 'missed':
      yield { missed: piece.missed };
      return;
    default:
      return piece satisfies never;
  }
}

/** Long questions are fewer to a line: one over 8 MiB would be refused where the file is imported. */
function* itemRows(items: readonly object[]): Generator<object, void, undefined> {
  let row: object[] = [];
  let characters = 0;
  for (const item of items) {
    const { length } = JSON.stringify(item);
    if (row.length === ITEMS_A_LINE || (row.length > 0 && characters + length > CHARACTERS_A_LINE)) {
      yield { items: row };
      [row, characters] = [[], 0];
    }
    row.push(item);
    characters += length;
  }
  if (row.length > 0) yield { items: row };
}
