/** How a question reads that was written with markup or formulas, below the box that it is typed in. */
import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { hasMarkup, prose } from '../markdown/prose.ts';
import { tell } from '../text/trust.ts';
import { askedIn } from '../written-in.ts';

export const questionPreview = (text: string): TemplateResult | typeof nothing =>
  hasMarkup(text)
    ? html`<div class="reads" role="group" aria-label=${tell.reads} tabindex="0">
        <p class="xs soft">${tell.reads}</p>
        <div class="text" lang=${askedIn(text)}>${prose(text)}</div>
      </div>`
    : nothing;

export const previewStyle = css`
  .reads {
    max-height: 10rem;
    margin-top: var(--space-2);
    overflow: hidden auto;
    overflow-wrap: anywhere;
  }
  .reads .text {
    font-family: var(--font-book);
    white-space: pre-wrap;
  }
`;
