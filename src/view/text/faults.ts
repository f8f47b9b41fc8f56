/**
 * Every fault in words: what happened, why, and what to do. Page and command line share it, so it
 * knows no DOM.
 */
import type { Fault } from '../../base/fault.ts';
import { faultTexts } from './en-faults.ts';
import type { FaultText } from './fault-text.ts';
import { wordsOf } from './words.ts';

const texts = wordsOf('faults', faultTexts);

export function faultText(fault: Fault): FaultText {
  // The table is complete by its type; the compiler cannot pair a union's members with its keys.
  const text = texts[fault.kind] as (fault: Fault) => FaultText;
  return text(fault);
}
