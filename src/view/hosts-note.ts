import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { contacts } from '../base/contacts.ts';
import { tell } from './text/trust.ts';

/** Which other machines this tab has asked: none, until a person wants something of one. */
@customElement('cat-hosts-note')
export class HostsNote extends LitElement {
  static override styles = css`
    span {
      overflow-wrap: anywhere;
    }
  `;

  #deaf: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#deaf = contacts.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#deaf?.();
  }

  override render(): TemplateResult {
    const { hosts } = contacts;
    return html`<span role="status" title=${tell.hosts.why}
      >${hosts.length === 0 ? tell.hosts.none : tell.hosts.some(hosts)}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-hosts-note': HostsNote;
  }
}
