import { css } from 'lit';

/** A table that scrolls in its own box where it is narrow. */
export const tableStyle = css`
  .box {
    position: relative;
    overflow: auto hidden;
    overscroll-behavior-x: contain;
    scrollbar-width: thin;
    border: 1px solid var(--line);
    border-radius: var(--round-s);
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--text-s);
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--line);
    text-align: start;
    white-space: nowrap;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  thead th {
    background: var(--well);
    font-size: var(--text-xs);
    font-weight: 650;
  }
  tbody th {
    font-weight: 650;
  }
`;
