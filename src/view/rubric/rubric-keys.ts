/** How keys move in a table of cells, some of whose places are empty. */

interface Place {
  readonly row: number;
  readonly column: number;
}

type Rows = readonly (readonly (object | null)[])[];

/**
 * Where a key leads from a cell, or null where it is no key of the table. Arrows step over empty
 * places and stay at the edge; Home and End go along the row, with Ctrl to the first and last row.
 * Where rows run from right to left, the arrows go as they look.
 */
export function stepOf(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  from: Place,
  rows: Rows,
  isRtl = false,
): Place | null {
  if (altKey) return null;
  const far = ctrlKey || metaKey;
  const onward = isRtl ? -1 : 1;
  const width = Math.max(0, ...rows.map((row) => row.length));
  switch (key) {
    case 'ArrowLeft':
      return far ? null : walk(from, 0, -onward, rows);
    case 'ArrowRight':
      return far ? null : walk(from, 0, onward, rows);
    case 'ArrowUp':
      return far ? null : walk(from, -1, 0, rows);
    case 'ArrowDown':
      return far ? null : walk(from, 1, 0, rows);
    case 'Home':
      return first({ row: far ? 0 : from.row, column: 0 }, 1, rows, from);
    case 'End':
      return first({ row: far ? rows.length - 1 : from.row, column: width - 1 }, -1, rows, from);
    default:
      return null;
  }
}

function walk(from: Place, down: number, right: number, rows: Rows): Place {
  let { row, column } = from;
  for (;;) {
    row += down;
    column += right;
    const cell = rows[row]?.[column];
    if (cell === undefined) return from;
    if (cell !== null) return { row, column };
  }
}

/** The first cell of a row from one end of it. */
function first({ row, column }: Place, step: number, rows: Rows, otherwise: Place): Place {
  for (let at = column; ; at += step) {
    const cell = rows[row]?.[at];
    if (cell === undefined) return otherwise;
    if (cell !== null) return { row, column: at };
  }
}
