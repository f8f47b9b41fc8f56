import { css } from 'lit';

/** What dialogs have in common: a head, a body that scrolls, and an end, over a darkened page. */
export const dialogFrame = css`
  dialog {
    max-width: none;
    padding: 0;
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
    gap: var(--space-2);
    padding: var(--space-2) var(--space-4);
  }
  .top {
    justify-content: space-between;
    border-block-end: 1px solid var(--line);
  }
  .end {
    border-block-start: 1px solid var(--line);
  }
  h2 {
    font-family: var(--font-book);
    font-size: var(--text-l);
  }
  .body {
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
`;
