import { afterEach, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/view/text/languages.ts';
import { speak } from '../../src/view/text/words.ts';
import { inWidth, standingOut } from './narrow.ts';
import type { Page } from './page.ts';

// Before anything that has words: they are taken as it is imported.
await speak(LANGUAGES.find(({ tag }) => tag === 'de')!);
const { states, groupPage } = await import('./states.ts');
const { decimals, megabytes, when } = await import('../../src/view/format.ts');
const { inPoints, percent } = await import('../../src/view/percent.ts');

let page: Page | null = null;
afterEach(() => {
  page?.close();
  page = null;
});

/** Words that English sentences can hardly do without, and that no German one has. */
const ENGLISH = /\b(the|of|and|is|are|with|not|for|this|no|from|by|it|has|have|what|which)\b/gi;

/** What models wrote in these scenes, what was asked of them, and what a browser gave as a reason. */
const GIVEN = /\d \+ \d+ = |answer is|of the set\?|Says what to do|[Tt]he quota is|bedroom|mentions it/;

describe('the page in German', () => {
  test.each(states)('$name, fits 320 pixels', async ({ open }) => {
    await inWidth(320, async () => {
      page = await open();
      await expect.poll(standingOut).toEqual([]);
    });
  });

  test.each(states.filter(({ recorded }) => recorded !== true))('$name, says nothing in English of its own', async ({ open }) => {
    page = await open();
    const question = page.question().value;
    const sentences = page.text().split(/(?<=[.:·…!?])\s/);
    const english = sentences.filter((one) => (one.match(ENGLISH) ?? []).length > 1);
    expect(english.filter((one) => !GIVEN.test(one) && !question.includes(one.trim()))).toEqual([]);
  });

  test('marks the language that is chosen and names each as its speakers do', async () => {
    page = await groupPage(['3'], '3', 1);
    const options = page.all<HTMLOptionElement>('option[lang]');
    expect(options.map(({ lang, text, selected }) => [lang, text, selected])).toEqual([
      ['en', 'English', false],
      ['de', 'Deutsch', true],
    ]);
  });

  test('writes numbers and dates as German does', () => {
    expect([decimals(-0.126), megabytes(3_400_000), percent(0.813), inPoints(0.007)]).toEqual([
      '−0,13',
      '3,4 MB',
      '81,3 %',
      '+0,7',
    ]);
    expect(when(Date.UTC(2026, 4, 1, 12))).toMatch(/^01\.05\.2026, \d\d:00$/);
  });
});
