import { css } from 'lit';

export const verdictStyle = css`
  section {
    min-height: 20rem;
    padding: var(--space-3) var(--space-4);
  }
  .headline {
    font-family: var(--font-book);
    font-size: var(--text-l);
    font-weight: 700;
    line-height: 1.25;
  }
  .headline svg {
    margin-left: 0.15em;
  }
  [data-tone='won'] .headline svg {
    color: var(--chalk-edge);
    fill: currentColor;
  }
  [data-tone='right'] .headline svg {
    color: var(--right);
  }
  [data-tone='wrong'] .headline svg {
    color: var(--wrong);
  }
  .sentence {
    min-height: 2.375rem;
    margin: var(--space-1) 0 var(--space-2);
    font-size: var(--text-s);
  }
  .sentence.empty {
    color: var(--ink-soft);
    font-family: var(--font-book);
    font-size: var(--text-m);
    font-style: italic;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-2);
  }
  .tile {
    min-height: 4.875rem;
    padding: 0.375rem var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--round-s);
    background: var(--well);
  }
  .tile.reference {
    border-color: var(--chalk-edge);
    background: var(--chalk);
  }
  dt {
    display: flex;
    align-items: center;
    gap: 0.35em;
    font-size: var(--text-xs);
    line-height: 1.2;
    color: var(--ink-soft);
  }
  .reference dt {
    color: var(--chalk-ink);
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5em;
    font-size: var(--text-xs);
    line-height: 1.25rem;
  }
  dd b {
    flex: 1 0 100%;
    overflow: hidden;
    font-family: var(--font-book);
    font-size: var(--text-xl);
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  dd .none {
    flex: 1 0 100%;
    padding: 0.5em 0;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  dd {
    color: var(--ink-soft);
  }
  dd b {
    color: var(--ink);
  }
  .given {
    margin-top: var(--space-2);
  }
  figure {
    margin-top: var(--space-2);
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    margin-top: var(--space-1);
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  figcaption .synthesis svg {
    color: var(--chalk-edge);
    fill: currentColor;
  }
  .votes {
    display: block;
    overflow: visible;
    font-size: 0.8125rem;
  }
  .votes text {
    fill: var(--ink);
  }
  .votes .answer {
    font-family: var(--font-book);
    font-size: 1rem;
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
    font-size: 0.75rem;
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
  }
`;
