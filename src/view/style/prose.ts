import { css } from 'lit';

/** Model text as `prose()` draws it. It stands in its own direction, whatever it holds. */
export const proseStyle = css`
  /* Formulas and tables do not break: what is too wide for its place is reached by scrolling. */
  .prose {
    overflow: auto hidden;
    scrollbar-width: thin;
    unicode-bidi: isolate;
  }
  .prose > * + *,
  .prose li > div > * + *,
  .prose blockquote > * + * {
    margin-block-start: 0.4em;
  }
  .prose p,
  .prose ul,
  .prose blockquote {
    margin: 0;
    padding: 0;
  }
  .prose .title {
    font-weight: 650;
  }
  .prose ul {
    list-style: none;
  }
  .prose li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.35em;
  }
  .prose blockquote {
    padding-inline-start: var(--space-2);
    border: 0;
    border-inline-start: 3px solid var(--line);
    font: inherit;
  }
  .prose pre {
    max-height: none;
    margin: 0;
    padding: var(--space-1) var(--space-2);
    border: 0;
    border-radius: var(--round-s);
    background: color-mix(in srgb, currentcolor 6%, transparent);
    font-family: var(--font-code);
    font-size: 0.925em;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--font-code);
    font-size: 0.925em;
  }
  .prose pre code {
    font-size: 1em;
  }
  .prose .language {
    display: block;
    opacity: 0.75;
    font-size: var(--text-xs);
  }
  .prose table {
    border-collapse: collapse;
  }
  .prose th,
  .prose td {
    padding: 0.1em 0.5em;
    border: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  .prose hr {
    border: 0;
    border-block-start: 1px solid var(--line);
  }
  .address {
    font-family: var(--font-code);
    font-size: 0.925em;
    overflow-wrap: anywhere;
  }
  .unseen {
    padding: 0 0.3em;
    border: 1px solid currentcolor;
    border-radius: 0.25em;
    font-family: var(--font-code);
    font-size: 0.75em;
  }
  .formula.display {
    display: block;
    margin-block: 0.25em;
  }
  .formula .boxed {
    border: 1px solid currentcolor;
    padding: 0.1em 0.25em;
  }
  .formula .struck {
    text-decoration: line-through;
  }
  .formula .bold {
    font-weight: 700;
  }
  .formula .italic {
    font-style: italic;
  }
  .formula .left {
    text-align: left;
  }
  .formula .right {
    text-align: right;
  }
`;
