/** What an answer is, taken apart far enough to be compared. */
import type { Node } from './node.ts';
import type { Unit } from './unit.ts';

export type Relation = '=' | '≠' | '<' | '<=';

/** A stretch of the real line; a single point is closed at both of its equal ends. */
export interface Piece {
  readonly low: Node;
  readonly high: Node;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

export type Expression = {
  readonly kind: 'expression';
  readonly node: Node;
  readonly percent: boolean;
  readonly unit: Unit | null;
};

export type RelationAnswer = {
  readonly kind: 'relation';
  readonly relation: Relation;
  readonly left: Node;
  readonly right: Node;
  /** Unit and percent sign behind the right side. */
  readonly quantity: Expression;
};

/** `open` is empty for a bare list; lists and sets have no order, tuples and intervals do. */
export type Sequence = {
  readonly kind: 'sequence';
  readonly open: '' | '(' | '[' | '{' | '∪';
  readonly close: string;
  /** What stands between the parts of a bare list. */
  readonly joint: ',' | 'and' | 'or';
  readonly items: readonly Answer[];
};

export type Answer =
  | Expression
  | RelationAnswer
  | Sequence
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Answer[])[] }
  /** `3:4`, `1:2:3`; `clock` where it may be a time of day. */
  | { readonly kind: 'ratio'; readonly parts: readonly Answer[]; readonly clock: Clock | null }
  /** `(C) 12`: a letter to choose with what stands behind it, if anything does. */
  | { readonly kind: 'choice'; readonly letter: string; readonly content: Answer | null }
  /** A set of real numbers that is no list, such as ℝ without a point; no pieces for the empty set. */
  | { readonly kind: 'region'; readonly letter: string | null; readonly pieces: readonly Piece[] }
  | { readonly kind: 'words'; readonly text: string }
  /** Equals nothing, itself included. */
  | { readonly kind: 'nan' }
  /** Nothing that we can read: only an equal text shows it equal. */
  | { readonly kind: 'opaque'; readonly text: string };

export interface Clock {
  /** Seconds since midnight or, where `half` is null and the hour is 1 to 12, since noon. */
  readonly seconds: number;
  readonly half: 'am' | 'pm' | null;
}

export const expression = (node: Node): Expression => ({
  kind: 'expression',
  node,
  percent: false,
  unit: null,
});

export const bareList = (items: readonly Answer[], joint: Sequence['joint'] = ','): Sequence => ({
  kind: 'sequence',
  open: '',
  close: '',
  joint,
  items,
});
