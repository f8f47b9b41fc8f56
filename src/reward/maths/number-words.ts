/** Numbers written out: `seven`, `one hundred and five`, `two thirds`, `five apples`. */
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const PARTS =
  'half=2 halves=2 third=3 quarter=4 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 ' +
  'eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 ' +
  'eighteenth=18 nineteenth=19 twentieth=20 hundredth=100 thousandth=1000 millionth=1000000';

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(' ').map((word, at) => [word, at] as const),
  ...TENS.split(' ').map((word, at) => [word, 20 + 10 * at] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
]);
const FRACTIONS: ReadonlyMap<string, number> = new Map(
  PARTS.split(' ').map((part) => {
    const [word = '', value = ''] = part.split('=');
    return [word, Number(value)] as const;
  }),
);

/** Words that belong to the number before them: it is another one without them. */
export const NUMERIC_WORDS: readonly string[] = [
  ...VALUES.keys(),
  ...SCALES.keys(),
  ...[...FRACTIONS.keys()].flatMap((word) => (word === 'quarter' ? [] : [word, `${word}s`])),
  ...'first hundred hundreds minus squared cubed factorial below above'.split(' '),
];

interface Spoken {
  readonly digits: string;
  readonly rest: readonly string[];
}

/** The number that the words begin with, in digits, and the words behind it; else null. */
export function spokenNumber(words: readonly string[]): Spoken | null {
  const found = beginning(words);
  if (found === null || found.rest.some((word) => NUMERIC_WORDS.includes(word.toLowerCase()))) return null;
  // `half an hour`
  const rest = /^an?$/i.test(found.rest[0] ?? '') ? found.rest.slice(1) : found.rest;
  return { ...found, rest };
}

function beginning(words: readonly string[]): Spoken | null {
  const lower = words.map((word) => word.toLowerCase());
  const start = /^(?:minus|negative)$/.test(lower[0] ?? '') ? 1 : 0;
  const from = /^an?$/.test(lower[start] ?? '') ? start + 1 : start;
  const isScale = from > start && (lower[from] === 'hundred' || SCALES.has(lower[from] ?? ''));
  // `a hundred`
  const { value, next } = isScale
    ? wholeNumber(lower.with(start, 'one'), start)
    : wholeNumber(lower, from);
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
  if (next === from || (from > start && !isScale)) return null;
  const more = lower[next] === 'and' ? partsFrom(lower, next + 1) : null;
  return more === null ? found(String(value), next) : found(`(${value}+${more.digits})`, more.next);
}

/** `a half` and `three quarters`, behind a whole number. */
function partsFrom(words: readonly string[], from: number): { digits: string; next: number } | null {
  const { value, next } = words[from] === 'a' ? { value: 1, next: from + 1 } : wholeNumber(words, from);
  const part = next === from ? null : partOf(words[next]);
  return part === null ? null : { digits: `${value}/${part}`, next: next + 1 };
}

/** 8 of `eighth` and `eighths`; null of what is no part. */
export const partOf = (word = ''): number | null =>
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
      total + gathered > 0 &&
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
