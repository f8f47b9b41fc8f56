import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Fault } from '../../base/fault.ts';
import type { AllowHost } from '../../engine/gate.ts';
import type { Experiments } from '../../run/experiments.ts';
import '../fault-note.ts';
import { controls } from '../style/controls.ts';
import { progressBar } from '../style/progress.ts';
import { setsStyle } from '../style/sets.ts';
import { tell } from '../text/sets.ts';
import type { Candidate } from './candidate.ts';
import type { Progress, Wanted } from './gather.ts';
import { gather } from './gather.ts';
import './set-bring.ts';
import type { SetBring } from './set-bring.ts';
import './set-kept.ts';
import './set-known.ts';
import './set-made.ts';
import './set-review.ts';
import type { SetReview } from './set-review.ts';

type Phase =
  | { readonly kind: 'sources' }
  | { readonly kind: 'gathering'; readonly progress: Progress | null }
  | { readonly kind: 'review'; readonly candidate: Candidate };

/** The sets that are kept, of the lab's experiments. */
export type KeptSets = Pick<Experiments, 'sets' | 'itemsOf' | 'keepSet' | 'removeSet'>;

/**
 * Choosing a question set: from a file, pasted rows, an address, what comes with the page, well-known
 * sets and those kept here. It is looked through first; nothing is kept or used but what is then
 * chosen of it. Sends `cat-confirm` before another host is asked, and `cat-set-chosen` at the end.
 */
@customElement('cat-set-picker')
export class SetPicker extends LitElement {
  @property({ attribute: false }) experiments: KeptSets | null = null;
  /** Whether the person confirmed a host, which `cat-confirm` tells of. */
  @property({ attribute: false }) allowHost: AllowHost = () => false;

  @state() private phase: Phase = { kind: 'sources' };
  @state() private fault: Fault | null = null;
  @state() private said = '';
  /** A file is held over the element. */
  @state() private over = false;
  @query('cat-set-bring') private bring!: SetBring | null;
  @query('cat-set-review') private review!: SetReview | null;
  #gathering = new AbortController();

