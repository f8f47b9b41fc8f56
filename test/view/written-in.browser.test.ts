/** Which language a reader aloud is told of, on a page in another one than the model writes. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Role } from '../../src/group/recipe.ts';
import { LANGUAGES } from '../../src/view/text/languages.ts';
import { speak } from '../../src/view/text/words.ts';
import type { Page } from './page.ts';

// Before anything that has words: they are taken as it is imported.
await speak(LANGUAGES.find(({ tag }) => tag === 'de')!);
const { groupPage, lessonStates, questionStates } = await import('./states.ts');
const { openPage } = await import('./page.ts');
const { openScene } = await import('../kit/open-scene.ts');

let page: Page;
afterEach(() => page.close());

/** The language of each element that matches, as its nearest ancestor across shadow roots has it. */
const languages = (selector: string): string[] =>
  page.all(selector).map((element) => {
    for (let at: Element | null = element; at !== null; ) {
      const marked: Element | null = at.closest('[lang]');
      if (marked !== null) return marked.getAttribute('lang')!;
      const root = at.getRootNode();
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return '';
  });

/** As src/start.ts marks the page. */
const inGerman = (): void => void (document.documentElement.lang = 'de');

describe('text of the model that comes with the page', () => {
  test('is marked as English in its answers and its synthesis, and what is said about them is not', async () => {
    page = await groupPage(['3', '4'], '3', 1);
    inGerman();
    expect(languages('article .text > div')).toEqual(['en', 'en']);
    expect(new Set(languages('.said'))).toEqual(new Set(['en']));
    expect(new Set(languages('article .head, article .foot, h2'))).toEqual(new Set(['de']));
  });

  test('is marked as English while its synthesis is written', async () => {
    page = await groupPage(['3', '4'], '3', 0.95);
    inGerman();
    expect(languages('section > .text > div')).toEqual(['en']);
  });

  test('is marked as English where answers are quoted', async () => {
    page = await questionStates.find(({ name }) => name.includes('step of the synthesis'))!.open();
    inGerman();
    const quoted = languages('q');
    expect(quoted.length).toBeGreaterThan(0);
    expect(new Set(quoted)).toEqual(new Set(['en']));
  });
});

/** A judged open group on the page, the evidence of its one verdict opened. */
async function judged(role: Role): Promise<void> {
  page = await openPage();
  const group = await openScene({
    criteria: ['Says when to call a doctor.'],
    verdicts: ['y'],
    recipe: { policy: role, anchor: role, judge: role },
  });
  page.lab.groups = [group];
  page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
  await page.drawn();
  page.find('[data-row="0"]').click();
  await page.drawn();
  inGerman();
}

/** Criteria and a judge's words, wherever the rubric has them. */
const OF_THE_RUBRIC = '.words, .criterion[dir], aside blockquote, aside pre, ol textarea, details > pre';

test('text of a model that may write in any language is marked as of none that is known', async () => {
  await judged({ engine: 'webllm', model: 'big', revision: 'f'.repeat(64), chat: 'general' });
  expect(languages('article .text > div')).toEqual(['']);
  expect(new Set(languages('[dir=auto]'))).toEqual(new Set(['']));
  expect(new Set(languages(OF_THE_RUBRIC))).toEqual(new Set(['']));
  expect(new Set(languages('aside h3, aside button, th .about'))).toEqual(new Set(['de']));
});

test('criteria and verdicts of the model that comes with the page are marked as English', async () => {
  await judged({ engine: 'wllama', model: 'nano', revision: 'f'.repeat(64), chat: 'nano' });
  expect(languages(OF_THE_RUBRIC).length).toBeGreaterThan(4);
  expect(new Set(languages(OF_THE_RUBRIC))).toEqual(new Set(['en']));
});

test('a question is marked as English where it comes with the page, else as of no language that is known', async () => {
  page = await openPage();
  inGerman();
  expect(languages('.field textarea')).toEqual(['en']);
  await page.write('Wer schrieb Hamlet?');
  expect(languages('.field textarea')).toEqual(['']);
  await page.write('');
  expect(languages('.field textarea')).toEqual(['de']);
});

test('a problem that comes with the page is marked as English in a lesson', async () => {
  page = await lessonStates.find(({ name }) => name.includes('before its recording'))!.open();
  inGerman();
  expect(languages('blockquote')).toEqual(['en']);
});
