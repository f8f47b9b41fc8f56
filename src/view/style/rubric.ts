import { css } from 'lit';

/** How a verdict looks wherever it stands: its glyph and its word carry it, colour only repeats. */
export const verdictMarks = css`
  .yes {
    --mark: var(--right);
  }
  .no {
    --mark: var(--wrong);
  }
  .unreadable {
    --mark: var(--warn);
  }
  .missing {
    --mark: var(--ink-soft);
  }
  .value {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    white-space: nowrap;
  }
  .value svg {
    color: var(--mark);
  }
`;

/** The criteria by the rollouts: scrolls in its own box, its first column stays. */
export const matrixStyle = css`
  .box {
    /* What is there for screen readers alone must not widen the page. */
    position: relative;
    overflow: auto hidden;
    overscroll-behavior-x: contain;
    scrollbar-width: thin;
    /* A cell that gets the focus comes out from under the first column. */
    scroll-padding-inline-start: var(--first);
    --first: 22rem;
    border: 1px solid var(--line);
    border-radius: var(--round-s);
    background: var(--sheet);
  }
  :host {
    container-type: inline-size;
  }
  @container (max-width: 56rem) {
    .box {
      --first: 15rem;
    }
  }
  @container (max-width: 36rem) {
    .box {
      --first: 7.5rem;
    }
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--text-s);
  }
  th,
  td {
    padding: 0;
    border-bottom: 1px solid var(--line);
    text-align: center;
    vertical-align: middle;
  }
  /* Any height lets a button fill its cell. */
  td {
    height: 1px;
  }
  tfoot tr:last-child > *,
  tbody:last-child tr:last-child > * {
    border-bottom: 0;
  }
  thead th,
  tfoot > tr > * {
    background: var(--well);
    font-weight: 650;
  }
  thead th {
    height: 1.75rem;
    padding: 0 var(--space-1);
    font-size: var(--text-xs);
    white-space: nowrap;
  }
  tfoot > tr > * {
    height: 1.75rem;
    white-space: nowrap;
  }
  tfoot td {
    font-weight: 400;
  }
  th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    width: var(--first);
    min-width: var(--first);
    max-width: var(--first);
    padding: var(--space-1) var(--space-2);
    border-inline-end: 1px solid var(--edge);
    background: var(--sheet);
    text-align: start;
    font-weight: 400;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  thead th:first-child,
  tfoot th:first-child {
    background: var(--well);
    font-weight: 650;
    white-space: normal;
  }
  .criterion {
    display: grid;
    grid-template-columns: 1.5em minmax(0, 1fr);
    gap: 0 var(--space-1);
  }
  .criterion .number {
    color: var(--ink-soft);
    font-weight: 650;
  }
  .criterion .words {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  .criterion .about {
    grid-column: 2;
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  .off .words {
    text-decoration: line-through;
    color: var(--ink-soft);
  }
  td button {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 0;
    width: 100%;
    min-width: 4.75rem;
    height: 100%;
    min-height: 2.75rem;
    padding: var(--space-1);
    border: 0;
    border-radius: 0;
    background: none;
    font-size: var(--text-s);
    line-height: 1.2;
  }
  td button:hover {
    background: var(--well);
  }
  td button[aria-expanded='true'] {
    box-shadow: inset 0 0 0 2px var(--chalk-edge);
    background: var(--chalk);
  }
  td button:focus-visible {
    outline-offset: -2px;
  }
  td button .also {
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  td .unread {
    font-size: var(--text-xs);
  }
  .off td button .value {
    opacity: 0.75;
  }
  /* Many columns, or little room: the glyph stands above its word. */
  .many .value {
    display: grid;
    justify-items: center;
    gap: 0;
    font-size: var(--text-xs);
  }
  .many td button {
    min-width: 3.875rem;
  }
  @container (max-width: 36rem) {
    .criterion {
      grid-template-columns: minmax(0, 1fr);
    }
    .criterion .about {
      grid-column: 1;
    }
    td button .value {
      display: grid;
      justify-items: center;
      gap: 0;
      font-size: var(--text-xs);
    }
    td button {
      min-width: 3.875rem;
    }
  }
  @media (forced-colors: active) {
    td button[aria-expanded='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
