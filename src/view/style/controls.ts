import { css } from 'lit';

/** What every element shares: boxes, buttons, fields, focus, and text for screen readers only. */
export const controls = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: inherit;
  }
  svg.icon {
    width: 1em;
    height: 1em;
    flex: none;
    vertical-align: -0.125em;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: var(--round-s);
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 2.25rem;
    padding: 0 var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--round-s);
    background: var(--sheet);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-m);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  button:hover {
    background: var(--well);
    border-color: var(--ink-soft);
  }
  button:disabled,
  button[aria-disabled='true'] {
    color: var(--ink-soft);
    border-style: dashed;
    background: transparent;
    cursor: not-allowed;
  }
  button.primary {
    border-color: var(--act);
    background: var(--act);
    color: var(--on-act);
    font-weight: 600;
  }
  button.primary:hover {
    background: var(--act-hover);
    border-color: var(--act-hover);
  }
  button.primary:disabled {
    border-color: var(--edge);
    background: transparent;
    color: var(--ink-soft);
  }
  button.plain {
    border-color: transparent;
    background: transparent;
  }
  button.plain:hover {
    background: var(--well);
    border-color: var(--line);
  }
  button.small {
    min-height: 1.75rem;
    padding: 0 var(--space-2);
    font-size: var(--text-s);
  }
  button.bare {
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-size: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  input,
  select,
  textarea {
    min-height: 2.25rem;
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--edge);
    border-radius: var(--round-s);
    background: var(--sheet);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-m);
  }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .sheet {
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--sheet);
    box-shadow: var(--shade);
  }
  .soft {
    color: var(--ink-soft);
  }
  .xs {
    font-size: var(--text-xs);
  }
  .s {
    font-size: var(--text-s);
  }
  .right {
    color: var(--right);
  }
  .wrong {
    color: var(--wrong);
  }
  .warn {
    color: var(--warn);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    white-space: nowrap;
  }
  /* The system draws a ground of its own behind words, which has to be that of the button. */
  @media (forced-colors: active) {
    button.primary,
    button.primary:hover {
      border: 2px solid ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
    button:disabled,
    button.primary:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** The numbered headings that lead a newcomer down the page. */
export const headings = css`
  .heading {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    min-height: 1.5rem;
  }
  .heading h2 {
    font-size: var(--text-m);
    font-weight: 650;
    letter-spacing: 0.005em;
  }
  .heading .step {
    display: inline-grid;
    place-items: center;
    align-self: center;
    width: 1.375rem;
    height: 1.375rem;
    border: 1.5px solid var(--ink);
    border-radius: 50%;
    font-size: var(--text-xs);
    font-weight: 700;
    line-height: 1;
  }
  .heading p {
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
`;

/** Colour of an answer's cluster: `data-answer` 0 to 7, or none. Its letter stands beside. */
export const answerColours = css`
  [data-answer] {
    --answer: var(--edge);
  }
  [data-answer='0'] {
    --answer: var(--answer-0);
  }
  [data-answer='1'] {
    --answer: var(--answer-1);
  }
  [data-answer='2'] {
    --answer: var(--answer-2);
  }
  [data-answer='3'] {
    --answer: var(--answer-3);
  }
  [data-answer='4'] {
    --answer: var(--answer-4);
  }
  [data-answer='5'] {
    --answer: var(--answer-5);
  }
  [data-answer='6'] {
    --answer: var(--answer-6);
  }
  [data-answer='7'] {
    --answer: var(--answer-7);
  }
  .letter {
    display: inline-grid;
    place-items: center;
    flex: none;
    min-width: 1.5em;
    height: 1.5em;
    padding: 0 0.25em;
    border-radius: 0.25em;
    background: var(--answer);
    color: var(--on-answer);
    font-size: 0.8em;
    font-weight: 700;
    line-height: 1;
    forced-color-adjust: none;
  }
`;
