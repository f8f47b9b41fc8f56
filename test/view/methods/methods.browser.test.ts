import { afterEach, describe, expect, test } from 'vitest';
import type { MethodName, Selection } from '../../../src/baseline/selection.ts';
import type { Group } from '../../../src/group/group.ts';
import { makeRecipe } from '../../../src/run/recipe.ts';
import { defaultSettings } from '../../../src/run/settings.ts';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';
import type { Scene } from '../../kit/scene.ts';
import { liveEvents } from '../../kit/scene.ts';
import type { Page } from '../page.ts';
import { expectAccessible, openPage } from '../page.ts';

let page: Page;
let group: Group;
afterEach(() => page.close());

const general = loadedModel({ ...nanoSpec, id: 'big', chat: 'general' });
const evil = '{"best": 2} <img src=x onerror="window.hit=1">';
const selection = (method: MethodName, more: Partial<Selection>): Selection => ({
  ...{ kind: 'selection', method, index: null, scores: [], calls: [], scoredTokens: 0, seconds: 1 },
  ...more,
});
const call = (text: string, order: readonly number[]) => ({
  ...{ text, order, tokens: 9, promptTokens: 80, stop: 'end' as const, seconds: 1 },
});
const methods: readonly MethodName[] = ['bestOfN', 'perplexity', 'mutualPredictability', 'judgeScore'];
const evidence: readonly Selection[] = [
  selection('bestOfN', { index: 1, calls: [call(evil, [2, 0, 1])] }),
  selection('perplexity', { index: 0, scores: [-0.1, -0.4, null] }),
  selection('mutualPredictability', { reason: 'no-score' }),
  selection('judgeScore', { reason: 'unreadable', calls: [call('I like it.', [0])] }),
];

async function show(more: Partial<Scene> = {}): Promise<void> {
  page = await openPage();
  page.lab.ready(general);
  const truth = page.app.shadowRoot!.querySelector('cat-question-panel')!.truth!;
  group = await page.group(['1', truth, '1'], truth, { recipe: { methods }, evidence, ...more });
  page.lab.groups = [group];
  page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
  await page.drawn();
}

/** The rows of the table by the method's name, white space collapsed. */
const rows = (): Record<string, string> =>
  Object.fromEntries(
    page
      .all('cat-methods-table tbody tr, tbody tr')
      .filter((row) => row.querySelector('th[scope=row] .what') !== null)
      .map((row) => {
        const [head, ...cells] = [...row.children].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
        const what = row.querySelector('.what')!.textContent;
        return [head!.replace(what, '').trim(), cells.join(' | ')];
      }),
  );

