import type { TemplateResult } from 'lit';
import { html } from 'lit';
import './offline/offline-status.ts';
import './language-menu.ts';
import './hosts-note.ts';
import { say } from './text/current.ts';

/** What holds for the whole page, and its language. */
export const footer = (busy = false): TemplateResult =>
  html`<footer class="foot">
    <span>${say.foot.local}</span>
    <cat-hosts-note></cat-hosts-note>
    <span>${say.foot.paper}</span>
    <span>${say.foot.deviation}</span>
    <cat-offline-status></cat-offline-status>
    <cat-language-menu .busy=${busy}></cat-language-menu>
  </footer>`;
