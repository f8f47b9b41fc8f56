import type { FaultKind, FaultOf } from '../../base/fault.ts';

/** What a person is told of something that failed. */
export interface FaultText {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

export type FaultTexts = { readonly [K in FaultKind]: (fault: FaultOf<K>) => FaultText };

/** A reason as a sentence: reasons come from many places, with and without a full stop. */
export function asSentence(reason: string, none: string): string {
  const trimmed = reason.trim();
  if (trimmed === '') return none;
  const start = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(start) ? start : `${start}.`;
}
