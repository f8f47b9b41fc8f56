const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(' ').map((word, at) => [word, at] as const),
  ...TENS.split(' ').map((word, at) => [word, 20 + 10 * at] as const),
]);

/** Whether a number is named anywhere among the words. */
export const namesNumber = (words: readonly string[]): boolean =>
  words.some((word) => VALUES.has(word.toLowerCase()));

/** `seven`, `twenty five`: the digits of a number below a hundred, else null. */
export function digitsOf(words: readonly string[]): string | null {
  const [first, second, ...rest] = words.map((word) => VALUES.get(word.toLowerCase()));
  if (first === undefined || rest.length > 0) return null;
  if (words.length === 1) return String(first);
  const fits = first >= 20 && second !== undefined && second > 0 && second < 10;
  return fits ? String(first + second) : null;
}
