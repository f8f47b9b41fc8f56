import { css } from 'lit';

/** What the parts of the experiments share: sheets, their headings, bars of buttons, and paper. */
export const sharedStyle = css`
  .sheet {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
  }
  .sheet > * {
    min-width: 0;
  }
  h2,
  h3 {
    font-size: var(--text-m);
    font-weight: 650;
  }
  h3 {
    margin-top: var(--space-2);
    font-size: var(--text-s);
  }
  .sheet > h3:first-child {
    margin-top: 0;
  }
  .button.primary {
    border-color: var(--act);
    background: var(--act);
    color: var(--on-act);
    font-weight: 600;
  }
  .button.primary:hover {
    background: var(--act-hover);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .far {
    margin-inline-start: auto;
  }
  .facts {
    color: var(--ink-soft);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  @media (max-width: 30rem) {
    .sheet {
      padding: var(--space-3);
    }
  }
  @media print {
    button,
    input,
    select,
    label,
    form,
    .controls {
      display: none !important;
    }
    .sheet {
      padding: 0;
      border: 0;
      box-shadow: none;
    }
  }
`;

/** Tables of experiments, over tableStyle: the first column stays. */
export const runTableStyle = css`
  thead th {
    vertical-align: bottom;
  }
  .stays {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    border-inline-end: 1px solid var(--line);
    background: var(--sheet);
    white-space: normal;
  }
  thead .stays {
    background: var(--well);
  }
  .number {
    text-align: end;
  }
  .notes {
    min-width: 12rem;
    color: var(--ink-soft);
    font-size: var(--text-xs);
    white-space: normal;
  }
  .reference > * {
    background: var(--chalk);
  }
  @media print {
    .box {
      overflow: visible;
    }
    th,
    td {
      white-space: normal;
    }
    tr {
      break-inside: avoid;
    }
  }
`;

/** Questions, one a line: each opens its group. */
export const questionsStyle = css`
  ol.rows li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--space-3);
    padding-inline-end: var(--space-3);
    border-top: 1px solid var(--line);
  }
  button.open {
    display: grid;
    grid-template-columns: 3.5rem minmax(0, 1fr);
    justify-content: stretch;
    gap: 0 var(--space-2);
    min-height: 2.25rem;
    padding: var(--space-1) 0;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
  }
  button.open:hover {
    background: var(--well);
  }
  button.open:focus-visible {
    outline-offset: -2px;
  }
  .question {
    overflow: hidden;
    font-family: var(--font-book);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .at {
    color: var(--ink-soft);
    font-size: var(--text-xs);
    text-align: end;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    font-size: var(--text-xs);
  }
  .marks > span {
    min-width: 8.5rem;
  }
  @media (max-width: 48rem) {
    ol.rows li {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--space-1) 0;
    }
    .marks {
      padding-inline-start: 4rem;
    }
    .marks > span {
      min-width: 0;
    }
  }
  @media print {
    button.open {
      display: grid !important;
    }
    .question {
      white-space: normal;
    }
  }
`;
