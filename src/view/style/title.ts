import { css } from 'lit';

/** The head of a place of the page. */
export const titleStyle = css`
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-3);
  }
  h2 {
    font-family: var(--font-book);
    font-size: var(--text-xl);
  }
`;
