/**
 * The one renderer of model text: what is read in it, as templates of elements chosen here. No text is
 * ever parsed as HTML; links and pictures are their words and their address.
 */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { parseBlocks } from './blocks.ts';
import { parseInline } from './inline.ts';
import { maths } from './maths.ts';
import { linesOf } from './source.ts';
import type { Block, Inline, Leaf, ListItem } from './tree.ts';
import { UNSEEN } from './unseen.ts';

/** A stretch of the text that is marked. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

export interface Drawing {
  readonly mark: Marked | null;
  /** Within a line of something else: no blocks. */
  readonly line: boolean;
}

export type Parsed = readonly Block[] | readonly Inline[];

export const parse = (text: string, line: boolean): Parsed =>
  line ? parseInline(linesOf(text)) : parseBlocks(linesOf(text));

export function draw(parsed: Parsed, { mark, line }: Drawing): unknown {
  return line
    ? inlines(parsed as readonly Inline[], mark)
    : html`<div class="prose">${blocks(parsed as readonly Block[], mark)}</div>`;
}

const blocks = (all: readonly Block[], mark: Marked | null): TemplateResult[] =>
  all.map((one) => block(one, mark));

// Spaces between tags would show: the texts keep theirs.
function block(one: Block, mark: Marked | null): TemplateResult {
  switch (one.kind) {
    case 'paragraph':
      return html`<p dir="auto">${inlines(one.parts, mark)}</p>`;
    case 'heading':
      return html`<p class="title" dir="auto">${inlines(one.parts, mark)}</p>`;
    case 'code':
      return html`<pre dir="ltr">${one.language === ''
        ? nothing
        : html`<span class="language">${visible(one.language)}</span>`}<code>${one.lines.map((each) => leaf(each, mark))}</code></pre>`;
    case 'maths':
      return html`<p>${inline(one.maths, mark)}</p>`;
    case 'quote':
      return html`<blockquote>${blocks(one.blocks, mark)}</blockquote>`;
    case 'list':
      return html`<ul>${one.items.map((each) => item(each, mark))}</ul>`;
    case 'table':
      return html`<div class="wide"><table>${one.rows.map(
        (row, at) => html`<tr>${row.map((cell) => cellOf(cell, at === 0, mark))}</tr>`,
      )}</table></div>`;
    case 'rule':
      return html`<hr />`;
    default:
      return one satisfies never;
  }
}

const cellOf = (parts: readonly Inline[], isHead: boolean, mark: Marked | null): TemplateResult =>
  isHead
    ? html`<th dir="auto">${inlines(parts, mark)}</th>`
    : html`<td dir="auto">${inlines(parts, mark)}</td>`;

const item = ({ marker, blocks: inner }: ListItem, mark: Marked | null): TemplateResult =>
  html`<li><span class="marker">${marker} </span><div>${blocks(inner, mark)}</div></li>`;

const inlines = (parts: readonly Inline[], mark: Marked | null): unknown[] =>
  parts.map((part) => inline(part, mark));

function inline(part: Inline, mark: Marked | null): unknown {
  switch (part.kind) {
    case 'text':
      return leaf(part, mark);
    case 'code':
      return html`<code>${leaf(part, mark)}</code>`;
    case 'address':
      return html` <span class="address" dir="ltr">(${leaf(part, mark)})</span>`;
    case 'maths': {
      const { at, source } = part;
      const isMarked = mark !== null && mark.start < at + source.length && mark.end > at;
      return isMarked ? html`<mark class=${mark.kind}>${maths(part)}</mark>` : maths(part);
    }
    case 'strong':
      return html`<strong>${inlines(part.parts, mark)}</strong>`;
    case 'em':
      return html`<em>${inlines(part.parts, mark)}</em>`;
    case 'del':
      return html`<del>${inlines(part.parts, mark)}</del>`;
    default:
      return part satisfies never;
  }
}

function leaf({ text, at }: Leaf, mark: Marked | null): unknown {
  const start = mark === null ? 0 : Math.max(mark.start - at, 0);
  const end = mark === null ? 0 : Math.min(mark.end - at, text.length);
  if (mark === null || start >= end) return visible(text);
  return html`${visible(text.slice(0, start))}<mark class=${mark.kind}>${visible(
    text.slice(start, end),
  )}</mark>${visible(text.slice(end))}`;
}

/** Shown by their names. */
const UNSEEN_RUN = new RegExp(`${UNSEEN}+`, 'gu');

function visible(text: string): unknown {
  const parts: unknown[] = [];
  let from = 0;
  for (const { 0: unseen, index } of text.matchAll(UNSEEN_RUN)) {
    const names = [...unseen].map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
    parts.push(text.slice(from, index), html`<span class="unseen">${names.join(' ')}</span>`);
    from = index + unseen.length;
  }
  return parts.length === 0 ? text : [...parts, text.slice(from)];
}
