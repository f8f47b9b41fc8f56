/**
 * Bytes to lines, piece by piece. Lines end with LF, CR or both; U+2028 and U+2029, which JSON texts
 * may hold, end none. Each line is decoded on its own, so that a broken byte is the fault of one line
 * and a file of any size is never one text.
 */
import type { Encoding } from './encoding.ts';
import { encodingOf, HEAD } from './encoding.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Its end as it stands in the file; empty at the end of a file without one. */
  readonly end: '\n' | '\r\n' | '\r' | '';
  /** Why the text cannot be relied on. */
  readonly broken?: string;
}

/** Bytes. Rows of real sets have some hundred thousand at most. */
export const LONGEST_LINE = 8 * 1024 * 1024;

const LF = 0x0a;
const CR = 0x0d;

export class LineSplitter {
  /** Null until there are bytes to tell by. */
  encoding: Encoding | null = null;
  /** Why these bytes are no text at all; nothing is read from then on. */
  refused: string | null = null;
  #head = new Uint8Array(0);
  #utf16: TextDecoder | null = null;
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  readonly #lenient = new TextDecoder('utf-8');
  #parts: Uint8Array[] = [];
  #size = 0;
  /** The last piece ended in CR, and an LF would belong to it. */
  #afterCr = false;
  #number = 0;

  /** The lines that end in this piece. */
  push(bytes: Uint8Array): Line[] {
    if (this.refused !== null) return [];
    if (this.encoding !== null) return this.#split(this.#utf8(bytes));
    const head = join([this.#head, bytes]);
    this.#head = head;
    return head.length < HEAD ? [] : this.#begin();
  }

  /** The rest, which no line end follows. */
  end(): Line[] {
    const lines = this.encoding === null && this.refused === null ? this.#begin() : [];
    if (this.refused !== null) return [];
    if (this.#utf16 !== null) {
      lines.push(...this.#split(new TextEncoder().encode(this.#utf16.decode())));
    }
    if (this.#afterCr) lines.push(this.#line('\r'));
    else if (this.#size > 0) lines.push(this.#line(''));
    return lines;
  }

  #begin(): Line[] {
    const found = encodingOf(this.#head);
    if (typeof found === 'string') {
      this.refused = found;
      return [];
    }
    this.encoding = found.encoding;
    if (found.encoding !== 'utf-8') this.#utf16 = new TextDecoder(found.encoding);
    const rest = this.#head.subarray(found.mark);
    this.#head = new Uint8Array(0);
    return this.#split(this.#utf8(rest));
  }

  #utf8(bytes: Uint8Array): Uint8Array {
    if (this.#utf16 === null) return bytes;
    return new TextEncoder().encode(this.#utf16.decode(bytes, { stream: true }));
  }

  #split(bytes: Uint8Array): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (this.#afterCr) {
        lines.push(this.#line(byte === LF ? '\r\n' : '\r'));
        from = byte === LF ? at + 1 : at;
        if (byte === LF) continue;
      }
      if (byte !== LF && byte !== CR) continue;
      this.#keep(bytes.subarray(from, at));
      from = at + 1;
      if (byte === LF) lines.push(this.#line('\n'));
      else this.#afterCr = true;
    }
    if (from < bytes.length) this.#keep(bytes.subarray(from));
    return lines;
  }

  #keep(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > LONGEST_LINE) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part.slice());
  }

  #line(end: Line['end']): Line {
    const bytes = join(this.#parts);
    const tooLong = this.#size > LONGEST_LINE;
    this.#parts = [];
    this.#size = 0;
    this.#afterCr = false;
    this.#number += 1;
    const number = this.#number;
    if (tooLong) return { number, text: '', end, broken: `longer than ${LONGEST_LINE} bytes` };
    try {
      const text = this.#strict.decode(bytes);
      const lost = this.#utf16 !== null && text.includes('\uFFFD');
      return lost ? { number, text, end, broken: 'no text in UTF-16' } : { number, text, end };
    } catch {
      return { number, text: this.#lenient.decode(bytes), end, broken: 'no text in UTF-8: is it a text file, saved as UTF-8?' };
    }
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
