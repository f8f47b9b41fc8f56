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
    margin-inline-start: 0.15em;
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
    overflow-wrap: anywhere;
    hyphens: auto;
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
`;
