import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { readUrl } from '../model/model-address.ts';
import { confirmStyle } from '../style/confirm.ts';
import { controls } from '../style/controls.ts';
import { setsStyle } from '../style/sets.ts';
import { tell } from '../text/sets.ts';
import { nameOf } from './gather.ts';
import { hostAsk } from './host-ask.ts';
import { want } from './want.ts';

/** A set that a person brings: a file, rows that are pasted, an address whose host is confirmed first. */
@customElement('cat-set-bring')
export class SetBring extends LitElement {
  @state() private pasted = '';
  @state() private address = '';
  @state() private invalid = false;
  /** Read from what was typed, and not yet confirmed. */
  @state() private found: URL | null = null;
  @query('#file') private file!: HTMLInputElement;
  @query('#address') private field!: HTMLInputElement;

  static override styles = [
    controls,
    confirmStyle,
    setsStyle,
    css`
      input[type='file'] {
        padding: var(--space-1);
      }
    `,
  ];

  override focus(): void {
    this.file.focus();
  }

  protected override updated(changed: PropertyValues): void {
    // The button that led here has gone; the keyboard's place goes on with the question.
    if (changed.has('found') && this.found !== null) {
      this.renderRoot.querySelector<HTMLElement>('[data-next]')?.focus();
    }
  }

  override render(): TemplateResult {
    const words = tell.bring;
    return html`<section class="part" aria-labelledby="heading">
      <h3 id="heading">${words.heading}</h3>
      <p class="soft">${words.text}</p>
      <label class="field">
        ${words.file}
        <input id="file" type="file" @change=${this.#chosen} />
      </label>
      <form class="row" @submit=${this.#read}>
        <label class="field wide">
          ${words.pasted}
          <textarea
            id="pasted"
            rows="3"
            spellcheck="false"
            placeholder=${words.pastedPlaceholder}
            .value=${this.pasted}
            @input=${(event: Event) => (this.pasted = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
        <button type="submit" ?disabled=${this.pasted.trim() === ''}>${words.read}</button>
      </form>
      ${this.found === null ? this.#typed() : this.#ask(this.found)}
    </section>`;
  }

  #typed(): TemplateResult {
    const words = tell.bring;
    return html`<form class="row" novalidate @submit=${this.#next}>
        <label class="field wide">
          ${words.address}
          <input
            id="address"
            type="url"
            spellcheck="false"
            autocomplete="off"
            placeholder=${words.addressPlaceholder}
            aria-describedby="fault"
            aria-invalid=${this.invalid ? 'true' : 'false'}
            .value=${this.address}
            @input=${this.#edited}
          />
        </label>
        <button type="submit" ?disabled=${this.address.trim() === ''}>${words.next}</button>
      </form>
      <p id="fault" class="wrong" ?hidden=${!this.invalid}>
        ${this.invalid ? html`${icon('warn')} ${words.invalid}` : nothing}
      </p>`;
  }

  #ask(url: URL): TemplateResult {
    return hostAsk({
      url: url.href,
      facts: [],
      confirm: () => {
        this.found = null;
        intend(this, 'cat-confirm', [url.host]);
        const name = nameOf(url.pathname.split('/').at(-1) ?? '');
        want(this, { kind: 'address', name: name === '' ? url.host : name, url: url.href });
      },
      cancel: () => {
        this.found = null;
        void this.updateComplete.then(() => this.field.focus());
      },
    });
  }

  #edited(event: Event): void {
    this.address = (event.target as HTMLInputElement).value;
    this.invalid = false;
  }

  #next(event: Event): void {
    event.preventDefault();
    this.found = readUrl(this.address);
    this.invalid = this.found === null;
  }

  #chosen(): void {
    const files = [...(this.file.files ?? [])];
    // The same file chosen once more, after it was corrected, is a change again.
    this.file.value = '';
    if (files.length > 0) want(this, { kind: 'files', files });
  }

  #read(event: Event): void {
    event.preventDefault();
    want(this, { kind: 'text', name: tell.bring.pastedName, text: this.pasted });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-set-bring': SetBring;
  }
}
