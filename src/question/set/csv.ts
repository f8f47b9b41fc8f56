/**
 * Lines to records of comma-separated values (RFC 4180), also with semicolons or tabs between them.
 * Our own, since libraries count records where a fault needs the line, and take one text or one
 * encoding. A quoted cell may hold separators, doubled quotes and line ends, and so cover many lines;
 * a quote inside an unquoted cell stands for itself, as spreadsheets write it.
 */
import type { SetFault } from './item.ts';
import { setFault } from './item.ts';
import type { Line } from './lines.ts';
import { LONGEST_LINE } from './lines.ts';

export type Separator = ',' | ';' | '\t';

export interface CsvRecord {
  /** The line that it begins in. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record, the fault in its place, or the fault after which nothing can be read. */
export type CsvEvent =
  | { readonly kind: 'record'; readonly record: CsvRecord }
  | { readonly kind: 'fault'; readonly fault: SetFault; readonly last: boolean };

/** At the start of a cell, between its quotes, or behind them. */
type Place = 'start' | 'quoted' | 'after';

export class CsvReader {
  readonly #separator: Separator;
  #cells: string[] = [];
  #cell = '';
  #place: Place = 'start';
  /** Lines from 1; 0 between records. */
  #begun = 0;
  #size = 0;
  #fault: SetFault | null = null;

  constructor(separator: Separator) {
    this.#separator = separator;
  }

  /** What ends with this line; an empty line between records is nothing. */
  push(line: Line): CsvEvent | null {
    if (this.#begun === 0) {
      if (line.text.trim() === '' && line.broken === undefined) return null;
      this.#begun = line.number;
    }
    if (line.broken !== undefined) this.#blame(line.number, line.broken);
    this.#read(line);
    if (this.#place !== 'quoted') return this.#finish();
    this.#cell += line.end;
    this.#size += line.text.length;
    if (this.#size <= LONGEST_LINE) return null;
    return { kind: 'fault', fault: this.#unclosed(), last: true };
  }

  end(): CsvEvent | null {
    return this.#begun === 0 ? null : { kind: 'fault', fault: this.#unclosed(), last: true };
  }

  /** In runs, not by characters: a long cell would be as many small texts. */
  #read({ text, number }: Line): void {
    let at = 0;
    while (at < text.length) {
      if (this.#place === 'quoted') {
        const close = text.indexOf('"', at);
        this.#cell += text.slice(at, close < 0 ? text.length : close);
        if (close < 0) return;
        const isDoubled = text[close + 1] === '"';
        if (isDoubled) this.#cell += '"';
        else this.#place = 'after';
        at = close + (isDoubled ? 2 : 1);
      } else if (this.#place === 'start' && text[at] === '"') {
        this.#place = 'quoted';
        at += 1;
      } else {
        const next = text.indexOf(this.#separator, at);
        const part = text.slice(at, next < 0 ? text.length : next);
        if (this.#place === 'start') this.#cell = part;
        else if (part.trim() !== '') this.#blame(number, 'text between a closing quote and the next cell');
        if (next < 0) return;
        this.#next();
        at = next + 1;
      }
    }
  }

  #next(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#place = 'start';
  }

  /** The first fault of a record stands for it. */
  #blame(line: number, reason: string): void {
    this.#fault ??= setFault(line, '', reason);
  }

  #finish(): CsvEvent {
    this.#next();
    const [fault, line, cells] = [this.#fault, this.#begun, this.#cells];
    this.#cells = [];
    this.#begun = 0;
    this.#size = 0;
    this.#fault = null;
    return fault === null
      ? { kind: 'record', record: { line, cells } }
      : { kind: 'fault', fault, last: false };
  }

  #unclosed(): SetFault {
    return setFault(this.#begun, '', 'a quote that opens here or in the lines below is never closed');
  }
}
