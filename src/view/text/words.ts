/**
 * The words of the language in use. They are taken as modules are evaluated, so a language is set
 * before the first of them is: the page's start does so (src/start.ts), and so do tests. The command
 * line stays English.
 */
import type { Dictionary } from './dictionary.ts';
import { languageTag, setLanguageTag } from './language.ts';

export interface Language {
  /** As `lang` in HTML and `Intl` have it. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** English comes with the page, part by part, and has none to be fetched. */
  readonly words: (() => Promise<Dictionary>) | null;
}

let words: Dictionary | null = null;
let isTaken = false;

/**
 * From here on the page speaks so. Its sentences write numbers by the tag, which is therefore set
 * before they are fetched; where they cannot be had, it is again what it was.
 */
export async function speak(language: Language): Promise<void> {
  if (isTaken) throw new Error('a language is set before the first word is taken');
  const before = languageTag();
  setLanguageTag(language.tag);
  try {
    words = (await language.words?.()) ?? null;
  } catch (error) {
    setLanguageTag(before);
    throw error;
  }
}

/** A part of the words in the language in use, by the English one, which is at hand. */
export function wordsOf<K extends keyof Dictionary>(part: K, english: Dictionary[K]): Dictionary[K] {
  isTaken = true;
  return words?.[part] ?? english;
}
