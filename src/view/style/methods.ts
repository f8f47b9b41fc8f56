import { css } from 'lit';

/** The methods in rows: scrolls in its own box where it is narrow, and the names stay. */
export const methodsStyle = css`
  section.sheet {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
  }
  section.sheet > * {
    min-width: 0;
  }
  .heading button {
    margin-left: auto;
  }
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
    vertical-align: middle;
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
  th:first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    min-width: 9rem;
    border-right: 1px solid var(--line);
    background: var(--sheet);
    white-space: normal;
  }
  thead th:first-child {
    background: var(--well);
  }
  .what {
    display: block;
    max-width: 22rem;
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 400;
  }
  .number {
    text-align: end;
  }
  .why {
    min-width: 15rem;
    white-space: normal;
  }
  td .bare {
    margin-right: var(--space-2);
  }
  .answer {
    display: inline-block;
    max-width: 12rem;
    overflow: hidden;
    font-family: var(--font-book);
    font-weight: 650;
    line-height: 1.3;
    text-overflow: ellipsis;
    vertical-align: middle;
  }
  .reference > *,
  .reference th:first-child {
    background: var(--chalk);
  }
  .shown > td {
    padding: 0;
    background: var(--well);
  }
  @media (max-width: 40rem) {
    .what {
      display: none;
    }
    th:first-child {
      min-width: 7.5rem;
      max-width: 7.5rem;
    }
    .evidence {
      max-width: calc(100vw - 5rem);
    }
  }
  @media (max-width: 30rem) {
    section.sheet {
      padding: var(--space-3);
    }
  }
`;
