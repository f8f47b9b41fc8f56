import { css } from 'lit';

/** The list of lessons, and a step: sentences beside question and picture, the recording below. */
export const lessonStyle = css`
  :host {
    display: grid;
    gap: var(--space-3);
  }
  h2 {
    line-height: 1.25;
  }
  h3 {
    font-family: var(--font-book);
    font-size: var(--text-l);
    line-height: 1.3;
  }
  h4 {
    margin: 0;
    color: var(--ink-soft);
    font-size: var(--text-s);
    font-weight: 400;
  }
  .here:focus-visible {
    outline: none;
  }
  blockquote {
    margin: 0;
    font-family: var(--font-book);
    font-size: var(--text-l);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  a.button.primary {
    border-color: var(--act);
    background: var(--act);
    color: var(--on-act);
    font-weight: 600;
  }
  a.button.primary:hover {
    border-color: var(--act-hover);
    background: var(--act-hover);
  }
  a.button {
    white-space: normal;
  }

  .lessons {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13.5rem, 100%), 1fr));
    gap: var(--space-3);
  }
  .lessons li {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
    padding: var(--space-4);
    border-top: 4px solid var(--chalk-edge);
  }
  .lessons .takes {
    margin-top: auto;
  }
  .lessons .button {
    align-self: flex-start;
  }
  .far {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4);
  }
  .far > p {
    max-width: 60rem;
  }
  .words {
    columns: 24rem auto;
    column-gap: var(--space-6);
  }
  .words div {
    break-inside: avoid;
    margin-bottom: var(--space-2);
  }
  .words dt {
    font-weight: 650;
  }

  .lesson {
    display: grid;
    gap: var(--space-3);
  }
  .lesson header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-1) var(--space-4);
  }
  .lesson header a {
    color: inherit;
  }
  .lesson h2 span {
    color: var(--ink-soft);
    font-family: var(--font-text);
    font-size: var(--text-s);
    font-weight: 400;
  }
  .lesson nav {
    margin-inline-start: auto;
  }
  .steps {
    display: flex;
    gap: var(--space-1);
  }
  .steps a {
    display: grid;
    place-items: center;
    width: 1.75rem;
    height: 1.75rem;
    border: 1px solid var(--edge);
    border-radius: 50%;
    color: var(--ink);
    font-size: var(--text-s);
    text-decoration: none;
  }
  .steps a:hover {
    background: var(--well);
  }
  .steps a[aria-current='step'] {
    border-color: var(--act);
    background: var(--act);
    color: var(--on-act);
    font-weight: 650;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    align-items: start;
    gap: var(--space-3) var(--space-4);
  }
  .said {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4);
    border-inline-start: 4px solid var(--chalk-edge);
    line-height: 1.5;
  }
  .said > p {
    max-width: 42rem;
    font-size: var(--text-base);
  }
  .progress {
    display: block;
    color: var(--ink-soft);
    font-family: var(--font-text);
    font-size: var(--text-s);
    font-weight: 400;
  }
  .beside {
    display: grid;
    gap: var(--space-3);
  }
  .absent {
    padding: var(--space-3) var(--space-4);
    border: 1px dashed var(--edge);
    border-radius: var(--round);
    color: var(--ink-soft);
  }
  .asked {
    padding: 0 var(--space-2);
  }
  .asked blockquote {
    font-size: var(--text-m);
  }
  .picture {
    padding: var(--space-3);
  }
  .picture figcaption {
    margin-bottom: var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .onward {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  @media (hover: none) {
    .keys {
      display: none;
    }
  }

  .predict {
    display: grid;
    justify-items: start;
    gap: var(--space-3);
    padding: var(--space-3);
    border-radius: var(--round-s);
    background: var(--well);
  }
  .predict fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
  }
  .predict legend {
    margin-bottom: var(--space-1);
    padding: 0;
    font-weight: 650;
  }
  .predict .first {
    color: var(--chalk-ink);
  }
  .predict label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.75rem;
  }
  .predict input {
    width: 1.125rem;
    height: 1.125rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--act);
  }
  .outcome {
    font-weight: 650;
  }

  .criteria {
    padding-inline-start: 1.5em;
    list-style: decimal;
    font-size: var(--text-s);
    line-height: 1.5;
  }
  .rewards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.25rem, 1fr));
    gap: var(--space-2);
  }
  .rewards li {
    display: grid;
    gap: 0.125rem;
    padding: var(--space-2);
    border: 1px solid var(--line);
    border-top: 4px solid var(--answer, var(--line));
    border-radius: var(--round-s);
    font-size: var(--text-s);
  }
  .rewards .answer {
    font-family: var(--font-book);
    font-size: var(--text-m);
    font-weight: 600;
  }
  .rewards .answer .letter {
    font-family: var(--font-text);
  }

  @media (max-width: 56rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .lesson nav {
      margin: 0;
    }
  }
`;

/** The question for the live model, and what starts and stops it. */
export const tryStyle = css`
  :host {
    display: grid;
    gap: var(--space-3);
  }
  .ask {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4);
  }
  blockquote {
    max-width: 60rem;
    margin: 0;
    font-family: var(--font-book);
    font-size: var(--text-l);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  h4 {
    margin: 0;
    font-size: var(--text-m);
  }
`;
