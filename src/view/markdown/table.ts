import { cut } from './source.ts';
import type { Line } from './source.ts';

/** A row's cells; a bar within code or maths still parts them, as elsewhere. */
export function columnsOf(row: Line): Line[] {
  const cells: Line[] = [];
  let from = 0;
  for (let at = 0; at <= row.text.length; at++) {
    const isEnd = at === row.text.length;
    if (!isEnd && (row.text.charAt(at) !== '|' || row.text.charAt(at - 1) === '\\')) continue;
    const cell = cut(row, from, at);
    const isEdge = from === 0 || isEnd;
    if (!isEdge || cell.text.trim() !== '') cells.push(trimmed(cell));
    from = at + 1;
  }
  return cells;
}

const trimmed = (cell: Line): Line => {
  const before = cell.text.length - cell.text.trimStart().length;
  return cut(cell, before, before + cell.text.trim().length);
};

/** The line below a table's head: `|---|:-:|`. */
export const isDelimiters = (text: string): boolean =>
  text.includes('-') &&
  text.includes('|') &&
  text.split('|').every((cell, at, all) => {
    const isEdge = at === 0 || at === all.length - 1;
    return (isEdge && cell.trim() === '') || /^:?-+:?$/.test(cell.trim());
  });
