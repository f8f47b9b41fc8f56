/** Which part of a long list is shown, and the way to its neighbours. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { tell } from '../text/experiments.ts';
import type { Page } from './group-rows.ts';

/** Nothing where all fits on one page. `name` says of what, where there are several. */
export function pager(page: Page, all: number, go: (at: number) => void): TemplateResult | typeof nothing {
  const { at, pages, from, to } = page;
  if (pages < 2) return nothing;
  const words = tell.groups;
  // Not disabled: a button that is would drop the focus of who has reached the end by it.
  const step = (label: string, by: number): TemplateResult =>
    html`<button
      class="small"
      type="button"
      aria-disabled=${at + by < 0 || at + by >= pages ? 'true' : 'false'}
      @click=${() => go(Math.min(pages - 1, Math.max(0, at + by)))}
    >
      ${label}
    </button>`;
  return html`<nav class="bar controls" aria-label=${words.pages}>
    ${step(words.before, -1)}
    <span class="s" aria-live="polite">${words.range(from + 1, to, all)}</span>
    ${step(words.after, 1)}
  </nav>`;
}
