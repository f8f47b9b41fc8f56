/**
 * Fleiss' kappa (Fleiss 1971): how far several raters agree beyond chance, over subjects that each
 * have the same number of ratings in the same categories, such as verdicts yes, no and unreadable of
 * a judge that was asked several times.
 *
 * One row per subject, one count per category. 1 is full agreement, 0 what chance gives, below 0
 * less. Null of no subjects, of fewer than two raters, and where every rating is in one category, in
 * which chance agrees as well as anybody. Throws RangeError where rows differ in length or in sum.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number | null {
  const [first] = counts;
  if (first === undefined) return null;
  const sum = (row: readonly number[]): number => row.reduce((total, count) => total + count, 0);
  const raters = sum(first);
  for (const row of counts) {
    const countable = row.every((count) => Number.isSafeInteger(count) && count >= 0);
    if (!countable || row.length !== first.length || sum(row) !== raters) {
      throw new RangeError(`ratings ${row.join(', ')} beside ${first.join(', ')}`);
    }
  }
  if (raters < 2) return null;
  const observed =
    counts.reduce((total, row) => total + (sum(row.map((count) => count * count)) - raters), 0) /
    (counts.length * raters * (raters - 1));
  const shares = first.map(
    (_, category) => sum(counts.map((row) => row[category] ?? 0)) / (counts.length * raters),
  );
  const chance = sum(shares.map((share) => share * share));
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}
