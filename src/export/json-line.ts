/**
 * Rows as lines of JSON whose types a reader can tell from any part of the file: readers of columns,
 * such as the package `datasets`, fix a column's type by the first rows, and JSON.stringify writes the
 * number 1.0 as the whole number 1.
 */

/** A number with a decimal point in every row: a reward, a metric. NaN and infinities become null. */
export class Decimal {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** Null stays null. */
export const decimal = (value: number | null): Decimal | null =>
  value === null ? null : new Decimal(value);

export type Cell =
  | string
  | number
  | boolean
  | null
  | Decimal
  | readonly Cell[]
  | { readonly [name: string]: Cell };

export type Row = { readonly [name: string]: Cell };

/** One line with its end. U+2028 and U+2029 are escaped: some readers take them for ends of lines. */
export const jsonLine = (row: Row): string => `${text(row)}\n`;

function text(cell: Cell): string {
  if (cell instanceof Decimal) return decimalText(cell.value);
  if (Array.isArray(cell)) return `[${cell.map(text).join(',')}]`;
  if (cell === null || typeof cell !== 'object') return scalarText(cell as string | number | boolean | null);
  const members = Object.entries(cell).map(([name, value]) => `${scalarText(name)}:${text(value)}`);
  return `{${members.join(',')}}`;
}

const scalarText = (value: string | number | boolean | null): string =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'));

function decimalText(value: number): string {
  if (!Number.isFinite(value)) return 'null';
  const written = JSON.stringify(value);
  return /[.e]/.test(written) ? written : `${written}.0`;
}
