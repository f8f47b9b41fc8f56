import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';
import { makeRecipe } from '../../../src/run/recipe.ts';
import { defaultSettings } from '../../../src/run/settings.ts';
import { isNoteQuestion } from '../../../src/run/world.ts';
import { openScene } from '../../kit/open-scene.ts';
import type { Page } from '../page.ts';
import { expectAccessible, openPage } from '../page.ts';

let page: Page;
afterEach(() => page.close());

const general = loadedModel({ ...nanoSpec, id: 'big', chat: 'general' });
const radio = (kind: string): HTMLInputElement => page.find(`input[type=radio][value=${kind}]`);
/** Calls the question open, and waits for the one that the page gives then. */
const openGiven = async (): Promise<void> => {
  const text = (): string => page.find<HTMLTextAreaElement>('textarea').value;
  const before = text();
  await choose('open');
  await vi.waitUntil(() => text() !== before);
};
const choose = async (kind: string): Promise<void> => {
  radio(kind).click();
  await page.drawn();
};

describe('the kind of a question', () => {
  test('is one with a final answer until somebody calls it open, which the keyboard can', async () => {
    page = await openPage();
    page.lab.ready(general);
    await page.write('How do I sleep better?');
    expect(radio('verifiable').checked).toBe(true);
    radio('verifiable').focus();
    await userEvent.keyboard('{ArrowRight}');
    await page.drawn();
    expect(radio('open').checked).toBe(true);
    expect(page.text('cat-question-panel')).toContain('no final answer');
    expect(page.text('cat-question-panel')).toContain('40 to 96 short calls');
    await expectAccessible(page);
    await page.click('Ask');
    expect(page.lab.asked[0]?.question).toEqual({ kind: 'open', text: 'How do I sleep better?' });
  });

  test('says of an open question how long it takes here, as soon as earlier ones tell', async () => {
    page = await openPage();
    page.lab.ready(general);
    await choose('open');
    expect(page.text('cat-question-panel')).toContain('40 to 96 short calls');
    expect(page.text('cat-question-panel')).not.toContain('takes about');
    page.lab.estimated = { seconds: 200, bytes: 0, free: null, smaller: 0 };
    const group = await openScene({});
    page.lab.emit({ kind: 'group-start', group, cached: false }, { kind: 'group-done', groupId: group.id, status: 'done' });
    await page.drawn();
    await choose('verifiable');
    expect(page.text('cat-question-panel')).not.toContain('takes about');
    await choose('open');
    await vi.waitUntil(() => page.text('cat-question-panel').includes('takes about 3 min'));
  });

  test('stays while its text is edited, and gives the known answer back with the other kind', async () => {
    page = await openPage();
    page.lab.ready(general);
    const known = page.text('.known b');
    await choose('open');
    expect(page.text('.known')).not.toContain(known);
    await choose('verifiable');
    expect(page.text('.known b')).toBe(known);
    await choose('open');
    await page.write('How do I sleep better?');
    expect(radio('open').checked).toBe(true);
  });

  test('goes with an earlier question that is opened, with the rubric of its data set', async () => {
    page = await openPage();
    page.lab.ready(general);
    const recipe = makeRecipe({ ...defaultSettings('general'), group: 4 }, general, general, { regime: 'open' });
    const given = [{ criterion: 'Names a time to go to bed.', points: 5 }];
    const group = await openScene({ given, recipe });
    page.lab.groups = [group];
    page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
    await page.drawn();
    expect(radio('open').checked).toBe(true);
    await page.click('Run again');
    expect(page.lab.asked[0]?.question).toEqual(group.question);
  });

  test('parts what was made for one kind from the other', async () => {
    page = await openPage();
    page.lab.ready(general);
    const group = await openScene({});
    page.lab.groups = [group];
    page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
    await page.drawn();
    const text = group.rollouts[0]!.text;
    expect(page.text('cat-rollout-card')).toContain(text);
    await choose('verifiable');
    expect(page.text('cat-rollout-card')).not.toContain(text);
    await choose('open');
    expect(page.text('cat-rollout-card')).toContain(text);
  });
});

describe('a question that the page gives', () => {
  test('is of the kind that was chosen, and comes back with its kind', async () => {
    page = await openPage();
    page.lab.ready(general);
    const text = (): string => page.find<HTMLTextAreaElement>('textarea').value;
    const problem = text();
    await openGiven();
    const first = text();
    expect(await isNoteQuestion(first)).toBe(true);
    expect(page.text('cat-question-panel')).not.toContain('Level');
    await page.click('Another question');
    await vi.waitUntil(() => text() !== first);
    const second = text();
    expect(await isNoteQuestion(second)).toBe(true);
    await choose('verifiable');
    expect(text()).toBe(problem);
    await choose('open');
    expect(text()).toBe(second);
  });
});

describe('an open question to the bundled model', () => {
  test('comes with the word that it was not taught, and the way to one that can', async () => {
    page = await openPage();
    page.lab.ready();
    await openGiven();
    expect(page.text('cat-question-panel')).toContain('nano was not taught open questions');
    await expectAccessible(page);
    await page.click('Load an instruct model');
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(true);
    page.lab.ready(general);
    await page.drawn();
    expect(page.text('cat-question-panel')).not.toContain('not taught');
  });

  test('is not asked', async () => {
    page = await openPage();
    page.lab.ready();
    await openGiven();
    await page.click('Ask');
    expect(page.lab.asked).toEqual([]);
    expect(page.text('cat-beyond-note')).toContain('Nano was not taught open questions');
    expect(page.text('cat-beyond-note')).not.toContain('anyway');
    await expectAccessible(page);
    await page.click('Take this one');
    expect(radio('verifiable').checked).toBe(true);
  });

  test('is asked at once where its manifest names both jobs', async () => {
    page = await openPage();
    const model = loadedModel();
    const trained = { ...model.trained!, jobs: ['solve', 'combine', 'propose', 'verdict'] };
    page.lab.ready({ ...model, trained });
    await openGiven();
    expect(page.text('cat-question-panel')).not.toContain('not taught');
    await page.click('Ask');
    await vi.waitUntil(() => page.lab.asked.length === 1);
  });

  test('that it was not taught the topic of is not asked before one has seen that it will be noise', async () => {
    page = await openPage();
    const model = loadedModel();
    const trained = { ...model.trained!, jobs: ['solve', 'combine', 'note', 'propose', 'verdict'] };
    page.lab.ready({ ...model, trained });
    await openGiven();
    await page.write('How do I win an election?');
    await page.click('Ask');
    await vi.waitUntil(() => page.all('cat-beyond-note').length > 0);
    expect(page.lab.asked).toEqual([]);
    expect(page.text('cat-beyond-note')).toContain('a few hundred everyday topics');
    await page.click('Take this one');
    expect(radio('open').checked).toBe(true);
    await page.click('Ask');
    await vi.waitUntil(() => page.lab.asked.length === 1);
  });
});
