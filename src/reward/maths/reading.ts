/**
 * The final answer found in a text. `absent` never equals anything, `absent` included: two missing
 * answers are no agreement.
 */
export type Reading =
  | {
      readonly kind: 'found';
      /** The answer as it stood in the text, trimmed. */
      readonly raw: string;
      /** Which rule found it. */
      readonly rule: 'boxed' | 'hashes' | 'answer-is' | 'bold' | 'last-number' | 'whole';
    }
  | { readonly kind: 'absent' };

/** `undecided`: neither shown equal nor shown different, for instance since a deadline passed. */
export type Equality = 'equal' | 'different' | 'undecided';

/** Symmetric; never throws. Async, since algebra is loaded on first need. */
export type Compare = (a: Reading, b: Reading) => Promise<Equality>;
