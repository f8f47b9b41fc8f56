/**
 * A question set from its bytes, piece by piece: the format is recognised by the first row, and every
 * row after it must be of that format. What is wrong is a fault by line and path, and reading goes on
 * where it can. In memory are one row at a time and a number for each id, so a file of any size can be
 * looked through. Nothing is evaluated, and nothing of a parsed row is passed on but new objects.
 */
import type { Container } from './container.ts';
import { columnNames, containerOf } from './container.ts';
import type { CsvEvent, CsvRecord } from './csv.ts';
import { CsvReader } from './csv.ts';
import type { Encoding } from './encoding.ts';
import { isPrototypeKey } from './forbidden.ts';
import type { SetEvent } from './intake.ts';
import { faultEvent, Intake } from './intake.ts';
import { setFault } from './item.ts';
import type { Line } from './lines.ts';
import { LineSplitter } from './lines.ts';
import type { RowKind } from './rows.ts';

export interface SetFormat {
  readonly container: Container;
  readonly encoding: Encoding;
  /** Null where no row was one of a set. */
  readonly rows: RowKind | null;
}

export class SetParser {
  /** Nothing comes of further bytes. */
  ended = false;
  readonly #lines = new LineSplitter();
  readonly #intake = new Intake();
  #container: Container | null = null;
  #csv: CsvReader | null = null;
  #columns: readonly string[] | null = null;

  /** Null until the first line was seen, and where it is of no set. */
  get format(): SetFormat | null {
    const { encoding } = this.#lines;
    if (this.#container === null || encoding === null) return null;
    return { container: this.#container, encoding, rows: this.#intake.kind };
  }

  /** What ends with this piece; to be gone through to its end. */
  *push(bytes: Uint8Array): Generator<SetEvent, void, undefined> {
    if (!this.ended) yield* this.#through(this.#lines.push(bytes));
  }

  *end(): Generator<SetEvent, void, undefined> {
    if (!this.ended) yield* this.#through(this.#lines.end());
    const open = this.ended ? null : this.#csvEvent(this.#csv?.end() ?? null);
    this.ended = true;
    if (open !== null) yield open;
  }

  *#through(lines: readonly Line[]): Generator<SetEvent, void, undefined> {
    const { refused } = this.#lines;
    if (refused !== null) {
      this.ended = true;
      yield faultEvent(setFault(0, '', refused), true);
    }
    for (const line of lines) {
      const event = this.#line(line);
      if (event === null) continue;
      this.ended = event.kind === 'fault' && event.last;
      yield event;
      if (this.ended) return;
    }
  }

  #line(line: Line): SetEvent | null {
    const isBlank = line.broken === undefined && line.text.trim() === '';
    if (this.#container === null) {
      if (isBlank) return null;
      if (line.broken !== undefined) {
        return faultEvent(setFault(line.number, '', line.broken), true);
      }
      const container = containerOf(line.text);
      if (typeof container === 'string') return faultEvent(setFault(0, '', container), true);
      this.#container = container;
      if (container.kind === 'csv') this.#csv = new CsvReader(container.separator);
    }
    if (this.#csv !== null) return this.#csvEvent(this.#csv.push(line));
    return isBlank ? null : this.#json(line);
  }

  #json({ number, text, broken }: Line): SetEvent | null {
    if (broken !== undefined) return faultEvent(setFault(number, '', broken));
    let row: unknown;
    try {
      row = JSON.parse(text);
    } catch (error) {
      return faultEvent(setFault(number, '', `no JSON: ${(error as SyntaxError).message}`));
    }
    if (row === null || typeof row !== 'object' || Array.isArray(row)) {
      return faultEvent(setFault(number, '', 'expected an object'));
    }
    return this.#intake.take(number, row);
  }

  #csvEvent(event: CsvEvent | null): SetEvent | null {
    if (event === null) return null;
    if (event.kind === 'fault') return faultEvent(event.fault, event.last);
    return this.#columns === null ? this.#header(event.record) : this.#row(event.record, this.#columns);
  }

  #header({ line, cells }: CsvRecord): SetEvent | null {
    const names = columnNames(cells);
    const wrong = names.find(
      (name, at) => isPrototypeKey(name) || (name !== '' && names.indexOf(name) !== at),
    );
    if (wrong !== undefined) {
      const reason = isPrototypeKey(wrong) ? 'a name that no column may have' : 'two columns of this name';
      return faultEvent(setFault(line, wrong, reason), true);
    }
    this.#columns = names;
    return null;
  }

  #row({ line, cells }: CsvRecord, columns: readonly string[]): SetEvent | null {
    // Spreadsheets write out rows in which nothing stands.
    if (cells.every((cell) => cell.trim() === '')) return null;
    if (cells.length !== columns.length) {
      const reason = `the number of cells is ${cells.length}, that of columns ${columns.length}`;
      return faultEvent(setFault(line, '', reason));
    }
    // Columns without a name are an index that some programs write; empty cells hold nothing.
    const filled = columns
      .map((name, at) => [name, cells[at] ?? ''] as const)
      .filter(([name, cell]) => name !== '' && cell.trim() !== '');
    return this.#intake.take(line, Object.fromEntries(filled));
  }
}
