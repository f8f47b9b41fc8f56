/** What every chart is to its frame: words, a drawing, and the same numbers as a table. */
import type { TemplateResult } from 'lit';

export interface Chart {
  /** Stem of the names of saved files, such as `accuracy-by-group`. */
  readonly name: string;
  readonly title: string;
  /** What is drawn, of how many questions, and how its intervals were found. */
  readonly caption: string;
  /** When it must not be read as more than it is. */
  readonly cautions: readonly string[];
  /** Said in place of the drawing where there is nothing to draw. */
  readonly empty: string | null;
  readonly table: ChartTable;
  /** The marks of the drawing with their names, where it has more than one kind. */
  readonly legend: readonly LegendEntry[];
  /**
   * An `<svg>` of this width in pixels, 240 or more. What can be reached by keyboard carries
   * `data-point`; what chooses a filter carries `data-choice` too, and is told by `cat-choose`.
   */
  readonly draw: (width: number) => TemplateResult;
}

export interface LegendEntry {
  readonly label: string;
  /** A small drawing in a box of 28 by 14 pixels. */
  readonly mark: TemplateResult;
}

/** How the numbers of a column are written for people; files have them in full. */
export type Column = {
  readonly head: string;
  readonly kind: 'text' | 'count' | 'share' | 'points' | 'tokens' | 'seconds' | 'number';
};

export interface ChartTable {
  readonly columns: readonly Column[];
  /** A cell for each column: text, a number, or null for none. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}
