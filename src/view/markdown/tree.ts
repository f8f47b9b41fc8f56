/** What a model's text is read as. Every leaf knows where it stands in the text. */

export interface Leaf {
  readonly kind: 'text' | 'code' | 'address';
  readonly text: string;
  readonly at: number;
}

export interface Maths {
  readonly kind: 'maths';
  readonly tex: string;
  /** With its delimiters: shown until, and wherever, it cannot be drawn. */
  readonly source: string;
  readonly display: boolean;
  readonly at: number;
}

export interface Span {
  readonly kind: 'strong' | 'em' | 'del';
  readonly parts: readonly Inline[];
}

export type Inline = Leaf | Maths | Span;

export interface ListItem {
  /** As it is written: `7.`, or a dot for a dash. */
  readonly marker: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly Leaf[] }
  | { readonly kind: 'maths'; readonly maths: Maths }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'rule' };
