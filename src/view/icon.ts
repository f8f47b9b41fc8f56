import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';

/** Small drawings on a grid of 16. Each repeats what a word beside it says, so none is heard. */
const DRAWINGS = {
  right: svg`<path d="M2.5 8.5l3.6 3.6 7.4-8" />`,
  wrong: svg`<path d="M3.5 3.5l9 9m0-9l-9 9" />`,
  warn: svg`<path d="M8 1.8l6.6 12H1.4zM8 6v4m0 1.6v.6" />`,
  synthesis: svg`<path d="M8 1.6L14.4 8 8 14.4 1.6 8z" />`,
  votes: svg`<path d="M2.5 14V9m3.7 5V3m3.6 11V6m3.7 8v-3" />`,
  known: svg`<path d="M3 1.8h7.2L13 4.6v9.6H3zM5.6 8.4l1.8 1.8 3.2-3.6" />`,
  another: svg`<path d="M13.6 6.4A6 6 0 0 0 2.7 5M2.4 9.6A6 6 0 0 0 13.3 11" />
    <path d="M2.6 1.8V5h3.2m7.6 9.2V11h-3.2" />`,
  ask: svg`<path d="M4 2.6l9 5.4-9 5.4z" fill="currentColor" />`,
  pause: svg`<path d="M4 3h2.6v10H4zM9.4 3H12v10H9.4z" fill="currentColor" />`,
  on: svg`<path d="M3 3l6.4 5L3 13z" fill="currentColor" /><path d="M12.6 3v10" />`,
  back: svg`<path d="M13 3L6.6 8l6.4 5z" fill="currentColor" /><path d="M3.4 3v10" />`,
  stop: svg`<path d="M3.6 3.6h8.8v8.8H3.6z" fill="currentColor" />`,
  settings: svg`<path d="M2 4.4h6m4 0h2M2 11.6h2m4 0h6M10 2.4v4M6 9.6v4" />`,
  remove: svg`<path d="M2.6 4.2h10.8M6.4 4V2.2h3.2V4M4 4.4l.7 9.4h6.6l.7-9.4M6.8 7v4m2.4-4v4" />`,
  close: svg`<path d="M3.5 3.5l9 9m0-9l-9 9" />`,
  cut: svg`<path d="M5.4 10.2L13 3M5.4 5.8L13 13" />
    <circle cx="4" cy="4.4" r="2" /><circle cx="4" cy="11.6" r="2" />`,
  kept: svg`<path d="M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 4.4V8l2.6 1.6" />`,
  one: svg`<circle cx="8" cy="8" r="5.6" fill="currentColor" />`,
  zero: svg`<circle cx="8" cy="8" r="5.4" />`,
  unclear: svg`<path d="M5 5.6a3 3 0 1 1 4.4 2.7c-1 .5-1.4 1-1.4 2M8 12.9v.5" />`,
  none: svg`<path d="M3.5 8h9" />`,
  same: svg`<path d="M2.8 5.6h10.4M2.8 10.4h10.4" />`,
  otherwise: svg`<path d="M2.8 5.6h10.4M2.8 10.4h10.4M10.6 2.2L5.4 13.8" />`,
} as const;

/** A disc that is full to this share, 0 to 1, from the top round. */
export function disc(share: number): TemplateResult {
  if (share >= 1) return icon('one');
  const angle = 2 * Math.PI * share;
  const x = 8 + 5.6 * Math.sin(angle);
  const y = 8 - 5.6 * Math.cos(angle);
  const wedge = `M8 8V2.4A5.6 5.6 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`;
  return html`<svg class="icon" viewBox="0 0 16 16" fill="none" aria-hidden="true">
    <circle cx="8" cy="8" r="5.6" stroke="currentColor" stroke-width="1.7" />
    ${share > 0 ? svg`<path d=${wedge} fill="currentColor" />` : nothing}
  </svg>`;
}

export type IconName = keyof typeof DRAWINGS;

export const icon = (name: IconName): TemplateResult => html`<svg
  class="icon"
  viewBox="0 0 16 16"
  fill="none"
  stroke="currentColor"
  stroke-width="1.7"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  ${DRAWINGS[name]}
</svg>`;

/** Many lines that meet in one point: the method, and a cat's whiskers. */
export const logo = html`<svg class="logo" viewBox="0 0 32 24" fill="none" aria-hidden="true">
  <g stroke="currentColor" stroke-width="1.8" stroke-linecap="round">
    <path d="M2 2.5L15 10.4M1.4 8.6L14 11.4M1.4 15.4L14 12.6M2 21.5L15 13.6" />
    <path d="M21.5 12H30.6" stroke-width="2.6" />
  </g>
  <path class="logo-point" d="M18 6.8l5.2 5.2-5.2 5.2-5.2-5.2z" />
</svg>`;
