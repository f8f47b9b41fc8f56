import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LoadedModel } from '../../engine/model.ts';
import { deviceExport } from './device-export.ts';
import { deviceTable, deviceTableStyle } from './device-table.ts';
import { saveJson } from '../model/download.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import type { MeasureState } from './measure-controller.ts';
import { controls } from '../style/controls.ts';
import { progressBar } from '../style/progress.ts';
import { say } from '../text/current.ts';

/** How fast the model on the graphics processor is on this very device; nothing without such a model. */
@customElement('cat-device-bench')
export class DeviceBench extends LitElement {
  @property({ attribute: false }) model: LoadedModel | null = null;
  @property({ attribute: false }) measure: MeasureState = { kind: 'idle', stopped: false };
  /** The adapter's name as the browser tells it. */
  @property() adapter: string | null = null;
  /** A run is under way or a load is: nothing can be measured now. */
  @property({ type: Boolean }) busy = false;

  static override styles = [
    controls,
    progressBar,
    deviceTableStyle,
    css`
      section {
        display: grid;
        gap: var(--space-2);
        margin-top: var(--space-4);
        padding: var(--space-4);
      }
      h2 {
        margin: 0;
        font-size: var(--text-m);
        font-weight: 650;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
      }
      .at {
        display: grid;
        gap: 0.2rem;
        width: 18rem;
        max-width: 100%;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const state = this.measure;
    const measurable = this.#measurable();
    if (measurable === null && state.kind !== 'done') return nothing;
    return html`<section class="sheet" aria-labelledby="heading">
      <h2 id="heading">${say.measure.heading}</h2>
      ${measurable === null
        ? nothing
        : html`<p class="s soft">${say.measure.text(measurable.spec.id)}</p>`}
      <div class="bar">${this.#actions(measurable)}</div>
      <p class="heard" role="status">${state.kind === 'done' ? say.measure.done : nothing}</p>
      ${state.kind === 'done' ? deviceTable(state.table, this.adapter) : nothing}
    </section>`;
  }

  #measurable(): LoadedModel | null {
    return this.model?.spec.engine === 'webllm' ? this.model : null;
  }

  #actions(measurable: LoadedModel | null): TemplateResult {
    const state = this.measure;
    if (state.kind === 'running') {
      const { progress } = state;
      return html`<div class="at">
          <progress
            aria-label=${say.measure.progress}
            max=${progress?.all ?? 1}
            .value=${progress?.done ?? 0}
          ></progress>
          <span class="xs soft"
            >${progress === null
              ? say.measure.waiting
              : say.measure.at(progress.done, progress.all, progress.group)}</span
          >
        </div>
        <button type="button" @click=${() => intend(this, 'cat-measure-stop', null)}>
          ${icon('stop')}${say.measure.stop}
        </button>`;
    }
    return html`${measurable === null
        ? nothing
        : html`<button
            type="button"
            ?disabled=${this.busy}
            @click=${() => intend(this, 'cat-measure', null)}
          >
            ${state.kind === 'done' ? say.measure.again : say.measure.start}
          </button>`}
      ${state.kind === 'done'
        ? html`<button type="button" @click=${this.#save}>${say.measure.save}</button>`
        : nothing}
      ${state.kind === 'idle' && state.stopped
        ? html`<span class="s" role="status">${say.measure.stopped}</span>`
        : nothing}`;
  }

  #save(): void {
    if (this.measure.kind !== 'done') return;
    const { table } = this.measure;
    const measuredAt = new Date();
    const { adapter } = this;
    const { userAgent } = navigator;
    saveJson(`${table.model}-device.json`, deviceExport(table, { adapter, userAgent, measuredAt }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-device-bench': DeviceBench;
  }
}
