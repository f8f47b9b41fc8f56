import { css } from 'lit';

export const criteriaStyle = css`
  summary {
    width: max-content;
    max-width: 100%;
    cursor: pointer;
    font-size: var(--text-s);
  }
  .head {
    margin-top: var(--space-1);
    padding-inline-end: 2.5rem;
    text-align: end;
  }
  ol {
    display: grid;
    gap: var(--space-1);
    margin-bottom: var(--space-2);
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) 4.5rem 2rem;
    align-items: center;
    gap: 0 var(--space-2);
  }
  input[type='checkbox'] {
    width: 1.125rem;
    height: 1.125rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--act);
  }
  textarea {
    width: 100%;
    min-height: 2.25rem;
    field-sizing: content;
    resize: none;
    line-height: 1.4;
  }
  .text {
    padding: var(--space-1) var(--space-2);
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  .off textarea,
  .off .text {
    color: var(--ink-soft);
    text-decoration: line-through;
  }
  .weight {
    width: 100%;
    text-align: end;
  }
  .points {
    grid-column: 3 / -1;
  }
  .fault {
    grid-column: 2 / -1;
    font-size: var(--text-xs);
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .add input {
    flex: 1 1 14rem;
    min-width: 0;
  }
  [aria-invalid='true'] {
    border-color: var(--wrong);
  }
  @media (max-width: 30rem) {
    li {
      grid-template-columns: auto minmax(0, 1fr) 3.5rem;
    }
    li button {
      grid-column: 3;
      justify-self: end;
    }
    .points {
      grid-column: 2 / -1;
    }
  }
`;
