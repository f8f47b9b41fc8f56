import { css } from 'lit';

/** Question on top, rollouts beside synthesis and verdict, and below what was before. */
export const appStyle = css`
  :host {
    max-width: 105rem;
    margin: 0 auto;
    padding: 0 clamp(var(--space-3), 2vw, var(--space-6)) var(--space-6);
  }
  .head {
    display: grid;
    grid-template: minmax(3.5rem, auto) / auto auto minmax(20rem, 1fr) minmax(0, auto);
    align-items: center;
    gap: 0 var(--space-4);
    padding: var(--space-1) 0;
  }
  .name {
    display: flex;
    align-items: center;
    gap: var(--space-3);
  }
  .logo {
    width: 2.75rem;
    height: 2.1rem;
  }
  .logo-point {
    fill: var(--chalk-edge);
  }
  h1 {
    font-family: var(--font-book);
    font-size: var(--text-xl);
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: -0.01em;
  }
  h1 small {
    display: block;
    font-family: var(--font-text);
    font-size: var(--text-xs);
    font-weight: 400;
    letter-spacing: 0.01em;
    color: var(--ink-soft);
  }
  .claim {
    max-width: 34rem;
    padding-inline-start: var(--space-4);
    border-inline-start: 1px solid var(--edge);
    color: var(--ink-soft);
    font-size: var(--text-s);
    line-height: 1.4;
  }
  .where {
    display: contents;
  }
  nav {
    display: flex;
    gap: var(--space-1);
  }
  nav a {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 2.25rem;
    padding: 0 var(--space-2);
    border-bottom: 2px solid transparent;
    color: var(--ink);
    font-size: var(--text-m);
    text-decoration: none;
    white-space: nowrap;
  }
  nav a:hover {
    border-bottom-color: var(--edge);
  }
  nav a[aria-current='page'] {
    border-bottom-color: var(--act);
    font-weight: 650;
  }
  nav .count {
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 400;
  }
  .part {
    padding: var(--space-3) var(--space-4);
    border: 1px dashed var(--edge);
    border-radius: var(--round);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .part button {
    margin-top: var(--space-2);
  }
  .part a {
    color: inherit;
  }
  .tools {
    grid-column: -2;
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: var(--space-4);
  }
  main {
    display: grid;
    gap: var(--space-3);
  }
  main[hidden] {
    display: none;
  }
  .load-as {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    margin-top: var(--space-5);
    font-size: var(--text-s);
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  cat-history-list {
    margin-top: var(--space-4);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-5);
    margin-top: var(--space-5);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  /* A line that is transparent elsewhere is drawn here. */
  @media (forced-colors: active) {
    nav a {
      border-bottom-color: Canvas;
    }
    nav a[aria-current='page'] {
      border-bottom-color: Highlight;
    }
  }
  /* The claim makes room for what is said of the model, which then fits whatever the model does. */
  @media (max-width: 96rem) {
    .head {
      grid-template-columns: auto auto minmax(0, 1fr);
    }
    .claim {
      grid-area: 2 / 1 / auto / -1;
      max-width: none;
      margin-bottom: var(--space-1);
      padding: 0;
      border: 0;
    }
    .tools {
      grid-row: 1;
    }
  }
  @media (max-width: 68rem) {
    .head {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .where {
      grid-row: 2;
      grid-column: 1 / -1;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-4);
    }
    .where .claim {
      flex: 1 1 20rem;
    }
  }
  @media (max-width: 40rem) {
    .head {
      grid-template: none / minmax(0, 1fr);
      gap: var(--space-2);
    }
    .where,
    .tools {
      grid-row: auto;
    }
    .tools {
      justify-content: space-between;
    }
  }
  /* A report on paper: what it says and no controls. */
  @media print {
    :host {
      padding: 0;
    }
    .tools,
    nav,
    .claim,
    cat-toast,
    cat-fault-note,
    cat-language-menu,
    cat-offline-status,
    .part {
      display: none;
    }
  }
`;
