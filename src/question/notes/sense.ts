/**
 * What a sentence says, as far as it can be told from its words: its content words, whether something
 * turns them, and which of several things that exclude each other it names.
 */
export interface Sense {
  readonly words: ReadonlySet<string>;
  /** How many turning words of each kind it has: `keep it out of the sun` is not `keep it in the sun`. */
  readonly turns: { readonly not: number; readonly away: number };
  /** By row of `EXCLUSIVE`, the kinds that it names; only rows with any. */
  readonly named: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Words that are everywhere, and turns below, which are compared apart. */
const STOP_WORDS = new Set(
  'a an the it its them they this that these and or to of in on at for with by as is are be do your you'.split(
    ' ',
  ),
);

const TURNING: ReadonlyMap<string, keyof Sense['turns']> = new Map([
  ...'not no without avoid skip nothing stop'.split(' ').map((word) => [word, 'not'] as const),
  ...'out away off apart from'.split(' ').map((word) => [word, 'away'] as const),
]);

/** Each row: kinds that exclude each other, each with its words. A word may stand in several rows. */
const EXCLUSIVE = [
  'hot warm | cold cool icy',
  'wet damp moist soggy | dry',
  'bright light sunny | dark dim shady',
  'sun | shade',
  'big bigger biggest large larger tall | small smaller little tiny',
  'early earlier sooner | late later',
  'more longer often | less shorter few seldom rarely',
  'high higher highest top | low lower lowest bottom',
  'open | close closed shut',
  'before | after',
  'first | last',
  'fast quick quickly | slow slowly',
  'strong | weak mild gentle',
  'soft | hard',
  'full | empty',
  'left | right',
  'near | far',
  'thick | thin',
  'deep | shallow',
  'heavy | light',
  'loose | tight',
  'long | short',
  'clean | dirty',
  'raw | cooked',
  'loud | quiet',
  'fresh new | old',
  'add | remove',
  'start begin | end stop finish',
  'take bring carry wear | leave',
  'always | never',
  'all every each | none',
  'spring | summer | autumn fall | winter',
  'morning noon | evening night',
  'second | minute | hour | day daily | night | week weekly | month monthly | year yearly',
  'once one | twice two | three | four | five | six | seven | eight | nine | ten | twenty | hundred | half',
  'white | black | red | green | blue | yellow | brown | gold',
];

const KINDS = new Map<string, (readonly [row: number, kind: number])[]>();
for (const [row, kinds] of EXCLUSIVE.entries()) {
  for (const [kind, words] of kinds.split(' | ').entries()) {
    for (const word of words.split(' ')) KINDS.set(word, [...(KINDS.get(word) ?? []), [row, kind]]);
  }
}

/** `plain` is in lower case, its words parted by single blanks. */
export function senseOf(plain: string): Sense {
  const words = new Set<string>();
  const turns = { not: 0, away: 0 };
  const named = new Map<number, Set<number>>();
  for (const word of plain.split(' ').map(stem)) {
    const turn = TURNING.get(word);
    if (turn !== undefined) turns[turn] += 1;
    else if (word !== '' && !STOP_WORDS.has(word)) words.add(word);
    for (const [row, kind] of KINDS.get(word) ?? []) {
      named.set(row, (named.get(row) ?? new Set()).add(kind));
    }
  }
  return { words, turns, named };
}

/** Singular and plural are one word; nothing else is. */
const stem = (word: string): string =>
  word.length > 3 && /[^s]s$/.test(word) ? word.replace(/ies$/, 'y').replace(/s$/, '') : word;

/** Twice the shared content words over the sum of both, 0 to 1; 0 where they exclude each other. */
export function overlap(one: Sense, other: Sense): number {
  const { not, away } = one.turns;
  if (not !== other.turns.not || away !== other.turns.away || exclude(one, other)) return 0;
  const sum = one.words.size + other.words.size;
  if (sum === 0) return 0;
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared += 1;
  return (2 * shared) / sum;
}

function exclude(one: Sense, other: Sense): boolean {
  for (const [row, kinds] of one.named) {
    const theirs = other.named.get(row);
    if (theirs !== undefined && ![...kinds].some((kind) => theirs.has(kind))) return true;
  }
  return false;
}
