/** The table of a chart as comma-separated values (RFC 4180), shares as fractions. */
import type { Cell, ChartTable } from './chart.ts';

export const csvOf = ({ columns, rows }: ChartTable): string =>
  [columns.map(({ head }) => head), ...rows]
    .map((row) => `${row.map(field).join(',')}\r\n`)
    .join('');

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(6))) : '';
  const text = isFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets compute what begins so, wherever it came from; after an apostrophe they show it. */
const isFormula = (text: string): boolean => /^\s*[=+\-@\t\r]/.test(text);
