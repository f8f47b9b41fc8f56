/**
 * Paragraphs, headings, lists, tables, quotes, code and displayed maths, line by line. Each line is
 * looked at once for each list or quote that it stands in, and those nest only so deep.
 */
import { parseInline } from './inline.ts';
import { LONGEST_TEX } from './maths-at.ts';
import { cut } from './source.ts';
import type { Line } from './source.ts';
import { columnsOf, isDelimiters } from './table.ts';
import type { Block, ListItem, Maths } from './tree.ts';

/** Deeper lists and quotes are text. */
const DEEPEST = 6;

const isBlank = ({ text }: Line): boolean => text.trim() === '';
const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(?=\S)/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( +)(?=\S)/;
const isRule = (text: string): boolean => {
  const marks = text.replaceAll(/[ \t]/g, '');
  return marks.length >= 3 && /^[-*_]/.test(marks) && marks === marks.charAt(0).repeat(marks.length);
};
/** By what a line of displayed maths opens with, what ends it. */
const CLOSERS: Readonly<Record<string, string>> = { '$$': '$$', '\\[': '\\]' };

export function parseBlocks(lines: readonly Line[], depth = 0): readonly Block[] {
  return new Reader(lines, depth).read();
}

class Reader {
  readonly #lines: readonly Line[];
  readonly #depth: number;
  readonly #blocks: Block[] = [];
  /** Closers that the rest of the text has not. */
  readonly #missing = new Set<string>();
  #at = 0;

  constructor(lines: readonly Line[], depth: number) {
    this.#lines = lines;
    this.#depth = depth;
  }

  read(): readonly Block[] {
    for (let line = this.#line(); line !== undefined; line = this.#line()) {
      if (isBlank(line)) this.#at += 1;
      else this.#blocks.push(this.#block(line));
    }
    return this.#blocks;
  }