describe('the methods', () => {
  test('stand side by side: what each chose, right or wrong, its cost, or why it has none', async () => {
    await show();
    const truth = group.question.kind === 'verifiable' ? group.question.truth! : '';
    const found = rows();
    expect(found['Single answer']).toMatch(/^– \| 33 % \| 10 \| 64 \| 0\.4 s/);
    expect(found['Majority vote']).toMatch(/^Answer 1 ?1 \| wrong \| 30 \| 192/);
    expect(found['Best of N']).toMatch(new RegExp(`^Answer 2 ?${truth} \\| right \\| 39 \\| 272 \\| 1\\.4 s`));
    expect(found['Mutual predictability']).toContain(
      'needs log-probabilities of given text: not on this engine',
    );
    expect(found['Judge score']).toContain('the model’s words name none');
    expect(found['Majority at equal compute']).toContain('needs one more answer');
    expect(found['Synthesis']).toContain('right');
    expect(found['Oracle']).toContain('1 of 3 right | right');
    expect(found).not.toHaveProperty('Self-consistency');
    await expectAccessible(page);
  });

  test('lead to the answer that was chosen', async () => {
    await show();
    const [, chosen] = page.all<HTMLButtonElement>('cat-methods-table td button.bare, td button.bare');
    expect(chosen!.textContent.trim()).toBe('Answer 2');
    chosen!.click();
    const card = page.all('cat-rollout-card')[1]!;
    expect(card.shadowRoot!.activeElement?.textContent).toContain(group.rollouts[1]!.text);
  });

  test('have their evidence one click away, as text', async () => {
    await show();
    await page.click('show the evidence of Best of N');
    expect(page.text('.evidence')).toContain(evil);
    expect(page.text('.evidence')).toContain('It read the answers 3, 1, 2, in this order.');
    expect(page.all('img')).toEqual([]);
    await expectAccessible(page);
    await page.click('show the evidence of Least perplexity');
    expect(page.text('.evidence')).toContain('nearer to 0 is better');
    expect(page.all('.scores dd').map((score) => score.textContent)).toEqual(['−0.10', '−0.40', '–']);
    await page.click('show the evidence of Least perplexity');
    expect(page.all('.evidence')).toEqual([]);
    expect(page.all('[aria-label="show the evidence of Mutual predictability"]')).toEqual([]);
  });

  test('are not there before there is something to compare, and show how far they are', async () => {
    page = await openPage();
    page.lab.ready(general);
    expect(page.text('cat-methods-table')).toBe('');
    await page.click('Ask');
    group = await page.group(['1', '1', '1'], '1', { recipe: { methods } });
    const events = liveEvents(group);
    page.lab.emit(...events.slice(0, events.findIndex((event) => event.kind === 'evaluated')));
    page.lab.emit({ kind: 'assessing', groupId: group.id, job: 'judgeScore', done: 1, total: 3 });
    await page.drawn();
    expect(page.text('cat-methods-table')).toContain('Judge score: 1 of 3 calls');
    await expectAccessible(page);
    await page.click('Stop');
    expect(page.lab.stops).toBe(1);
  });
});

describe('the setting of methods', () => {
  test('is off, says what each costs and all together, and is part of what is asked', async () => {
    page = await openPage();
    page.lab.ready(general);
    await page.click('Settings');
    const box = (name: MethodName): HTMLInputElement => page.find(`#method-${name}`);
    expect(box('bestOfN').checked).toBe(false);
    expect(page.text('#method-judgeScore-hint')).toContain('8 more calls a question.');
    expect(page.text('#method-mutualPredictability-hint')).toContain('Not on this engine');
    box('judgeScore').click();
    await page.drawn();
    box('bestOfN').click();
    await page.drawn();
    expect(page.text('.methods')).toContain('Together 9 more calls for every question.');
    await expectAccessible(page);
    await page.click('Close');
    await page.click('Ask');
    expect(page.lab.asked[0]?.settings.methods).toEqual(['bestOfN', 'judgeScore']);
  });

  test('stands one button from the table, and gives what is asked for since to the texts that are there', async () => {
    // Asked of the loaded model with the settings as they are but for its three rollouts.
    await show({ recipe: makeRecipe({ ...defaultSettings('general'), group: 3 }, general, general), evidence: [] });
    expect(rows()['Best of N']).toContain('not asked for: the settings offer what this model can do');
    expect(page.text('cat-question-panel')).toContain('Run again');
    await page.click('Settings of the methods');
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(true);
    await page.click('All');
    await page.click('Close');
    await page.click('Continue');
    expect(page.lab.asked[0]?.options.fresh).toBe(false);
    expect(page.lab.asked[0]?.settings.methods).toHaveLength(5);
  });

  test('says what nano was not taught, and how open questions are judged', async () => {
    page = await openPage();
    page.lab.ready();
    await page.click('Settings');
    expect(page.text('#method-bestOfN-hint')).toContain('was not taught to do it');
    const repeats = page.find<HTMLSelectElement>('#repeats');
    repeats.value = '3';
    repeats.dispatchEvent(new Event('change'));
    await page.drawn();
    page.find<HTMLInputElement>('#permute').click();
    await page.drawn();
    await page.click('Close');
    page.find<HTMLInputElement>('input[value=open]').click();
    await page.drawn();
    expect(page.text('cat-question-panel')).toContain('120 to 288 short calls');
    await page.click('Settings');
    await page.click('Close');
    page.find<HTMLInputElement>('input[value=verifiable]').click();
    await page.click('Ask');
    expect(page.lab.asked[0]?.settings.judging).toEqual({ repeats: 3, permute: true });
  });
});
