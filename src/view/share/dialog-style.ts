import { css } from 'lit';

/** A dialog in the middle of the window, over all of it where that is narrow. */
export const dialogStyle = css`
  dialog {
    width: min(40rem, 100vw);
    max-height: min(100dvh, 56rem);
    margin: auto;
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .top,
  .end {
    flex-wrap: wrap;
  }
  .end {
    justify-content: flex-end;
  }
  .end .said {
    flex: 1 1 100%;
    min-height: 1.2em;
  }
  h3,
  legend {
    margin: 0;
    padding: 0;
    font-size: var(--text-s);
    font-weight: 650;
  }
  .body {
    display: grid;
    align-content: start;
    gap: var(--space-4);
    padding: var(--space-3) var(--space-4) var(--space-4);
  }
  fieldset,
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-1);
    min-width: 0;
  }
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    min-height: 1.75rem;
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  input[type='checkbox'] {
    width: 1.125rem;
    min-height: 1.125rem;
    height: 1.125rem;
    margin: 0;
    accent-color: var(--act);
  }
  textarea {
    width: 100%;
    resize: vertical;
    font-family: var(--font-code);
    font-size: var(--text-xs);
    overflow-wrap: anywhere;
  }
  .under {
    padding-inline-start: calc(1.125rem + var(--space-2));
  }
  .inline {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
  }
  .choices {
    display: grid;
    max-height: 18rem;
    overflow: hidden auto;
    border: 1px solid var(--line);
    border-radius: var(--round-s);
    padding: var(--space-1) var(--space-3);
  }
  .choices label {
    flex-wrap: nowrap;
    align-items: start;
    padding: var(--space-1) 0;
  }
  .choices input {
    flex: none;
    margin-block-start: 0.2em;
  }
  .choices .question {
    font-family: var(--font-book);
  }
  input[type='text'],
  input[type='file'] {
    min-width: 0;
    max-width: 100%;
  }
`;
