import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RunId } from '../../base/id.ts';
import type { ScaleEstimate } from '../../run/experiments.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { controls } from '../style/controls.ts';
import { progressBar } from '../style/progress.ts';
import { tell } from '../text/experiments.ts';
import { groupSizes, groupSizesStyle, sizesBelow } from './group-sizes.ts';
import type { Scaling } from './scale-controller.ts';
import { sharedStyle } from './style/shared.ts';

/**
 * Beside the curve of accuracy against G: has the synthesis of smaller groups written out of the run's
 * rollouts. What is there is not written again, so that who stops goes on by asking for the same.
 */
@customElement('cat-run-scale')
export class RunScale extends LitElement {
  @property({ attribute: false }) run: RunId | null = null;
  /** G of the run. */
  @property({ type: Number }) group = 0;
  /** Questions that are done: with more of them there is more to write. */
  @property({ type: Number }) done = 0;
  /** Of what is ticked; null while it is reckoned, and where nothing is ticked. */
  @property({ attribute: false }) estimate: ScaleEstimate | null = null;
  /** While they are written, of this run. */
  @property({ attribute: false }) scaling: Scaling | null = null;
  /** Something else goes on in this tab, which starting would end. */
  @property({ type: Boolean }) busy = false;

  @state() private ticked: readonly number[] = [];

  static override styles = [
    controls,
    sharedStyle,
    progressBar,
    groupSizesStyle,
    css`
      section {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('run')) this.ticked = [];
    const asks = ['run', 'ticked', 'done', 'scaling'] as const;
    const isAsked = asks.some((name) => (changed as ReadonlyMap<string, unknown>).has(name));
    if (!isAsked || this.run === null || this.scaling !== null) return;
    intend(this, 'cat-scale-estimate', { run: this.run, sizes: this.ticked });
  }

  override render(): TemplateResult | typeof nothing {
    const { run, group, scaling } = this;
    if (run === null || sizesBelow(group).length === 0) return nothing;
    return html`<section class="controls" aria-label=${tell.scale.label}>
      ${scaling === null
        ? html`${groupSizes(group, this.ticked, (ticked) => (this.ticked = ticked))}
            <p id="sizes-hint" class="xs soft">${tell.scale.hint}</p>
            ${this.ticked.length === 0 ? nothing : this.#start(run)}`
        : this.#progress(scaling)}
    </section>`;
  }

  #start(run: RunId): TemplateResult {
    const words = tell.scale;
    const { estimate, ticked: sizes } = this;
    if (estimate === null) return html`<p class="s soft">${tell.create.estimating}</p>`;
    if (estimate.calls === 0) return html`<p class="s" role="status">${words.all}</p>`;
    return html`<p class="s" role="status">${words.takes(estimate)}</p>
      ${this.busy ? html`<p class="s warn">${words.busy}</p>` : nothing}
      <div class="bar">
        <button class="small" type="button" @click=${() => intend(this, 'cat-run-scale', { run, sizes })}>
          ${icon('ask')}${words.start(estimate.calls)}
        </button>
      </div>`;
  }

  #progress({ done, total }: Scaling): TemplateResult {
    const words = tell.scale;
    const text = words.progress(done, total);
    return html`<div class="bar">
        <span class="s">${text}</span>
        <button class="small far" type="button" @click=${() => intend(this, 'cat-run-pause', null)}>
          ${icon('stop')}${words.stop}
        </button>
      </div>
      <progress aria-label=${words.label} aria-valuetext=${text} max=${total} .value=${done}></progress>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-scale': RunScale;
  }
}