  #line(ahead = 0): Line | undefined {
    return this.#lines[this.#at + ahead];
  }

  #block(line: Line): Block {
    const { text } = line;
    const fence = FENCE.exec(text);
    if (fence !== null) return this.#code(fence[1] ?? '', (fence[2] ?? '').trim());
    const maths = this.#maths(line);
    if (maths !== null) return { kind: 'maths', maths };
    const heading = HEADING.exec(text);
    if (heading !== null) {
      this.#at += 1;
      return { kind: 'heading', parts: parseInline([cut(line, heading[0].length)]) };
    }
    if (isRule(text)) {
      this.#at += 1;
      return { kind: 'rule' };
    }
    if (this.#depth < DEEPEST && QUOTE.test(text)) return this.#quote();
    if (this.#depth < DEEPEST && ITEM.test(text)) return this.#list();
    if (this.#isTable(line)) return this.#table();
    return this.#paragraph();
  }

  /** To its closing fence, or to the end: a text that is still being written has none yet. */
  #code(fence: string, language: string): Block {
    const begin = (this.#at += 1);
    const closes = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
    while (this.#at < this.#lines.length && !closes.test(this.#line()?.text ?? '')) this.#at += 1;
    const lines = this.#lines.slice(begin, this.#at);
    this.#at += 1;
    return {
      kind: 'code',
      language,
      lines: lines.map(({ text, at }, place) => ({
        kind: 'code',
        text: place === lines.length - 1 ? text : `${text}\n`,
        at,
      })),
    };
  }

  /** Maths that has its lines to itself; null, and a paragraph for now, where it is not closed. */
  #maths(line: Line): Maths | null {
    const indent = line.text.length - line.text.trimStart().length;
    const opener = line.text.slice(indent, indent + 2);
    const closer = CLOSERS[opener];
    if (closer === undefined || this.#missing.has(closer)) return null;
    const gathered: string[] = [];
    let length = 0;
    for (let ahead = 0; ; ahead++) {
      const next = this.#line(ahead);
      if (next === undefined) {
        this.#missing.add(closer);
        return null;
      }
      const text = ahead === 0 ? next.text.slice(indent + 2) : next.text;
      const end = text.indexOf(closer);
      gathered.push(end < 0 ? text : text.slice(0, end));
      length += text.length;
      if (length > LONGEST_TEX) return null;
      if (end < 0) continue;
      const isAlone = text.slice(end + 2).trim() === '';
      const tex = gathered.join('\n').trim();
      if (!isAlone || tex === '') return null;
      this.#at += ahead + 1;
      const source = `${opener}${gathered.join('\n')}${closer}`;
      return { kind: 'maths', tex, source, display: true, at: line.at + indent };
    }
  }

  #quote(): Block {
    const inner: Line[] = [];
    for (let line = this.#line(); line !== undefined; line = this.#line()) {
      const mark = QUOTE.exec(line.text);
      if (mark === null) break;
      inner.push(cut(line, mark[0].length));
      this.#at += 1;
    }
    return { kind: 'quote', blocks: parseBlocks(inner, this.#depth + 1) };
  }

  #list(): Block {
    const items: ListItem[] = [];
    for (let line = this.#line(); line !== undefined; line = this.#line()) {
      const mark = ITEM.exec(line.text);
      if (mark === null || isRule(line.text)) break;
      items.push(this.#item(line, mark));
    }
    return { kind: 'list', items };
  }

  /** Its first line and what is indented below it; one blank line may stand between. */
  #item(first: Line, [whole, , marker = '']: RegExpExecArray): ListItem {
    const indent = Math.min(whole.length, 4);
    const inner: Line[] = [cut(first, whole.length)];
    this.#at += 1;
    for (let line = this.#line(); line !== undefined; line = this.#line()) {
      const spaces = line.text.length - line.text.trimStart().length;
      const next = isBlank(line) ? this.#line(1) : line;
      const inside =
        next !== undefined &&
        !isBlank(next) &&
        (next === line ? spaces : next.text.length - next.text.trimStart().length) >= 2;
      if (!inside && (isBlank(line) || this.#begins(line))) break;
      inner.push(cut(line, Math.min(spaces, indent)));
      this.#at += 1;
    }
    // A blank line between items ends none of them.
    const after = this.#line();
    const beyond = this.#line(1);
    if (after !== undefined && isBlank(after) && beyond !== undefined && ITEM.test(beyond.text)) this.#at += 1;
    return {
      marker: /\d/.test(marker) ? marker : '•',
      blocks: parseBlocks(inner, this.#depth + 1),
    };
  }

  #isTable(line: Line): boolean {
    const next = this.#line(1);
    return next !== undefined && line.text.includes('|') && isDelimiters(next.text);
  }

  #table(): Block {
    const rows: Line[] = [];
    for (let line = this.#line(); line?.text.includes('|') === true; line = this.#line()) {
      rows.push(line);
      this.#at += 1;
    }
    rows.splice(1, 1);
    return {
      kind: 'table',
      rows: rows.map((row) => columnsOf(row).map((cell) => parseInline([cell]))),
    };
  }

  /** Whether a line ends the paragraph above it. */
  #begins(line: Line): boolean {
    const { text } = line;
    return (
      FENCE.test(text) ||
      HEADING.test(text) ||
      isRule(text) ||
      (this.#depth < DEEPEST && (QUOTE.test(text) || ITEM.test(text))) ||
      /^\s*(\$\$|\\\[)/.test(text)
    );
  }

  #paragraph(): Block {
    const lines: Line[] = [];
    for (let line = this.#line(); line !== undefined && !isBlank(line); line = this.#line()) {
      // What displayed maths seems to begin with, and was none, is read within the paragraph.
      if (lines.length > 0 && (this.#begins(line) || this.#isTable(line))) break;
      lines.push(line);
      this.#at += 1;
    }
    return { kind: 'paragraph', parts: parseInline(lines) };
  }
}
