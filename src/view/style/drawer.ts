import { css } from 'lit';

/** The settings as a sheet at the right edge, over the whole window where that is narrow. */
export const drawer = css`
  dialog {
    position: fixed;
    inset-block: 0;
    inset-inline: auto 0;
    width: min(28rem, 100vw);
    height: 100dvh;
    max-height: none;
    margin: 0;
    border: 0;
    border-inline-start: 1px solid var(--line);
  }
  .end {
    justify-content: space-between;
  }
  .body {
    padding: var(--space-3) var(--space-4) var(--space-5);
  }
  h3 {
    margin: var(--space-5) 0 var(--space-2);
    padding-bottom: var(--space-1);
    border-bottom: 1px solid var(--line);
    font-size: var(--text-s);
    font-weight: 650;
  }
  /* Drawn as if it were not there: it only says whether what is in it can be changed. */
  fieldset {
    display: contents;
  }
  .setting {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 7.5rem;
    align-items: center;
    gap: 0 var(--space-3);
    padding: var(--space-1) 0;
  }
  .setting label {
    font-size: var(--text-m);
  }
  .setting input,
  .setting select {
    width: 100%;
  }
  .setting input[type='number'] {
    text-align: end;
  }
  .setting input[type='checkbox'] {
    justify-self: end;
    width: 1.25rem;
    min-height: 1.25rem;
    height: 1.25rem;
    accent-color: var(--act);
  }
  [aria-invalid='true'] {
    border-color: var(--wrong);
  }
  .hint,
  .note {
    grid-column: 1 / -1;
    font-size: var(--text-xs);
  }
  .hint {
    color: var(--ink-soft);
  }
  .choose {
    display: flex;
    gap: var(--space-2);
  }
  .range {
    white-space: nowrap;
  }
  .range::before {
    content: '(';
  }
  .range::after {
    content: ')';
  }
  cat-prompt-editor {
    margin-bottom: var(--space-3);
  }
`;
