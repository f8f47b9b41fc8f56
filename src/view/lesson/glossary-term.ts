import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../style/controls.ts';

/** Long enough to move from the word to its explanation over the gap between them. */
const LEAVES_AFTER = 150;
/** Pixels that stay free beside the explanation. */
const MARGIN = 8;

/**
 * A word that is explained where it stands. The explanation comes on hover, focus and tap, stays while
 * either the word or the explanation has the pointer or the focus, and goes by Escape without moving
 * them (WCAG 1.4.13).
 */
@customElement('cat-term')
export class GlossaryTerm extends LitElement {
  /** As the sentence has it. */
  @property() shown = '';
  @property() means = '';

  @state() private open = false;
  @query('.means') private box!: HTMLElement;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
        position: relative;
      }
      button {
        display: inline;
        min-height: 0;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: underline dotted var(--chalk-edge) 0.12em;
        text-underline-offset: 0.2em;
        cursor: help;
      }
      button:hover {
        background: var(--chalk);
      }
      .means {
        position: absolute;
        z-index: 3;
        inset-block-start: 100%;
        left: var(--shift, 0px);
        width: max-content;
        max-width: min(20rem, calc(100vw - 1rem));
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--chalk-edge);
        border-radius: var(--round-s);
        background: var(--sheet);
        box-shadow: 0 2px 8px rgb(0 0 0 / 25%);
        color: var(--ink);
        font-family: var(--font-text);
        font-size: var(--text-s);
        line-height: 1.4;
        white-space: normal;
      }
      .means:not(.open) {
        visibility: hidden;
        width: 0;
        height: 0;
        padding: 0;
        border: 0;
        overflow: hidden;
      }
    `,
  ];

  constructor() {
    super();
    this.addEventListener('pointerenter', this.#enter);
    this.addEventListener('pointerleave', this.#leave);
    this.addEventListener('focusin', () => this.#show());
    this.addEventListener('focusout', () => this.#hide());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hide();
  }

  override render(): TemplateResult {
    return html`<button type="button" aria-describedby="means" @click=${() => this.#show()}
        >${this.shown}</button
      ><span id="means" class="means ${this.open ? 'open' : ''}">${this.means}</span>`;
  }

  protected override updated(): void {
    if (this.open) this.#place();
  }

  readonly #enter = (): void => {
    clearTimeout(this.#leaving);
    this.#show();
  };

  /** What has the focus stays explained; a finger leaves whatever it has tapped. */
  readonly #leave = ({ pointerType }: PointerEvent): void => {
    clearTimeout(this.#leaving);
    if (pointerType === 'touch' || this.shadowRoot?.activeElement !== null) return;
    this.#leaving = setTimeout(() => this.#hide(), LEAVES_AFTER);
  };

  #show(): void {
    if (this.open) return;
    this.open = true;
    // Where the pointer alone has opened it, no element of ours has the focus.
    document.addEventListener('keydown', this.#key, { capture: true });
    document.addEventListener('pointerdown', this.#elsewhere);
  }

  #hide(): void {
    clearTimeout(this.#leaving);
    this.open = false;
    document.removeEventListener('keydown', this.#key, { capture: true });
    document.removeEventListener('pointerdown', this.#elsewhere);
  }

  readonly #elsewhere = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.#hide();
  };

  /** Escape closes the explanation, and nothing else at the same time. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#hide();
  };

  /** Below the word, and inside the window wherever the word stands in its line. */
  #place(): void {
    const { left } = this.getBoundingClientRect();
    const room = document.documentElement.clientWidth - MARGIN - this.box.offsetWidth;
    const shift = Math.max(MARGIN, Math.min(left, room)) - left;
    this.style.setProperty('--shift', `${shift}px`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-term': GlossaryTerm;
  }
}
