import { css } from 'lit';

/** The drawings: every colour is one of the page's, and repeats what a shape or a dash says. */
export const chartStyle = css`
  [data-series] {
    --mark: var(--ink-soft);
  }
  [data-series='single'] {
    --mark: var(--answer-5);
  }
  [data-series='majority'],
  [data-series='votes'] {
    --mark: var(--answer-0);
  }
  [data-series='majorityEqualCompute'] {
    --mark: var(--answer-2);
  }
  [data-series='bestOfN'] {
    --mark: var(--answer-1);
  }
  [data-series='perplexity'] {
    --mark: var(--answer-3);
  }
  [data-series='mutualPredictability'] {
    --mark: var(--answer-4);
  }
  [data-series='judgeScore'] {
    --mark: var(--answer-6);
  }
  [data-series='selfConsistency'] {
    --mark: var(--answer-7);
  }
  [data-series='synthesis'] {
    --mark: var(--chalk-edge);
  }
  /* Axes run as numbers are written, whatever the language of the page. */
  svg.chart {
    direction: ltr;
    display: block;
    overflow: visible;
    font-family: var(--font-text);
    font-size: 12px;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .chart text {
    fill: var(--ink);
  }
  .chart .axis text,
  .chart .name {
    fill: var(--ink-soft);
  }
  .chart .strong {
    font-weight: 650;
  }
  .chart .value {
    font-weight: 600;
  }
  .chart .grid {
    stroke: var(--line);
    stroke-width: 1;
  }
  .chart .base {
    stroke: var(--edge);
    stroke-width: 1;
  }
  .chart .guide {
    stroke: var(--mark);
    stroke-width: 1.25;
    stroke-dasharray: 5 4;
  }
  .chart .line {
    fill: none;
    stroke: var(--mark);
    stroke-width: 1.75;
  }
  .chart .line[data-series='synthesis'] {
    stroke-width: 2.5;
  }
  .chart .whisker {
    fill: none;
    stroke: var(--mark);
    stroke-width: 1.5;
  }
  .chart .shape {
    fill: var(--mark);
    stroke: var(--sheet);
    stroke-width: 1;
    paint-order: stroke;
  }
  .chart .shape.hollow {
    fill: var(--sheet);
    stroke: var(--mark);
    stroke-width: 2;
  }
  .chart .room {
    fill: transparent;
    stroke: none;
  }
  .chart .point:hover .shape,
  .chart .point:focus-visible .shape {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .chart .choice {
    cursor: pointer;
  }
  .chart .bar {
    fill: var(--answer-0);
  }
  .chart .hatch-ground {
    fill: var(--sheet);
  }
  .chart .hatch-line {
    fill: var(--answer-0);
  }
  .chart .flat {
    stroke: var(--answer-0);
    stroke-width: 1;
  }
  .chart .choice:hover .bar {
    fill: var(--ink);
  }
  .chart .chosen {
    fill: var(--ink);
  }
  .chart .choice[aria-pressed='true'] .bar {
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  .chart .field {
    --tone: var(--right);
    --tone-ground: var(--right-ground);
  }
  .chart .field[data-tone='wrong'] {
    --tone: var(--wrong);
    --tone-ground: var(--wrong-ground);
  }
  .chart .ground {
    fill: var(--tone-ground);
    stroke: var(--edge);
    stroke-width: 1;
  }
  .chart .field:hover .ground {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .chart .field[aria-pressed='true'] .ground {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .chart .sign {
    fill: none;
    stroke: var(--tone);
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chart .many {
    font-family: var(--font-book);
    font-size: 28px;
    font-weight: 700;
  }
  .chart .track {
    fill: var(--sheet);
    stroke: var(--edge);
    stroke-width: 1;
  }
  .chart .field .bar,
  .chart .field:hover .bar,
  .chart .field[aria-pressed='true'] .bar {
    fill: var(--tone);
    stroke: none;
  }
  @media (forced-colors: active) {
    .chart .line,
    .chart .whisker,
    .chart .guide,
    .chart .shape.hollow {
      stroke: CanvasText;
    }
    .chart .shape,
    .chart .bar,
    .chart .hatch-line,
    .chart .chosen {
      fill: CanvasText;
    }
    .chart .choice[aria-pressed='true'] .bar,
    .chart .choice[aria-pressed='true'] .ground {
      stroke: Highlight;
    }
  }
`;

/** What stands around a drawing. */
export const chartFrameStyle = css`
  figure {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
  }
  figure > * {
    min-width: 0;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--space-2);
  }
  h3 {
    margin: 0;
    font-size: var(--text-m);
    font-weight: 650;
  }
  .save {
    display: flex;
    align-items: center;
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  .empty {
    padding: var(--space-4) 0;
    color: var(--ink-soft);
    font-family: var(--font-book);
    font-style: italic;
  }
  figcaption {
    display: grid;
    gap: var(--space-1);
    max-width: 46rem;
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  figcaption li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.4em;
    color: var(--warn);
  }
  figcaption li svg {
    margin-top: 0.25em;
  }
  summary {
    width: max-content;
    max-width: 100%;
    cursor: pointer;
    font-size: var(--text-s);
  }
  .box {
    max-height: 24rem;
    margin-top: var(--space-1);
    overflow: auto;
  }
  table {
    font-size: var(--text-xs);
  }
  th,
  td {
    text-align: end;
  }
  thead th {
    position: sticky;
    top: 0;
    vertical-align: bottom;
    white-space: normal;
  }
  tbody th {
    font-weight: 600;
    white-space: normal;
  }
  .text {
    text-align: start;
  }
  @media (max-width: 30rem) {
    figure {
      padding: var(--space-3);
    }
  }
  @media print {
    .save,
    details:not([open]) {
      display: none;
    }
    .hint {
      display: none;
    }
    figure.sheet {
      padding: 0;
      border: 0;
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
