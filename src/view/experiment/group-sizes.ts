/** Tick boxes for the sizes of smaller groups that a synthesis is to be written of. */
import type { TemplateResult } from 'lit';
import { css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { tell } from '../text/experiments.ts';

/** Each twice the one before: on the curve they stand equally far apart. */
const SIZES = [1, 2, 4, 8, 16];

export const sizesBelow = (group: number): readonly number[] => SIZES.filter((size) => size < group);

export const groupSizesStyle = css`
  .sizes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: 0;
    border: 0;
    font-size: var(--text-s);
  }
  .sizes legend {
    padding: 0;
    font-weight: 650;
  }
  .sizes label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    font-weight: 400;
  }
  .sizes input {
    width: 1.125rem;
    height: 1.125rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--act);
  }
`;

export function groupSizes(
  group: number,
  ticked: readonly number[],
  change: (ticked: readonly number[]) => void,
): TemplateResult {
  const set = (size: number, on: boolean): void =>
    change([...ticked.filter((other) => other !== size), ...(on ? [size] : [])].sort((a, b) => a - b));
  return html`<fieldset class="sizes" aria-describedby="sizes-hint">
    <legend>${tell.scale.legend}</legend>
    ${sizesBelow(group).map(
      (size) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${live(ticked.includes(size))}
            @change=${(event: Event) => set(size, (event.target as HTMLInputElement).checked)}
          />${tell.scale.size(size)}</label
        >`,
    )}
  </fieldset>`;
}
