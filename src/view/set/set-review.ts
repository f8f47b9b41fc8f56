import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Fault } from '../../base/fault.ts';
import type { SetItem } from '../../question/set/item.ts';
import type { Experiments } from '../../run/experiments.ts';
import '../fault-note.ts';
import { intend } from '../intent.ts';
import { controls } from '../style/controls.ts';
import { proseStyle } from '../style/prose.ts';
import { setsStyle } from '../style/sets.ts';
import { tell } from '../text/sets.ts';
import type { Candidate } from './candidate.ts';
import type { Choice } from './choice.ts';
import {
  chosenOf,
  everything,
  FACETS,
  filtersOf,
  MOST_CHOSEN,
  SEED_RANGE,
  selectionOf,
} from './choice.ts';
import { numberField } from './number-field.ts';
import { faultList, formatLine, previewStyle, sampleList } from './preview-facts.ts';
import './set-labels.ts';

type Work = 'use' | 'keep';

/**
 * What is in a set, which of its questions are wanted, and what is to be done with them. Sends
 * `cat-set-chosen`, or keeps them; `close` where another set is wanted.
 */
@customElement('cat-set-review')
export class SetReview extends LitElement {
  @property({ attribute: false }) candidate!: Candidate;
  @property({ attribute: false }) experiments: Pick<Experiments, 'keepSet'> | null = null;

  @state() private choice: Choice = everything;
  @state() private name = '';
  /** How many pass the filters; null while they are counted. */
  @state() private matching: number | null = null;
  @state() private work: Work | null = null;
  @state() private fault: Fault | null = null;
  @state() private said = '';
  #counting = new AbortController();
  #taking = new AbortController();

  static override styles = [
    controls,
    setsStyle,
    previewStyle,
    proseStyle,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
      }
      .facets {
        display: grid;
        gap: var(--space-3);
      }
    `,
  ];

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#count();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#counting.abort();
    this.#taking.abort();
    this.work = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('candidate')) return;
    this.#taking.abort();
    this.work = null;
    this.fault = null;
    this.said = '';
    this.choice = everything;
    this.name = this.candidate.name;
    void this.#count();
  }

  override render(): TemplateResult {
    const { preview, sha256, name } = this.candidate;
    const { count, open, faultCount } = preview;
    return html`<section class="part" aria-labelledby="heading">
      <div class="top">
        <h3 id="heading" tabindex="-1">${tell.review.heading(name)}</h3>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>
          ${tell.review.other}
        </button>
      </div>
      ${count > 0 ? html`<p>${faultCount > 0 ? tell.review.readable(count) : tell.review.found(count, open)}</p>` : nothing}
      ${formatLine(preview)}
      ${sha256 === null ? nothing : html`<p class="soft">${tell.review.digest(sha256)}</p>`}
      ${faultList(preview)} ${sampleList(preview)} ${faultCount === 0 ? this.#choose() : nothing}
      ${this.fault === null ? nothing : html`<cat-fault-note .fault=${this.fault}></cat-fault-note>`}
      <p role="status" class="soft">${this.said}</p>
    </section>`;
  }

  #choose(): TemplateResult {
    const { preview } = this.candidate;
    const { part, seed } = this.choice;
    const facets = FACETS.filter((facet) => preview[facet].length > 0);
    return html`<h4>${tell.review.narrow}</h4>
      <div class="facets">
        ${facets.map(
          (facet) =>
            html`<cat-set-labels
              .facet=${facet}
              .labels=${preview[facet]}
              .ticked=${this.choice[facet]}
              .more=${preview.moreLabels.includes(facet)}
              @cat-set-labels=${(event: CustomEvent<ReadonlySet<string>>) =>
                this.#choice({ [facet]: event.detail })}
            ></cat-set-labels>`,
        )}
      </div>
      <div class="row">
        ${numberField({
          ...{ id: 'part', label: tell.review.part, low: 1, high: MOST_CHOSEN, typed: part },
          optional: true,
          input: (text) => this.#choice({ part: text }),
        })}
        ${numberField({
          ...{ id: 'seed', label: tell.review.seed, ...SEED_RANGE, typed: seed },
          disabled: part.trim() === '',
          input: (text) => this.#choice({ seed: text }),
        })}
      </div>
      <p class="soft xs">${tell.review.partHint}</p>
      ${this.#end()}`;
  }

  #end(): TemplateResult {
    const chosen = this.#chosen();
    const isNameless = this.name.trim() === '';
    const off = !this.#canTake();
    return html`<p id="chosen" role="status"><strong>${this.#tally(chosen)}</strong></p>
      <form class="row" novalidate @submit=${this.#use}>
        <div class="field wide">
          <label for="name">${tell.review.name}</label>
          <input
            id="name"
            type="text"
            maxlength="200"
            autocomplete="off"
            aria-invalid=${isNameless ? 'true' : 'false'}
            aria-describedby="nameless"
            .value=${this.name}
            @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
          />
          <span id="nameless" class="wrong xs" ?hidden=${!isNameless}>
            ${isNameless ? tell.review.nameMissing : ''}
          </span>
        </div>
        <button class="primary" type="submit" ?disabled=${off}>${tell.review.use}</button>
        <button
          type="button"
          ?disabled=${off || this.experiments === null}
          @click=${() => void this.#take('keep')}
        >
          ${tell.review.keep}
        </button>
      </form>
      <p class="soft xs">${tell.review.keepHint}</p>`;
  }

