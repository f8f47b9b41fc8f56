import type { Shortfall } from '../../engine/webllm/shortfall.ts';
import { preflightTexts } from './en-preflight.ts';
import type { FaultText } from './fault-text.ts';
import { wordsOf } from './words.ts';

const texts = wordsOf('preflight', preflightTexts);

/** What a device lacks, in the language in use. */
export function shortfallText(shortfall: Shortfall): FaultText {
  // The table is complete by its type; the compiler cannot pair a union's members with its keys.
  const text = texts[shortfall.kind] as (one: Shortfall) => FaultText;
  return text(shortfall);
}
