/** Probabilities and durations as the tables of experiments show them. */

const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const small = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** A probability: from a thousandth up with two digits. */
export const chance = (p: number): string => (p < 0.001 ? 'below 0.001' : small.format(p));

/** Seconds as a person plans with them: no finer than is known. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = seconds / 60;
  if (minutes < 90) return `${Math.round(minutes)} min`;
  const hours = minutes / 60;
  return hours < 48 ? `${tenths.format(hours)} h` : `${tenths.format(hours / 24)} days`;
}
