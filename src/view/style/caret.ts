import { css } from 'lit';

/** Where the next token of a text that is being written will stand. */
export const caret = css`
  .caret {
    display: inline-block;
    width: 0.45em;
    height: 1em;
    margin-inline-start: 0.1em;
    vertical-align: -0.1em;
    background: var(--chalk-edge);
    forced-color-adjust: none;
    animation: blink 1s steps(2, jump-none) infinite;
  }
  @keyframes blink {
    to {
      opacity: 0;
    }
  }
`;
