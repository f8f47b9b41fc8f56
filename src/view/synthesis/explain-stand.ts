/** What one answer is to the selected step of the synthesis, in its card. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Stand } from './explain-controller.ts';
import { icon } from '../icon.ts';
import type { Marked } from '../markdown/render.ts';
import { say } from '../text/current.ts';

export function standMark(stand: Stand | null): TemplateResult | typeof nothing {
  if (stand === null) return nothing;
  const { kind, step } = stand;
  const why = say.explain.card.why(step);
  return html`<span class="stand mark ${kind}" title="${say.explain.card[kind]} ${why}"
    >${icon(kind === 'supports' ? 'same' : 'otherwise')}<span class="unit"
      >${say.explain.card[kind]}<span class="heard"> ${why}</span></span
    ></span
  >`;
}

/** The line of the answer that is quoted. */
export function quoted(stand: Stand | null): Marked | null {
  const quote = stand?.quote ?? null;
  return stand === null || quote === null ? null : { ...quote, kind: stand.kind };
}
