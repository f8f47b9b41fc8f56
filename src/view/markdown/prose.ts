/**
 * A model's text in a template: `${prose(text)}`. It stands there as it came, and is drawn with its
 * markup and maths where it has any, once the renderer is fetched, unless the exact text is wanted.
 */
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { html } from 'lit';
import { exact } from './exact.ts';
import { UNSEEN } from './unseen.ts';
import type * as rendering from './render.ts';
import type { Marked, Parsed } from './render.ts';

export interface ProseOptions {
  readonly mark?: Marked | null;
  /** Within a line, or a button: emphasis, code and maths alone. */
  readonly line?: boolean;
}

/** Longer texts are shown as they are. */
const LONGEST = 64_000;

/** What tells of markup, or of signs that nobody sees. Numbers before lines read well as they are. */
const MARKUP = new RegExp(
  [
    ...['`', '\\*\\*', '~~', '\\]\\(', '\\\\[(\\[]', '\\\\boxed\\{', '\\$\\$', '\\$[^\\s$](?:[^$\\n]*[^\\s$\\\\])?\\$(?!\\d)'],
    ...['(?:^|[\\s(])[*_](?=[^\\s*_])', '\\|[ \\t]*:?-', '(?:^|\\n) {0,3}(?:#{1,6} |> ?\\S|[-*+] +\\S)'],
    UNSEEN,
  ].join('|'),
  'u',
);

export const hasMarkup = (text: string): boolean => text.length <= LONGEST && MARKUP.test(text);

type Renderer = typeof rendering;

let renderer: Renderer | null = null;
let coming: Promise<unknown> | null = null;
const shown = new Set<() => void>();
const drawAll = (): void => shown.forEach((draw) => draw());
exact.listen(drawAll);

function fetchRenderer(): void {
  coming ??= import('./render.ts').then(
    (module) => {
      renderer = module;
      drawAll();
    },
    // A later text tries again; until then all stand as they came.
    () => (coming = null),
  );
}

class Prose extends AsyncDirective {
  #text = '';
  #options: ProseOptions = {};
  #parsed: { readonly text: string; readonly line: boolean; readonly tree: Parsed } | null = null;

  override render(text: string, options: ProseOptions = {}): unknown {
    this.#text = text;
    this.#options = options;
    const { mark = null, line = false } = options;
    if (!hasMarkup(text)) {
      shown.delete(this.#again);
      return plain(text, mark);
    }
    if (this.isConnected) shown.add(this.#again);
    if (renderer === null) fetchRenderer();
    if (renderer === null || exact.now) return plain(text, mark);
    if (this.#parsed?.text !== text || this.#parsed.line !== line) {
      this.#parsed = { text, line, tree: renderer.parse(text, line) };
    }
    return renderer.draw(this.#parsed.tree, { mark, line });
  }

  readonly #again = (): void => this.setValue(this.render(this.#text, this.#options));

  protected override disconnected(): void {
    shown.delete(this.#again);
  }

  protected override reconnected(): void {
    this.#again();
  }
}

/** The text as it came, with the line that is marked. */
function plain(text: string, mark: Marked | null): unknown {
  if (mark === null) return text;
  const { start, end, kind } = mark;
  return html`${text.slice(0, start)}<mark class=${kind}>${text.slice(start, end)}</mark>${text.slice(end)}`;
}

export const prose = directive(Prose);
