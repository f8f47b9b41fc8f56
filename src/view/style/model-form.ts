import { css } from 'lit';

/** A form by which another model comes: small words, a label above each field. */
export const modelForm = css`
  h3 {
    font-size: var(--text-s);
    font-weight: 650;
  }
  p,
  label {
    font-size: var(--text-s);
  }
  label {
    display: block;
    margin: var(--space-2) 0 var(--space-1);
  }
  .confirm {
    margin-top: var(--space-2);
  }
`;
