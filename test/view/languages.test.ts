import { describe, expect, test } from 'vitest';
import { LANGUAGES, languageFor } from '../../src/view/text/languages.ts';
import { speak, wordsOf } from '../../src/view/text/words.ts';
import { languageTag } from '../../src/view/text/language.ts';

const wish = (search: string, kept: string | null, ...asked: string[]): string =>
  languageFor({ search, kept, asked }).tag;

describe('the language of the page', () => {
  test('is that of the address, else the one that was chosen, else the dearest that the browser asks for', () => {
    expect(wish('?lang=de&engine=none', 'en', 'en-GB')).toBe('de');
    expect(wish('', 'de', 'en-GB')).toBe('de');
    expect(wish('', null, 'fr', 'de-AT', 'en')).toBe('de');
    expect(wish('', null, 'en-US', 'de')).toBe('en');
  });

  test('is English where nobody asks for one that there is', () => {
    expect(wish('?lang=xx', 'yy', 'fr')).toBe('en');
    expect(wish('', null)).toBe('en');
  });

  test('stays what it was where its words cannot be fetched', async () => {
    const words = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(speak({ tag: 'de', dir: 'ltr', words })).rejects.toThrow('fetch');
    expect(languageTag()).toBe('en');
  });

  test('is set before the first word is taken, and not after', async () => {
    const german = LANGUAGES.find(({ tag }) => tag === 'de')!;
    await speak(german);
    const { preflightTexts } = await import('../../src/view/text/en-preflight.ts');
    const { preflightTexts: own } = await import('../../src/view/text/de-preflight.ts');
    expect(wordsOf('preflight', preflightTexts)).toBe(own);
    await expect(speak(german)).rejects.toThrow('before the first word');
  });
});
