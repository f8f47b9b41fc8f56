import { css } from 'lit';

/** A model's own words, as they came. Each place says how high they may stand. */
export const wordsStyle = css`
  pre {
    margin: var(--space-1) 0 0;
    padding: var(--space-2);
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--round-s);
    background: var(--well);
    font: inherit;
    font-family: var(--font-code);
    font-size: var(--text-xs);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

/** What opens a fold is as wide as its words: beside them a click does nothing. */
export const foldStyle = css`
  summary {
    width: max-content;
    max-width: 100%;
    cursor: pointer;
  }
`;

/** A heading with its button to close at the far end. */
export const topStyle = css`
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }
`;
