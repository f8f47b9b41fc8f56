import { css } from 'lit';

/** Ways to a set side by side where there is room, and what stands in each. */
export const setsStyle = css`
  :host {
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  h2,
  h3 {
    font-size: var(--text-m);
    font-weight: 650;
  }
  h4,
  legend {
    margin: 0;
    padding: 0;
    font-size: var(--text-s);
    font-weight: 650;
  }
  .part {
    display: grid;
    align-content: start;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
  }
  .sheet-line {
    padding-top: var(--space-2);
    border-top: 1px solid var(--line);
  }
  .field {
    display: grid;
    gap: var(--space-1);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-2);
  }
  .row > .wide {
    flex: 1 1 12rem;
  }
  .field input,
  .field select,
  .field textarea {
    width: 100%;
    min-width: 0;
  }
  .number {
    width: 7rem;
  }
  textarea {
    resize: vertical;
    font-family: var(--font-code);
    font-size: var(--text-xs);
  }
  button {
    white-space: normal;
  }
  .confirm {
    display: grid;
    gap: var(--space-1);
  }
  code {
    font-family: var(--font-code);
    font-size: var(--text-xs);
  }
  [tabindex='-1']:focus {
    outline: none;
  }
`;
