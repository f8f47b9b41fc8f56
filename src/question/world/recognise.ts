import { FAMILIES } from './families.ts';
import { piecesOf } from './scene.ts';
import { CONTAINERS, NAMES, RESERVED_NAMES, RESERVED_THINGS, THINGS } from './words.ts';

export interface Recognition {
  /** Whether a model taught on the problem world can be expected to follow the question. */
  readonly known: boolean;
  /** Words that no story uses, each once, in order of appearance, in lower case. */
  readonly unknownWords: readonly string[];
}

/** A new name and a new thing, in one or two forms, are still a story of this world. */
const UNKNOWN_WORDS_ALLOWED = 3;
/** Of the different words of the question. */
const UNKNOWN_SHARE_ALLOWED = 0.2;
/** Words that stand for a number, as `2` does. */
const NUMBER_WORDS = /\b(?:half|twice|doubles|doubled)\b/g;

/**
 * Judges a question by its words: it lies in the problem world if it asks "how many", gives at
 * least two numbers that the world could hold (whole, up to four digits, or `half` and the like),
 * and nearly all of its words are words of the stories. Reserved names and things count as known.
 */
export function inWorld(question: string): Recognition {
  const text = question.normalize('NFC').toLowerCase().replaceAll('’', "'");
  const words = new Set(text.match(/\p{L}[\p{L}\p{M}']*/gu) ?? []);
  const numbers = text.match(/\d[\d.,/%]*/g) ?? [];
  const plain = numbers.filter((number) => /^\d{1,4}[.,]?$/.test(number));
  const inWords = text.match(NUMBER_WORDS) ?? [];
  const unknownWords = [...words].filter((word) => !vocabulary().has(word));
  const known =
    /\bhow many\b/.test(text) &&
    plain.length + inWords.length >= 2 &&
    plain.length === numbers.length &&
    unknownWords.length <= UNKNOWN_WORDS_ALLOWED &&
    unknownWords.length <= words.size * UNKNOWN_SHARE_ALLOWED;
  return { known, unknownWords };
}

let stories: Set<string> | undefined;

/** Every word that a question of the world, ordinary or edited, can hold; in lower case. */
export function vocabulary(): ReadonlySet<string> {
  stories ??= collect();
  return stories;
}

function collect(): Set<string> {
  const found = new Set<string>('a an she he her him his'.split(' '));
  const read = (text: string): void => {
    const plain = piecesOf(text).filter((_, index) => index % 2 === 0);
    for (const word of plain
      .join(' ')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [])
      found.add(word);
  };
  for (const family of FAMILIES) {
    for (const part of [...family.openings, ...family.moves, ...family.ends]) {
      for (const text of part.say) read(text);
      if (part.fact !== undefined) read(part.fact);
      if (part.becomes !== undefined) read(`${part.becomes.one} ${part.becomes.many}`);
    }
    for (const text of family.asides) read(text);
  }
  for (const { name } of [...NAMES, ...RESERVED_NAMES]) read(name);
  for (const nouns of [THINGS, RESERVED_THINGS, CONTAINERS]) {
    for (const { one, many } of Object.values(nouns).flat()) read(`${one} ${many}`);
  }
  return found;
}
