import { css } from 'lit';

/** The methods in rows, over tableStyle: the names stay where it scrolls. */
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
    margin-inline-start: auto;
  }
  th,
  td {
    vertical-align: middle;
  }
  th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-width: 9rem;
    border-inline-end: 1px solid var(--line);
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
    margin-inline-end: var(--space-2);
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
      overflow-wrap: anywhere;
      hyphens: auto;
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
