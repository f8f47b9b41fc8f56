/** Draws TeX as MathML, with KaTeX, which comes with the first formula. What it cannot read stays text. */
import type { TemplateResult } from 'lit';
import { html, noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { mathOf } from './mathml.ts';
import type { Built } from './mathml.ts';
import type { Maths } from './tree.ts';

/** What KaTeX offers for output of one's own, and its types leave out: the tree before there is any DOM. */
interface Katex {
  __renderToDomTree(tex: string, options: object): { readonly children: readonly Built[] };
}

/** Definitions, which can grow without bound, and have no place in an answer. */
const DEFINES = /\\(?:[gex]?def|(?:re)?newcommand|providecommand|(?:g|future|global)?let|newenvironment)(?![a-z])/i;

let katex: Katex | null = null;
let coming: Promise<unknown> | null = null;
const waiting = new Set<() => void>();

function fetchKatex(): void {
  coming ??= import('katex').then(
    (module) => {
      katex = module as unknown as Katex;
      for (const draw of waiting) draw();
      waiting.clear();
    },
    // A later formula tries again.
    () => (coming = null),
  );
}

/** Formulas as they were drawn, by display and TeX: texts that stream draw theirs again and again. */
const drawn = new Map<string, Element | null>();
const MOST_KEPT = 500;

/** Null where it cannot be read, or is too large. */
function draw({ __renderToDomTree: build }: Katex, { tex, display }: Maths): Element | null {
  const key = `${display ? 'd' : 'i'}${tex}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const made = attempt(() => {
    const options = {
      ...({ output: 'mathml', trust: false, strict: 'ignore', throwOnError: true } as const),
      ...{ displayMode: display, maxExpand: 300, maxSize: 10 },
    };
    return mathOf({ children: build(tex, options).children });
  });
  if (drawn.size >= MOST_KEPT) drawn.delete(drawn.keys().next().value ?? '');
  drawn.set(key, made);
  return made;
}

/** KaTeX throws on what it cannot read, and the stack ends on what nests without end. */
function attempt(work: () => Element): Element | null {
  try {
    return work();
  } catch {
    return null;
  }
}

class MathsDirective extends AsyncDirective {
  #maths: Maths | null = null;
  #node: Node | null = null;

  override render(maths: Maths): unknown {
    const before = this.#maths;
    this.#maths = maths;
    const isSame = before !== null && before.tex === maths.tex && before.display === maths.display;
    if (isSame && this.#node !== null) return noChange;
    this.#node = null;
    if (DEFINES.test(maths.tex)) return maths.source;
    if (katex === null) {
      waiting.add(this.#drawLater);
      fetchKatex();
      return maths.source;
    }
    const made = draw(katex, maths);
    if (made === null) return maths.source;
    return (this.#node = made.cloneNode(true));
  }

  readonly #drawLater = (): void => {
    if (this.isConnected && this.#maths !== null) this.setValue(this.render({ ...this.#maths }));
  };

  protected override disconnected(): void {
    waiting.delete(this.#drawLater);
  }

  protected override reconnected(): void {
    this.#drawLater();
  }
}

const drawMaths = directive(MathsDirective);

/** Read aloud by the browser's own MathML; its source is what it is until it is drawn. */
export const maths = (one: Maths): TemplateResult =>
  html`<span class=${one.display ? 'formula display' : 'formula'}>${drawMaths(one)}</span>`;
