import { css } from 'lit';

/** A card that says the same as the selected step, or otherwise: an edge, a word, a marked line. */
export const standStyle = css`
  .card[data-stand] {
    outline: 2px solid var(--ink);
    outline-offset: -2px;
  }
  .card[data-stand='contradicts'] {
    outline: 2px dashed var(--wrong);
  }
  .stand.contradicts {
    color: var(--wrong);
  }
  .stand.supports {
    color: var(--ink);
  }
  mark {
    background: var(--chalk);
    color: var(--ink);
    text-decoration: underline;
    text-decoration-color: var(--chalk-edge);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  mark.contradicts {
    background: var(--wrong-ground);
    text-decoration-style: wavy;
    text-decoration-color: var(--wrong);
    text-decoration-thickness: 1px;
  }
`;
