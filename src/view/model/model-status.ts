import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Fault } from '../../base/fault.ts';
import type { LoadedModel, LoadProgress } from '../../engine/model.ts';
import { seconds } from '../format.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { leavesNote } from './leaves-note.ts';
import type { ModelState } from '../state.ts';
import { controls } from '../style/controls.ts';
import { progressBar } from '../style/progress.ts';
import { say } from '../text/current.ts';
import { faultText } from '../text/faults.ts';

/** Which model there is, how far its load has come, and how fast it is. */
@customElement('cat-model-status')
export class ModelStatus extends LitElement {
  @property({ attribute: false }) model: ModelState = { kind: 'none' };
  /** What "load" would load; empty where the page has no model of its own. */
  @property() bundled = '';
  /** The model of the page, where another one was asked for and cannot be had. */
  @property() home: string | null = null;

  /** Why the graphics processor is not used, where it cannot be. */
  @property({ attribute: false }) noGpu: Fault | null = null;

  static override styles = [
    controls,
    progressBar,
    css`
      :host {
        /* A place in the header that gets narrow: what it holds wraps, and pushes nothing out. */
        min-width: 0;
        font-size: var(--text-s);
        line-height: 1.3;
      }
      .row {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        min-height: 2.25rem;
      }
      /* Beside the settings, and there whatever it says. */
      @media (min-width: 40.01rem) {
        .row {
          justify-content: flex-end;
        }
      }
      .dot {
        width: 0.6rem;
        height: 0.6rem;
        border-radius: 50%;
        border: 2px solid var(--edge);
      }
      .dot.ready {
        border-color: var(--right);
        background: var(--right);
        forced-color-adjust: none;
      }
      .name {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        font-weight: 650;
        overflow-wrap: anywhere;
      }
      .load {
        display: grid;
        gap: 0.2rem;
        width: 15rem;
        max-width: 100%;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<div class="row" role="group" aria-label=${say.model.label}>
      ${this.#content()}
    </div>`;
  }

  #content(): TemplateResult {
    const { model } = this;
    switch (model.kind) {
      case 'none':
        return html`<span class="name"><span class="dot"></span>${say.model.none}</span>
          ${this.#load(say.model.load(this.bundled))}`;
      case 'failed':
        return html`<span class="name wrong">${icon('warn')}${say.model.failed}</span>
          ${this.#load(say.model.again)}`;
      case 'loading':
        return html`<div class="load">
            <span class="name">${say.model.loading(model.model)}</span>
            ${bar(model.model, model.progress)}
            <span class="xs soft">${stage(model.progress)}</span>
          </div>
          <button class="small" type="button" @click=${() => intend(this, 'cat-cancel-load', null)}>
            ${say.model.cancel}
          </button>`;
      case 'ready':
        return html`<span class="name"><span class="dot ready"></span>${model.model.spec.id}</span>
          <span class="soft">${facts(model.model)}</span>${this.#why(model.model)}${leavesNote(model.model)}`;
      default:
        return model satisfies never;
    }
  }

  /** A CPU at work says why it is not the graphics processor. */
  #why({ capabilities, gpuRefused }: LoadedModel): TemplateResult | typeof nothing {
    const fault: Fault | null =
      gpuRefused === undefined ? this.noGpu : { kind: 'no-webgpu', reason: gpuRefused };
    if (fault === null || capabilities.device !== 'cpu') return nothing;
    return html`<span class="xs soft">${say.model.noGpu(faultText(fault).why)}</span>`;
  }

  #load(label: string): TemplateResult | typeof nothing {
    if (this.bundled === '') return nothing;
    const load = (): void => intend(this, 'cat-load-again', null);
    return html`<button class="small" type="button" @click=${load}>${label}</button>
      ${this.home === null
        ? nothing
        : html`<button
            class="small"
            type="button"
            @click=${() => intend(this, 'cat-reload', null)}
          >
            ${say.loader.home(this.home)}
          </button>`}`;
  }
}

function bar(id: string, progress: LoadProgress): TemplateResult {
  const label = say.model.progress(id);
  if (progress.stage === 'fetch' && progress.totalBytes !== null) {
    const { bytes, totalBytes } = progress;
    return html`<progress aria-label=${label} max=${totalBytes} .value=${bytes}></progress>`;
  }
  return html`<progress aria-label=${label}></progress>`;
}

function stage(progress: LoadProgress): string {
  switch (progress.stage) {
    case 'fetch':
      return [
        say.model.bytes(progress.bytes, progress.totalBytes),
        ...(progress.files === undefined
          ? []
          : [say.model.files(progress.files.done, progress.files.all)]),
        ...(progress.seconds === undefined ? [] : [seconds(progress.seconds)]),
      ].join(' · ');
    case 'start':
      return say.model.starting;
    case 'calibrate':
      return say.model.calibrating;
    default:
      return progress satisfies never;
  }
}

function facts(model: LoadedModel): string {
  const { threads, device, decoding, slots, contextTokens } = model.capabilities;
  // The fastest that was measured is not always what was kept.
  const kept = model.calibration.find((one) => one.threads === threads);
  return [
    ...(kept === undefined ? [] : [say.model.measured(kept.tokensPerSecond)]),
    ...(device === 'remote'
      ? [say.model.room(slots, contextTokens)]
      : decoding === undefined
        ? [say.model.threads(threads)]
        : [say.model.decoding[decoding], say.model.room(slots, contextTokens)]),
    say.model.device[device],
  ].join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-model-status': ModelStatus;
  }
}
