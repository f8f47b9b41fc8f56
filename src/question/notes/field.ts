import type { Point, Points } from './point.ts';

/** A subject that notes are written on, with the points that always belong to it. */
export interface Topic {
  /** A noun phrase, such as `a fern`. */
  readonly name: string;
  readonly points: Points;
}

/** A circumstance that adds its points to those of any topic of the field. */
export interface Situation {
  /** Follows the topic's name, such as `in winter`. */
  readonly phrase: string;
  /** Says the same as a sentence of its own before the question. */
  readonly sentence: string;
  readonly points: readonly Point[];
}

/** Topics that share wordings of the question, situations and a stock of points. */
export interface Field {
  readonly name: string;
  /**
   * Wordings of the question with the place `{x}` for the topic. The situation's phrase follows the
   * topic, or stands at the place `{s}` where there is one.
   */
  readonly wordings: {
    readonly taught: readonly string[];
    /** Never trained on, with any topic of the field. */
    readonly heldout: readonly string[];
  };
  readonly situations: readonly Situation[];
  readonly topics: readonly Topic[];
}
