import type { TemplateResult } from 'lit';
import { html } from 'lit';
import './offline/offline-status.ts';
import { say } from './text/current.ts';

/** What holds for the whole page. */
export const footer = (): TemplateResult =>
  html`<footer class="foot">
    <span>${say.foot.local}</span>
    <span>${say.foot.paper}</span>
    <span>${say.foot.deviation}</span>
    <cat-offline-status></cat-offline-status>
  </footer>`;
