import { css } from 'lit';

/** One sentence across the page with what can be done about it. */
export const noteStyle = css`
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin-block-end: var(--space-3);
    padding: var(--space-2) var(--space-4);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--sheet);
    font-size: var(--text-s);
  }
  .note p {
    flex: 1 1 18rem;
  }
`;
