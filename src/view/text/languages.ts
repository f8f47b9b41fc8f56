/** The languages that the page has, and which of them a person wants. */
import type { Language } from './words.ts';

const english: Language = { tag: 'en', dir: 'ltr', words: null };

interface Named extends Language {
  /** As its own speakers call it. */
  readonly name: string;
}

export const LANGUAGES: readonly Named[] = [
  { ...english, name: 'English' },
  { tag: 'de', dir: 'ltr', name: 'Deutsch', words: async () => (await import('./german.ts')).german },
];

/** In the address, and the key under which the choice is kept. */
const PARAMETER = 'lang';
const KEPT = 'cat-lab.language';

export interface Wishes {
  /** The part of the address from `?` on. */
  readonly search: string;
  readonly kept: string | null;
  /** What the browser asks for, the dearest first. */
  readonly asked: readonly string[];
}

/** The address counts most, then what was chosen here before, then what the browser asks for. */
export function languageFor({ search, kept, asked }: Wishes): Language {
  const named = new URLSearchParams(search).get(PARAMETER);
  const wanted = [...(named === null ? [] : [named]), ...(kept === null ? [] : [kept]), ...asked];
  // Of `de-AT` the language counts, whatever the region.
  const found = wanted.map((tag) => LANGUAGES.find((one) => one.tag === tag.toLowerCase().split('-')[0]));
  return found.find((one) => one !== undefined) ?? english;
}

/** What was chosen here before; null too where nothing can be kept. */
export function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Keeps the choice, and gives the address that has it: one that names another language would win. */
export function chooseLanguage(tag: string, address: string): string {
  const url = new URL(address);
  try {
    localStorage.setItem(KEPT, tag);
    url.searchParams.delete(PARAMETER);
  } catch {
    url.searchParams.set(PARAMETER, tag);
  }
  return url.href;
}
