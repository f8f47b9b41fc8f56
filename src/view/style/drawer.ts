import { css } from 'lit';

/** The settings as a sheet at the right edge, over the whole window where that is narrow. */
export const drawer = css`
  dialog {
    position: fixed;
    inset-block: 0;
    inset-inline: auto 0;
    width: min(28rem, 100vw);
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-inline-start: 1px solid var(--line);
    background: var(--sheet);
    color: var(--ink);
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  dialog::backdrop {
    background: rgb(8 16 13 / 45%);
  }
  .top,
  .end {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-4);
  }
  .top {
    border-bottom: 1px solid var(--line);
  }
  .end {
    border-top: 1px solid var(--line);
  }
  h2 {
    font-family: var(--font-book);
    font-size: var(--text-l);
  }
  .body {
    overflow: hidden auto;
    overscroll-behavior: contain;
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
