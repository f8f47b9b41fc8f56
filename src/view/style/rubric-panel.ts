import { css } from 'lit';

export const panelStyle = css`
  section {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    container-type: inline-size;
  }
  section > * {
    min-width: 0;
  }
  .empty {
    color: var(--ink-soft);
    font-family: var(--font-book);
    font-style: italic;
  }
  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
  }
  .totals li {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
  }
  .totals .warn {
    font-weight: 650;
  }
  .table {
    display: grid;
    gap: var(--space-3);
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  @container (min-width: 60rem) {
    .table.open {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
    cat-rubric-evidence {
      position: sticky;
      top: var(--space-3);
    }
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .actions:not(:has(button)) {
    display: none;
  }
  .actions button {
    white-space: normal;
  }
  .lines {
    margin-block: var(--space-1) 0;
    margin-inline: var(--space-4) 0;
    list-style: disc;
    overflow-wrap: anywhere;
  }
  .quoted {
    font-family: var(--font-book);
  }
  .quoted::before {
    content: '“';
  }
  .quoted::after {
    content: '”';
  }
  pre {
    max-height: 14rem;
    margin: var(--space-1) 0;
  }
  @media (max-width: 30rem) {
    section {
      padding: var(--space-3);
    }
  }
`;
