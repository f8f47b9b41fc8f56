/**
 * A language that nobody speaks and that runs from right to left: German, whose words are long, in
 * Hebrew letters. It is made word by word, so that it has every word that the page has. Numbers and
 * signs stay.
 */
import type { Dictionary } from '../../src/view/text/dictionary.ts';
import type { Language } from '../../src/view/text/words.ts';

const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשת';

const lettered = (text: string): string =>
  text.replace(/\p{Script=Latin}/gu, (letter) => LETTERS[letter.toLowerCase().charCodeAt(0) % LETTERS.length] ?? letter);

/** The same thing with all its words, and those that its functions give, in these letters. */
function mirrored<T>(words: T): T {
  if (typeof words === 'string') return lettered(words) as T;
  if (Array.isArray(words)) return words.map(mirrored) as T;
  if (typeof words === 'function') {
    return ((...given: unknown[]) => mirrored((words as (...all: unknown[]) => unknown)(...given))) as T;
  }
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, mirrored(value)])) as T;
}

export const mirroredLanguage: Language = {
  tag: 'he',
  dir: 'rtl',
  words: async (): Promise<Dictionary> => mirrored((await import('../../src/view/text/german.ts')).german),
};
