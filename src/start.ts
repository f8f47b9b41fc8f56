/**
 * Where the page begins: its language is settled before anything that has words is evaluated, so
 * that no other language is seen first (docs/decisions/0011-a-language-before-the-first-word.md).
 * Nothing is waited for at the top of this module: what a language shares with the page may lie in
 * one file with it, and would wait for it in turn.
 */
import { keptLanguage, languageFor } from './view/text/languages.ts';
import type { Language } from './view/text/words.ts';
import { speak } from './view/text/words.ts';

const wished = languageFor({
  search: location.search,
  kept: keptLanguage(),
  asked: navigator.languages,
});

function mark({ tag, dir }: Pick<Language, 'tag' | 'dir'>): void {
  document.documentElement.lang = tag;
  document.documentElement.dir = dir;
}

async function start(): Promise<void> {
  mark(wished);
  try {
    await speak(wished);
  } catch {
    // Its words could not be fetched: better a page in English than none.
    mark({ tag: 'en', dir: 'ltr' });
  }
  await import('./main.ts');
}

void start();
