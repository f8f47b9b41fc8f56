/** What every chart is to its frame: words, a drawing, and the same numbers as a table. */
import type { TemplateResult } from 'lit';

export interface Chart {
  /** Stem of the names of saved files, such as `accuracy-by-group`. */
  readonly name: string;
  readonly title: string;
  /** What is drawn, of how many questions, and how its intervals were found. */
  readonly caption: string;
  /** When it must not be read as more than it is; a sentence each. */
  readonly cautions: readonly string[];
  /** What can be done with it on the page; no part of what is saved. */
  readonly hint: string | null;
  /** Said in place of the drawing where there is nothing to draw. */
  readonly empty: string | null;
  readonly table: ChartTable;
  /**
   * An `<svg>` of this width in pixels, 240 or more. What can be reached by keyboard carries
   * `data-row` and `data-column`, its place among the others, and what chooses a filter carries
   * `data-choice` too, which the frame tells as `cat-choose`.
   */
  readonly draw: (width: number) => TemplateResult;
}

/** How the numbers of a column are written for people; files have them in full. */
export interface Column {
  readonly head: string;
  /** `share` is 0 to 1, written in per cent; `points` a difference of shares, with its sign. */
  readonly kind: 'text' | 'count' | 'share' | 'points' | 'seconds' | 'number';
}

export type Cell = string | number | null;

export interface ChartTable {
  readonly columns: readonly Column[];
  /** A cell for each column: text, a number, or null for none. */
  readonly rows: readonly (readonly Cell[])[];
}
