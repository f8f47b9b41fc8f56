/** Probabilities and durations as the tables of experiments show them. */
import { count, tenth } from '../format.ts';
import { languageTag } from '../text/language.ts';

const small = new Intl.NumberFormat(languageTag(), { maximumSignificantDigits: 2 });

/** Below it a probability is not told. */
const LEAST = 0.001;

/** A probability: from a thousandth up with two digits; less than that by the language's word. */
export const chance = (p: number, below: string): string =>
  p < LEAST ? `${below} ${small.format(LEAST)}` : small.format(p);

/** Seconds as a person plans with them: no finer than is known. */
export function duration(seconds: number, days: string): string {
  if (seconds < 90) return `${count(Math.max(1, Math.round(seconds)))} s`;
  const minutes = seconds / 60;
  if (minutes < 90) return `${count(Math.round(minutes))} min`;
  const hours = minutes / 60;
  return hours < 48 ? `${tenth(hours)} h` : `${tenth(hours / 24)} ${days}`;
}
