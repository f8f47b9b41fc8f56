/** The filters that are set, by name, each with the way to clear it. */
import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { icon } from '../icon.ts';
import { tell } from '../text/experiments.ts';
import { FILTER_NAMES, isFiltered, NO_FILTERS } from './linked-filters.ts';
import type { FilterName, Filters } from './linked-filters.ts';

export const filterBarStyle = css`
  .filters {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    padding: var(--space-2) var(--space-4);
    border: 1px solid var(--chalk-edge);
    border-radius: var(--round);
    background: var(--chalk);
    color: var(--chalk-ink);
    font-size: var(--text-s);
  }
  .filters button {
    white-space: normal;
    text-align: start;
  }
`;

/** Nothing where none is set. */
export function filterBar(filters: Filters, set: (filters: Filters) => void): TemplateResult | typeof nothing {
  if (!isFiltered(filters)) return nothing;
  const active = FILTER_NAMES.flatMap((name) => {
    const text = nameOf(filters, name);
    return text === null ? [] : [{ name, text }];
  });
  const clear = (name: FilterName): void => set({ ...filters, [name]: NO_FILTERS[name] });
  return html`<div class="filters" role="group" aria-label=${tell.filters.label}>
    <b>${tell.filters.label}</b>
    ${active.map(
      ({ name, text }) =>
        html`<button
          class="small"
          type="button"
          aria-label=${tell.filters.clear(text)}
          @click=${() => clear(name)}
        >
          ${text}${icon('close')}
        </button>`,
    )}
    ${active.length < 2
      ? nothing
      : html`<button class="small plain" type="button" @click=${() => set(NO_FILTERS)}>
          ${tell.filters.all}
        </button>`}
  </div>`;
}

/** Null where it is not set. */
export function nameOf(filters: Filters, name: FilterName): string | null {
  switch (name) {
    case 'quadrant':
      return filters.quadrant === null ? null : tell.filters.quadrant[filters.quadrant];
    case 'allWrong':
      return filters.allWrong ? tell.filters.allWrong : null;
    case 'reward':
    case 'advantage': {
      const bin = filters[name];
      return bin === null ? null : tell.filters[name](bin);
    }
    default:
      return name satisfies never;
  }
}
