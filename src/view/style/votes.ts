import { css } from 'lit';

/** The bars of the votes; colours of answers come from the element that draws them. */
export const votesStyle = css`
  /* Bars grow as numbers are written, whatever the language of the page. */
  .votes {
    direction: ltr;
    display: block;
    overflow: visible;
    font-size: var(--text-s);
  }
  .votes text {
    fill: var(--ink);
  }
  .votes .answer {
    font-family: var(--font-book);
    font-size: var(--text-base);
    font-weight: 600;
  }
  .votes .count {
    font-weight: 600;
  }
  .votes .band {
    fill: var(--chalk);
    stroke: var(--chalk-edge);
  }
  .votes .track {
    fill: var(--line);
    opacity: 0.55;
  }
  .votes .bar,
  .votes .badge {
    fill: var(--answer);
  }
  .votes .badge-text {
    fill: var(--on-answer);
    font-size: var(--text-xs);
    font-weight: 700;
  }
  .votes .synthesis path {
    fill: var(--chalk-edge);
  }
  .votes .truth path {
    fill: none;
    stroke: var(--right);
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    .votes .bar,
    .votes .badge {
      fill: CanvasText;
    }
    .votes .badge-text {
      fill: Canvas;
    }
    .votes .track {
      fill: Canvas;
      stroke: CanvasText;
      opacity: 1;
    }
  }
`;