  static override styles = [
    controls,
    setsStyle,
    progressBar,
    css`
      .drop {
        display: grid;
        gap: var(--space-3);
      }
      .drop.over {
        outline: 2px dashed var(--act);
        outline-offset: 4px;
        border-radius: var(--round);
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        align-items: start;
        gap: var(--space-3);
      }
      .gathering {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-4);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gathering.abort();
    if (this.phase.kind === 'gathering') this.phase = { kind: 'sources' };
  }

  protected override updated(changed: PropertyValues): void {
    const last = changed.get('phase') as Phase | undefined;
    if (!changed.has('phase') || last === undefined || last.kind === this.phase.kind) return;
    // What had the focus has gone with its phase.
    if (this.phase.kind === 'review') void this.review?.updateComplete.then(() => this.review?.focus());
    else if (this.phase.kind === 'sources') void this.bring?.updateComplete.then(() => this.bring?.focus());
    else this.renderRoot.querySelector<HTMLElement>('[data-next]')?.focus();
  }

  override render(): TemplateResult {
    return html`<section
      class="drop ${this.over ? 'over' : ''}"
      aria-labelledby="heading"
      @dragover=${this.#held}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#dropped}
      @paste=${this.#pasted}
    >
      <div>
        <h2 id="heading">${tell.heading}</h2>
        <p class="soft">${tell.hint}</p>
      </div>
      ${this.fault === null ? nothing : html`<cat-fault-note .fault=${this.fault}></cat-fault-note>`}
      ${this.#shown()}
      <p class="heard" role="status">${this.said}</p>
    </section>`;
  }

  #shown(): TemplateResult {
    const { phase } = this;
    switch (phase.kind) {
      case 'sources':
        return html`<div class="ways">
          <cat-set-bring class="sheet" @cat-set-want=${this.#want}></cat-set-bring>
          <cat-set-made class="sheet" @cat-set-want=${this.#want}></cat-set-made>
          <cat-set-known class="sheet" @cat-set-want=${this.#want}></cat-set-known>
          <cat-set-kept
            class="sheet"
            .experiments=${this.experiments}
            @cat-set-want=${this.#want}
          ></cat-set-kept>
        </div>`;
      case 'gathering':
        return this.#progress(phase.progress);
      case 'review':
        return html`<cat-set-review
          class="sheet"
          .candidate=${phase.candidate}
          .experiments=${this.experiments}
          @close=${this.#again}
        ></cat-set-review>`;
      default:
        return phase satisfies never;
    }
  }

  #progress(progress: Progress | null): TemplateResult {
    const isKnown = progress !== null && progress.total !== null;
    return html`<div class="gathering sheet">
      <p>${progress === null ? tell.progress.begun : tell.progress.at(progress)}</p>
      <progress
        aria-label=${tell.progress.label}
        max=${isKnown ? (progress.total ?? nothing) : nothing}
        value=${isKnown ? progress.done : nothing}
      ></progress>
      <div class="row">
        <button type="button" data-next @click=${this.#cancel}>${tell.progress.cancel}</button>
      </div>
    </div>`;
  }

  readonly #want = (event: CustomEvent<Wanted>): void => void this.#gather(event.detail);

  /** What was wanted before is given up. A set that comes is looked at; anything else is a fault. */
  async #gather(wanted: Wanted): Promise<void> {
    this.#gathering.abort();
    const { signal } = (this.#gathering = new AbortController());
    this.fault = null;
    this.said = '';
    this.phase = { kind: 'gathering', progress: null };
    const { allowHost, experiments } = this;
    try {
      const found = await gather(wanted, {
        ...{ base: document.baseURI, allowHost, experiments, signal },
        onProgress: (progress) => this.#tell(progress, signal),
      });
      if (signal.aborted) return;
      if (found.ok) {
        const { count, open, faultCount } = found.value.preview;
        this.phase = { kind: 'review', candidate: found.value };
        this.said = faultCount > 0 ? tell.review.faults(faultCount) : tell.review.found(count, open);
      } else {
        this.fault = found.fault;
        this.phase = { kind: 'sources' };
      }
    } catch (error) {
      if (signal.aborted) return;
      this.phase = { kind: 'sources' };
      throw error;
    }
  }

  /** No more often than it changes what is seen: a file comes in thousands of pieces. */
  #tell(progress: Progress, signal: AbortSignal): void {
    const { phase } = this;
    if (signal.aborted || phase.kind !== 'gathering') return;
    const last = phase.progress;
    const step = (progress.total ?? 1e8) / 100;
    if (last?.stage === progress.stage && progress.done - last.done < step) return;
    this.phase = { kind: 'gathering', progress };
  }

  readonly #cancel = (): void => {
    this.#gathering.abort();
    this.phase = { kind: 'sources' };
    this.said = tell.progress.cancelled;
  };

  readonly #again = (): void => {
    this.phase = { kind: 'sources' };
    this.said = '';
  };

  readonly #held = (event: DragEvent): void => {
    const types = event.dataTransfer?.types ?? [];
    if (!types.includes('Files') && !types.includes('text/plain')) return;
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    this.over = true;
  };

  readonly #dropped = (event: DragEvent): void => {
    this.over = false;
    if (isField(event) && !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#take(event.dataTransfer);
  };

  /** Into a field it is typed; anywhere else in the element it is a set. */
  readonly #pasted = (event: ClipboardEvent): void => {
    if (isField(event) && (event.clipboardData?.files.length ?? 0) === 0) return;
    event.preventDefault();
    this.#take(event.clipboardData);
  };

  #take(data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    const text = data?.getData('text/plain') ?? '';
    if (files.length > 0) void this.#gather({ kind: 'files', files });
    else if (text.trim() !== '') void this.#gather({ kind: 'text', name: tell.bring.pastedName, text });
  }
}

function isField(event: Event): boolean {
  const [inner] = event.composedPath();
  return inner instanceof HTMLTextAreaElement || inner instanceof HTMLInputElement;
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-set-picker': SetPicker;
  }
}
