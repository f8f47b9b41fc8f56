/** Numbers written out: `seven`, `one hundred and five`, `two thirds`, `five apples`. */
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const PARTS =
  'half=2 halves=2 third=3 quarter=4 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 ' +
  'hundredth=100 thousandth=1000';

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(' ').map((word, at) => [word, at] as const),
  ...TENS.split(' ').map((word, at) => [word, 20 + 10 * at] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const FRACTIONS: ReadonlyMap<string, number> = new Map(
  PARTS.split(' ').map((part) => {
    const [word = '', value = ''] = part.split('=');
    return [word, Number(value)] as const;
  }),
);

/** The number that the words begin with, in digits, and the words behind it; else null. */
export function spokenNumber(
  words: readonly string[],
): { readonly digits: string; readonly rest: readonly string[] } | null {
  const lower = words.map((word) => word.toLowerCase());
  const start = /^(?:minus|negative)$/.test(lower[0] ?? '') ? 1 : 0;
  const from = /^an?$/.test(lower[start] ?? '') ? start + 1 : start;
  const { value, next } = wholeNumber(lower, from);
  const sign = start === 1 ? '-' : '';
  const found = (digits: string, used: number): { digits: string; rest: readonly string[] } => ({
    digits: sign + digits,
    rest: words.slice(used),
  });
  const part = partOf(lower[next]);
  // `third` alone is a place in a row; `half` is not.
  if (part !== null && (next > start || part === 2)) {
    return found(`${next > from ? value : 1}/${part}`, next + 1);
  }
  if (next === from || from > start) return null;
  const extra = lower[next] === 'and' && lower[next + 1] === 'a' ? partOf(lower[next + 2]) : null;
  return extra === null ? found(String(value), next) : found(`(${value}+1/${extra})`, next + 3);
}

const partOf = (word = ''): number | null =>
  FRACTIONS.get(word) ?? FRACTIONS.get(word.replace(/s$/, '')) ?? null;

/** Hundreds gather below each scale word; `and` may stand between. */
function wholeNumber(words: readonly string[], start: number): { value: number; next: number } {
  let total = 0;
  let gathered = 0;
  let next = start;
  for (let at = start; at < words.length; at++) {
    const word = words[at] ?? '';
    const value = VALUES.get(word);
    const scale = SCALES.get(word);
    if (value !== undefined && (next === start || followsOn(gathered, value))) gathered += value;
    else if (word === 'hundred' && gathered > 0 && gathered < 100) gathered *= 100;
    else if (scale !== undefined && gathered > 0) {
      total += gathered * scale;
      gathered = 0;
    } else if (
      word === 'and' &&
      next > start &&
      gathered % 100 === 0 &&
      VALUES.has(words[at + 1] ?? '')
    ) {
      continue;
    } else break;
    next = at + 1;
  }
  return { value: total + gathered, next };
}

/** `twenty` takes `five`, `hundred` takes anything below it, `seven` takes nothing. */
const followsOn = (gathered: number, value: number): boolean =>
  gathered % 100 === 0 || (gathered % 100 >= 20 && gathered % 10 === 0 && value > 0 && value < 10);
