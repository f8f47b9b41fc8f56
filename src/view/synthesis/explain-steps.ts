import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { stepsOf } from '../../run/explanation.ts';
import type { ExplainedStep, Span } from '../../synthesis/explain/explanation.ts';
import type { Explained } from './explain-controller.ts';
import { quotes } from './explain-quotes.ts';
import type { GroupView } from '../group-state.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { prose } from '../markdown/prose.ts';
import { showInBox } from '../show-in-box.ts';
import { controls } from '../style/controls.ts';
import { topStyle } from '../style/evidence.ts';
import { explainStyle } from '../style/explain.ts';
import { proseStyle } from '../style/prose.ts';
import { say } from '../text/current.ts';
import type { Written } from '../written-in.ts';
import { writtenIn } from '../written-in.ts';

/**
 * The synthesis step by step, each with how many answers say the same and how many otherwise. One step
 * can be selected; what the answers say of it then stands below.
 */
@customElement('cat-explain-steps')
export class ExplainSteps extends LitElement {
  @property({ attribute: false }) group: GroupView | null = null;
  @property({ attribute: false }) explained: Explained | null = null;

  /** The one step that Tab reaches; arrows lead to the others. */
  @state() private entry = 0;
  @query('ol') private list!: HTMLElement;

  static override styles = [controls, topStyle, proseStyle, explainStyle];

  protected override willUpdate(): void {
    const { explanation, step } = this.explained ?? { explanation: null, step: null };
    const count = explanation === null ? 0 : stepsOf(explanation).length;
    if (step !== null) this.entry = step;
    else if (this.entry >= count) this.entry = 0;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const selected = this.renderRoot.querySelector('[aria-expanded=true]');
    if (changed.has('explained') && selected !== null) showInBox(selected);
  }

  override render(): TemplateResult | typeof nothing {
    const { group, explained } = this;
    if (group === null || explained === null) return nothing;
    const { explanation, step: selected, parting } = explained;
    let place = -1;
    return html`
      <div class="text" role="group" aria-label=${say.synthesis.label}>
        <ol @keydown=${this.#key}>
          ${explanation.parts.map((part) => {
            if (part.kind === 'aside') return html`<li class="aside" dir="auto" lang=${this.#written}>${prose(this.#said(part), LINE)}</li>`;
            place += 1;
            return this.#step(part, place, place === selected);
          })}
        </ol>
      </div>
      <div id="quotes" class="quotes">
        ${selected === null
          ? place < 0
            ? nothing
            : html`<p class="hint">${say.explain.hint}</p>`
          : quotes({ group, explanation, step: selected, close: () => this.#close(selected) })}
      </div>
      ${parting === null ? nothing : html`<p class="parting">${say.explain.parting(parting)}</p>`}
    `;
  }

  #step(step: ExplainedStep, place: number, isSelected: boolean): TemplateResult {
    const { supports, contradicts } = step;
    return html`<li>
      <button
        type="button"
        class="step"
        tabindex=${place === this.entry ? 0 : -1}
        aria-expanded=${isSelected}
        aria-controls="quotes"
        @click=${() => this.#select(isSelected ? null : place)}
        @focus=${() => (this.entry = place)}
      >
        <span class="number"><span class="heard">${say.explain.step(place)}: </span
          ><span aria-hidden="true">${place + 1}</span></span>
        <span class="said" dir="auto" lang=${this.#written}>${prose(unnumbered(this.#said(step), place + 1), LINE)}</span>
        <span class="heard">${say.explain.marks(supports.length, contradicts.length)}</span>
        <span class="counts" aria-hidden="true">
          <span class=${supports.length === 0 ? 'none' : ''} title=${say.explain.supports}
            >${icon('same')}${supports.length}</span
          >
          <span
            class=${contradicts.length === 0 ? 'none' : 'contradicts'}
            title=${say.explain.contradicts}
            >${icon('otherwise')}${contradicts.length}</span
          >
        </span>
      </button>
    </li>`;
  }

  get #written(): Written {
    return writtenIn(this.group?.recipe.anchor);
  }

  #said({ start, end }: Span): string {
    return this.group?.synthesis?.text.slice(start, end) ?? '';
  }

  #select(step: number | null): void {
    intend(this, 'cat-step', step);
  }

  /** The button that closes is gone then, and the focus belongs where it came from. */
  #close(step: number): void {
    this.#select(null);
    this.#buttons()[step]?.focus();
  }

  readonly #key = (event: KeyboardEvent): void => {
    const buttons = this.#buttons();
    const at = buttons.findIndex((button) => button === event.target);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const button = at < 0 || next === undefined ? undefined : buttons[next];
    if (button === undefined) return;
    event.preventDefault();
    button.focus();
  };

  #buttons(): HTMLButtonElement[] {
    return [...this.list.querySelectorAll<HTMLButtonElement>('button.step')];
  }
}

/** A step is a button, and a quotation part of a line: no blocks stand in them. */
const LINE = { line: true };

/** The list counts the steps itself: a text that begins with that same number would say it twice. */
const unnumbered = (text: string, number: number): string =>
  text.startsWith(`${number}. `) ? text.slice(`${number}. `.length) : text;

declare global {
  interface HTMLElementTagNameMap {
    'cat-explain-steps': ExplainSteps;
  }
}
