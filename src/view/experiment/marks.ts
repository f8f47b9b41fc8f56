/** How one answer went, by sign and word. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { icon } from '../icon.ts';
import { percent } from '../percent.ts';
import { tell } from '../text/experiments.ts';
import type { Mark } from './group-rows.ts';

export function markOf(mark: Mark): TemplateResult {
  const words = tell.groups;
  switch (mark) {
    case 'right':
      return html`<span class="mark right">${icon('right')}${words.right}</span>`;
    case 'wrong':
      return html`<span class="mark wrong">${icon('wrong')}${words.wrong}</span>`;
    case 'unknown':
      return html`<span class="soft">${words.unknown}</span>`;
    default:
      return html`<span>${words.share[mark.by](percent(mark.share))}</span>`;
  }
}
