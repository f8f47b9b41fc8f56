import { css } from 'lit';

/** The question before anything is fetched, and its buttons. */
export const confirmStyle = css`
  .confirm {
    padding: var(--space-3);
    border: 1px solid var(--warn);
    border-radius: var(--round-s);
    background: var(--warn-ground);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
`;
