/** What a device lacks, each with its cause and its remedy. */
import type { TemplateResult } from 'lit';
import { css, html } from 'lit';
import type { Shortfall } from '../../engine/webllm/shortfall.ts';
import { icon } from '../icon.ts';
import { shortfallText } from '../text/preflight.ts';

export const shortfallList = (shortfalls: readonly Shortfall[]): TemplateResult =>
  html`<ul class="shortfalls">
    ${shortfalls.map((shortfall) => {
      const { what, why, remedy } = shortfallText(shortfall);
      return html`<li>
        <strong>${icon('warn')} ${what}</strong>
        <span>${why}</span>
        <span class="soft">${remedy}</span>
      </li>`;
    })}
  </ul>`;

export const shortfallStyle = css`
  .shortfalls li {
    display: grid;
    gap: 0.1rem;
    padding: var(--space-2) 0;
    border: 0;
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  .shortfalls strong {
    color: var(--warn);
  }
`;
