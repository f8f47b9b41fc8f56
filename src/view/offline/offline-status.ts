import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Kept } from '../../offline/door.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/offline.ts';
import { OfflineController } from './offline-door.ts';

/** Whether the page opens without a connection, and what can be done about it. */
@customElement('cat-offline-status')
export class OfflineStatus extends LitElement {
  readonly #offline = new OfflineController(this);

  static override styles = [
    controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
        font-size: var(--text-xs);
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { door, state } = this.#offline;
    if (door === null || state === null || state.kept.kind === 'unknown') return nothing;
    const { kept } = state;
    const press = (text: string, work: () => Promise<void>): TemplateResult =>
      html`<button class="small plain" type="button" @click=${() => void work()}>${text}</button>`;
    const check = press(tell.check, () => door.check());
    const free = press(tell.free, () => door.free());
    return html`<div role="group" aria-label=${tell.label} data-kept=${kept.kind}>
      <span role=${kept.kind === 'filling' ? 'none' : 'status'}>${wordsFor(kept)}</span>
      ${kept.kind === 'ready' || kept.kind === 'broken' ? html`${check}${free}` : nothing}
      ${kept.kind === 'off' ? press(tell.keep, () => door.keep()) : nothing}
      ${kept.kind === 'failed' ? press(tell.again, () => door.keep()) : nothing}
    </div>`;
  }
}

function wordsFor(kept: Kept): string {
  switch (kept.kind) {
    case 'unknown':
      return '';
    case 'unable':
      return kept.why === 'insecure' ? tell.insecure : tell.noWorkers;
    case 'off':
      return tell.off;
    case 'filling':
      return tell.filling(kept.bytes, kept.total);
    case 'checking':
      return tell.checking;
    case 'ready':
      return `${tell.ready(kept.files, kept.bytes)}${kept.mended > 0 ? ` ${tell.mended(kept.mended)}` : ''}`;
    case 'broken':
      return tell.broken(kept.files);
    case 'failed':
      return tell.failed(kept.reason);
    default:
      return kept satisfies never;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-offline-status': OfflineStatus;
  }
}
