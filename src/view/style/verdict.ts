import { css } from 'lit';

export const verdictStyle = css`
  section {
    min-height: 17.5rem;
    padding: var(--space-3) var(--space-4);
  }
  .empty {
    margin-top: var(--space-2);
    color: var(--ink-soft);
    font-style: italic;
  }
  .headline {
    margin: var(--space-2) 0 var(--space-3);
  }
  .headline h3 {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
    font-family: var(--font-book);
    font-size: var(--text-l);
    font-weight: 700;
    line-height: 1.25;
  }
  .headline p {
    margin-top: var(--space-1);
    font-size: var(--text-s);
  }
  .headline.won svg {
    color: var(--chalk-edge);
    fill: currentColor;
  }
  .headline.right h3,
  .headline.wrong h3 {
    color: inherit;
  }
  .headline.right svg {
    color: var(--right);
  }
  .headline.wrong svg {
    color: var(--wrong);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-2);
  }
  .tile {
    min-height: 5.5rem;
    padding: var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--round-s);
    background: var(--well);
  }
  .tile.reference {
    border-color: var(--chalk-edge);
    background: var(--chalk);
  }
  .tile.unknown {
    border-style: dashed;
    background: transparent;
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
    align-items: baseline;
    gap: 0 0.5em;
    font-size: var(--text-xs);
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
  dd .note {
    color: var(--ink-soft);
  }
  figure {
    margin-top: var(--space-3);
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
  .votes .rest {
    fill: var(--ink-soft);
    font-size: 0.75rem;
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
