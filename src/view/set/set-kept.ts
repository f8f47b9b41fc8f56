import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SetId } from '../../base/id.ts';
import type { Experiments } from '../../run/experiments.ts';
import { when } from '../format.ts';
import { icon } from '../icon.ts';
import { confirmStyle } from '../style/confirm.ts';
import { controls } from '../style/controls.ts';
import { setsStyle } from '../style/sets.ts';
import { tell } from '../text/sets.ts';
import { want } from './want.ts';

/** A line of the list, without its questions. */
type QuestionSet = Awaited<ReturnType<Experiments['sets']>>[number];

/** Sets that are kept in this browser: take one again, or delete it. */
@customElement('cat-set-kept')
export class SetKept extends LitElement {
  @property({ attribute: false }) experiments: Pick<Experiments, 'sets' | 'removeSet'> | null = null;

  @state() private sets: readonly QuestionSet[] = [];
  @state() private removing: SetId | null = null;
  @state() private said = '';
  /** Counts the readings: an earlier one that ends later shows nothing. */
  #readings = 0;

  static override styles = [controls, confirmStyle, setsStyle];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('experiments')) void this.#list();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('removing') && this.removing !== null) {
      this.renderRoot.querySelector<HTMLElement>('[data-next]')?.focus();
    }
  }

  override render(): TemplateResult {
    return html`<section class="part" aria-labelledby="heading">
      <h3 id="heading" tabindex="-1">${tell.kept.heading}</h3>
      ${this.sets.length === 0 ? html`<p class="soft">${tell.kept.none}</p>` : this.#rows()}
      <p class="heard" role="status">${this.said}</p>
    </section>`;
  }

  #rows(): TemplateResult {
    return html`<ul class="field">
      ${repeat(
        this.sets,
        ({ id }) => id,
        (set) =>
          html`<li class="field sheet-line">
            <h4>${set.name}</h4>
            <p class="soft">${tell.kept.facts(set.count, set.open, when(set.createdAt))}</p>
            ${set.id === this.removing ? this.#sure(set) : this.#offer(set)}
          </li>`,
      )}
    </ul>`;
  }

  #offer({ id, name }: QuestionSet): TemplateResult {
    return html`<div class="row">
      <button type="button" @click=${() => want(this, { kind: 'kept', name, id })}>
        ${tell.kept.take(name)}
      </button>
      <button
        class="plain"
        type="button"
        aria-label=${tell.kept.removeLabel(name)}
        @click=${() => (this.removing = id)}
      >
        ${icon('remove')}${tell.kept.remove}
      </button>
    </div>`;
  }

  #sure(set: QuestionSet): TemplateResult {
    const question = tell.kept.sure(set.name);
    return html`<div class="confirm" role="group" aria-label=${question}>
      <strong>${question}</strong>
      <div class="bar">
        <button type="button" data-next @click=${() => void this.#remove(set)}>
          ${tell.kept.remove}
        </button>
        <button type="button" @click=${this.#stay}>${tell.kept.cancel}</button>
      </div>
    </div>`;
  }

  async #list(): Promise<void> {
    const reading = ++this.#readings;
    const sets = (await this.experiments?.sets()) ?? [];
    if (reading === this.#readings) this.sets = sets;
  }

  async #remove({ id, name }: QuestionSet): Promise<void> {
    await this.experiments?.removeSet(id);
    await this.#list();
    this.said = tell.kept.removed(name);
    this.#stay();
  }

  #stay(): void {
    this.removing = null;
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-set-kept': SetKept;
  }
}