  #tally(chosen: number | null): string {
    if (chosen === null) return tell.review.counting;
    if (chosen > MOST_CHOSEN) return tell.review.tooMany(MOST_CHOSEN);
    return tell.review.chosen(chosen, this.candidate.preview.count);
  }

  #chosen(): number | null {
    return this.matching === null ? null : chosenOf(this.choice, this.matching);
  }

  #canTake(): boolean {
    const chosen = this.#chosen() ?? 0;
    const isSome = chosen > 0 && chosen <= MOST_CHOSEN;
    return isSome && this.work === null && this.name.trim() !== '' && selectionOf(this.choice) !== null;
  }

  #choice(change: Partial<Choice>): void {
    const last = this.choice;
    this.choice = { ...last, ...change };
    this.fault = null;
    this.said = '';
    if (FACETS.some((facet) => last[facet] !== this.choice[facet])) void this.#count();
  }

  /** What was being counted before is no longer asked for. */
  async #count(): Promise<void> {
    this.#counting.abort();
    const { signal } = (this.#counting = new AbortController());
    this.matching = null;
    const { candidate, choice } = this;
    if (candidate.preview.faultCount > 0) return;
    const counted = await unlessAborted(signal, candidate.count(filtersOf(choice), signal));
    if (counted === null) return;
    if (counted.ok) this.matching = counted.value;
    else this.fault = counted.fault;
  }

  #use(event: Event): void {
    event.preventDefault();
    void this.#take('use');
  }

  /** All of the chosen questions are read before anything is done with one of them. */
  async #take(work: Work): Promise<void> {
    const selection = selectionOf(this.choice);
    if (selection === null || !this.#canTake()) return;
    const { signal } = (this.#taking = new AbortController());
    const name = this.name.trim();
    this.work = work;
    this.fault = null;
    this.said = tell.review.taking;
    try {
      const items = await unlessAborted(signal, this.candidate.take(selection, signal));
      if (items === null) return;
      if (!items.ok) this.#failed(items.fault);
      else if (work === 'keep') await this.#keep(name, items.value, signal);
      else {
        this.said = '';
        intend(this, 'cat-set-chosen', { name, items: items.value });
      }
    } finally {
      if (!signal.aborted) this.work = null;
    }
  }

  async #keep(name: string, items: readonly SetItem[], signal: AbortSignal): Promise<void> {
    if (this.experiments === null) return;
    this.said = tell.review.keeping(name);
    const fault = await this.experiments.keepSet(name, items);
    // Another set is looked at by now, and what is said belongs to that.
    if (signal.aborted) return;
    if (fault === null) this.said = tell.review.kept(items.length, name);
    else this.#failed(fault);
  }

  #failed(fault: Fault): void {
    this.fault = fault;
    this.said = tell.review.notKept;
  }
}

/** Null where the work was given up; anything else that it throws goes on. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T | null> {
  try {
    const done = await work;
    return signal.aborted ? null : done;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-set-review': SetReview;
  }
}
