/** Probabilities as the tables of experiments show them. */
import { languageTag } from '../text/language.ts';

const small = new Intl.NumberFormat(languageTag(), { maximumSignificantDigits: 2 });

/** Below it a probability is not told. */
const LEAST = 0.001;

/** A probability: from a thousandth up with two digits; less than that by the language's word. */
export const chance = (p: number, below: string): string =>
  p < LEAST ? `${below} ${small.format(LEAST)}` : small.format(p);
