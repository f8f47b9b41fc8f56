import { fnv1a } from '../../base/hash.ts';
import { normaliseQuestion } from '../question.ts';

export type Split = 'train' | 'heldout';

/** One problem in this many is held out. */
const HELDOUT_ONE_IN = 20;

/**
 * Whether a problem may be trained on. FNV-1a of the normalised text (NFC, lower case, white space
 * collapsed; names, things and numbers kept), its bits mixed once more because the low bits of
 * FNV-1a follow the last characters, modulo 20: remainder 0 is held out, about 5 %. Whatever
 * makes training data asks this function, so a held-out problem is never in it.
 */
export function splitOf(question: string): Split {
  let hash = fnv1a(normaliseQuestion(question));
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  return hash % HELDOUT_ONE_IN === 0 ? 'heldout' : 'train';
}
