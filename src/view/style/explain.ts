import { css } from 'lit';

/** The steps of the synthesis with their counts, and the quotes below. */
export const explainStyle = css`
  .text {
    min-height: 8.25rem;
    max-height: 16rem;
    margin: var(--space-1) calc(-1 * var(--space-2));
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    font-size: var(--text-m);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .aside,
  .said {
    white-space: pre-wrap;
  }
  .aside {
    padding-block: 0;
    padding-inline: 2.25rem var(--space-2);
  }
  button.step {
    display: grid;
    grid-template-columns: 1.5rem minmax(0, 1fr) auto;
    align-items: baseline;
    justify-content: stretch;
    gap: 0 var(--space-1);
    width: 100%;
    min-height: 0;
    padding: 0 var(--space-2);
    border: 0;
    border-inline-start: 3px solid transparent;
    background: none;
    color: inherit;
    font-size: inherit;
    line-height: inherit;
    text-align: start;
    white-space: normal;
  }
  button.step:hover {
    background: color-mix(in srgb, var(--chalk-edge) 14%, transparent);
  }
  button.step:focus-visible {
    outline-offset: -2px;
  }
  button.step[aria-expanded='true'] {
    border-inline-start-color: var(--chalk-edge);
    background: var(--sheet);
    font-weight: 600;
  }
  .number,
  .counts {
    color: var(--chalk-ink);
    font-size: var(--text-xs);
    font-weight: 400;
  }
  .number > :last-child {
    display: inline-block;
    min-width: 1.6em;
    padding: 0 0.2em;
    border: 1px solid currentColor;
    border-radius: 1em;
    line-height: 1.35;
    text-align: center;
  }
  .counts {
    display: flex;
    gap: var(--space-2);
    white-space: nowrap;
  }
  .counts > span {
    display: inline-flex;
    align-items: center;
    justify-content: end;
    gap: 0.15em;
    min-width: 1.9em;
  }
  .counts .contradicts {
    color: var(--wrong);
    font-weight: 700;
  }
  .hint {
    color: var(--chalk-ink);
    font-size: var(--text-xs);
  }
  .parting {
    margin-top: var(--space-1);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  .quotes:has(h3) {
    margin: var(--space-1) 0;
    padding: var(--space-1) var(--space-2) var(--space-2);
    border: 1px solid var(--chalk-edge);
    border-radius: var(--round-s);
    background: var(--sheet);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  h3,
  h4 {
    font-size: var(--text-s);
    font-weight: 650;
  }
  h4 {
    display: flex;
    align-items: center;
    gap: 0.35em;
    margin: var(--space-1) 0 0;
  }
  h4.contradicts {
    color: var(--wrong);
  }
  .quotes li {
    margin-top: var(--space-1);
    padding-inline-start: 1.3em;
  }
  .quotes strong {
    font-weight: 600;
  }
  .remark,
  .quotes .xs {
    color: var(--ink-soft);
  }
  q {
    display: block;
    padding-inline-start: var(--space-2);
    border-inline-start: 3px solid var(--edge);
    white-space: pre-wrap;
  }
  q.contradicts {
    border-inline-start: 3px dashed var(--wrong);
  }
  @media (forced-colors: active) {
    button.step {
      border-inline-start-color: Canvas;
    }
    button.step[aria-expanded='true'] {
      border-inline-start-color: Highlight;
    }
  }
`;
