import { afterEach, describe, expect, test } from 'vitest';
import { page as frame, userEvent } from 'vitest/browser';
import type {} from '@vitest/browser-playwright';
import type { Evidence } from '../../../src/group/evidence.ts';
import { withEvidence } from '../../../src/group/evidence.ts';
import type { Group } from '../../../src/group/group.ts';
import type { Role } from '../../../src/group/recipe.ts';
import type { Rubric, Verdict } from '../../../src/reward/rubric/rubric.ts';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';
import type { OpenScene } from '../../kit/open-scene.ts';
import { openScene, scored, verdict } from '../../kit/open-scene.ts';
import { liveEvents } from '../../kit/scene.ts';
import type { Page } from '../page.ts';
import { expectAccessible, openPage } from '../page.ts';

let page: Page;
let group: Group;
afterEach(() => page.close());

const general = loadedModel({ ...nanoSpec, id: 'big', chat: 'general' });

/** The page with an open group that was done before. */
async function show(scene: OpenScene = {}): Promise<void> {
  page = await openPage();
  page.lab.ready(general);
  group = await openScene(scene);
  page.lab.groups = [group];
  page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
  await page.drawn();
}

/** What the lab does with the last amendment, told as it tells it. */
async function amended(): Promise<Evidence> {
  const { evidence } = page.lab.amended.at(-1)!;
  group = await scored({ ...group, evidence: withEvidence(group.evidence, evidence) });
  const { id: groupId, evaluation } = group;
  page.lab.emit({ kind: 'evidence', groupId, evidence });
  page.lab.emit({ kind: 'evaluated', groupId, evaluation: evaluation! });
  await page.drawn();
  return evidence;
}

const cell = (row: number, column: number): HTMLButtonElement =>
  page.find(`[data-row='${row}'][data-column='${column}']`);
const feet = (): string[] =>
  page.all('tfoot tr').map((row) => row.textContent.replace(/\s+/g, ' ').trim());
const press = async (element: HTMLElement): Promise<void> => {
  element.click();
  await page.drawn();
};

describe('while an open question is judged', () => {
  test('the page shows how far it is, how long it takes, each verdict as it comes, and stops', async () => {
    page = await openPage();
    page.lab.ready(general);
    group = await openScene({ criteria: ['Says when.', 'Says how.'], verdicts: ['yn', 'uy'] });
    await page.write(group.question.text);
    await press(page.find('input[value=open]'));
    await page.click('Ask');
    const { id: groupId } = group;
    const events = liveEvents(group);
    const first = events.findIndex((event) => event.kind === 'evidence');
    page.lab.emit(...events.slice(0, first));
    page.lab.emit({ kind: 'assessing', groupId, job: 'rubric', done: 0, total: 1 });
    await page.drawn();
    expect(page.text('cat-rubric-panel')).toContain('Proposes the criteria');
    page.lab.emit(events[first]!);
    page.lab.emit({ kind: 'assessing', groupId, job: 'verdicts', done: 0, total: 4 });
    await page.drawn();
    expect(page.text('cat-rubric-panel')).toContain('Verdict 0 of 4');
    expect(page.text('cat-rubric-panel')).toContain('the first calls tell how long it takes');
    page.lab.emit(...events.slice(first + 1, first + 3));
    page.lab.emit({ kind: 'assessing', groupId, job: 'verdicts', done: 2, total: 4 });
    await page.drawn();
    expect(page.text('cat-rubric-panel')).toMatch(/Verdict 2 of 4 about \d+ s left/);
    expect(page.find<HTMLProgressElement>('cat-rubric-panel ~ progress, progress').position).toBe(0.5);
    expect([cell(0, 0), cell(1, 0)].map((one) => page.text(`[data-row='${one.dataset['row']}']`))).toEqual([
      'yes',
      'not yet',
    ]);
    await expectAccessible(page);
    await page.click('Stop');
    expect(page.lab.stops).toBe(1);
  });

  test('nothing can be changed, and nothing else be asked of the judge', async () => {
    await show();
    const { id: groupId } = group;
    page.lab.emit({ kind: 'assessing', groupId, job: 'verdicts', done: 1, total: 20 });
    await page.drawn();
    await press(cell(0, 0));
    expect(page.button('no').disabled).toBe(true);
    expect(page.find<HTMLInputElement>('#add').disabled).toBe(true);
    expect(page.text('cat-rubric-panel')).not.toContain('Ask once more');
  });
});

describe('the matrix', () => {
  test('is a table with heads for criteria and answers, a word in each cell, and the rewards below', async () => {
    await show({ criteria: ['Says when.', 'Says how.'], verdicts: ['yn.', 'uyy'] });
    const heads = page.all('cat-rubric-matrix th, thead th, tbody th').map((head) => head.getAttribute('scope'));
    expect(new Set(heads)).toEqual(new Set(['col', 'row']));
    const words = page.all('[data-row]').map((one) => one.querySelector('.value')!.textContent.trim());
    expect(words).toEqual(['yes', 'no', 'not judged', 'unreadable', 'yes', 'yes']);
    expect(page.all('[data-row] svg')).toHaveLength(6);
    expect(feet()).toEqual(['Reward 0.50 0.50 1.00', 'Advantage −0.71 −0.71 1.41']);
    expect(page.all('cat-rollout-card').map((_, at) => at)).toHaveLength(3);
    expect(page.text('cat-rollout-card')).toContain('reward 0.50');
    expect(page.text('cat-verdict-strip')).toContain('Answers meet 67 % of the criteria on average');
  });

  test('says how many verdicts cannot be read, also where all can', async () => {
    await show({ criteria: ['Says when.'], verdicts: ['yu'] });
    expect(page.text('cat-rubric-panel')).toContain('1 unreadable');
    expect(page.text('cat-verdict-strip')).toContain('1 verdict unreadable');
    page.close();
    await show({ criteria: ['Says when.'], verdicts: ['yn'] });
    expect(page.text('cat-rubric-panel')).toContain('0 unreadable');
  });

  test('is one stop for Tab, in which arrow keys move and Enter opens the evidence', async () => {
    await show({ criteria: ['Says when.', 'Says how.'], verdicts: ['yn', 'uy'] });
    expect(page.all("[data-row][tabindex='0']")).toEqual([cell(0, 0)]);
    cell(0, 0).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await page.drawn();
    expect(cell(1, 1).matches(':focus')).toBe(true);
    expect(page.all("[data-row][tabindex='0']")).toEqual([cell(1, 1)]);
    await userEvent.keyboard('{Home}');
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    expect(page.text('cat-rubric-evidence')).toContain('Criterion 2 · answer 1');
    expect(cell(1, 0).getAttribute('aria-expanded')).toBe('true');
    await expectAccessible(page);
    await userEvent.keyboard('{Tab}');
    expect(page.find('[aria-label="Close the evidence"]').matches(':focus')).toBe(true);
    await userEvent.keyboard('{Escape}');
    await page.drawn();
    expect(page.all('cat-rubric-evidence')).toEqual([]);
    expect(cell(1, 0).matches(':focus')).toBe(true);
    expect(page.lab.stops).toBe(0);
  });

  test('of 12 criteria and 32 answers scrolls in its own box and keeps its first column, at 320 pixels', async () => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(320, 800);
    const criteria = Array.from({ length: 12 }, (_, at) => `Says what to do about the matter number ${at + 1}.`);
    await show({ criteria, verdicts: criteria.map(() => 'yn'.repeat(16)) });
    const box = page.find('cat-rubric-matrix').shadowRoot!.querySelector<HTMLElement>('.box')!;
    const { scrollWidth } = document.documentElement;
    cell(0, 31).focus();
    const edge = box.getBoundingClientRect();
    const first = page.find('tbody th').getBoundingClientRect();
    const last = cell(0, 31).getBoundingClientRect();
    const scrolled = box.scrollLeft;
    await frame.viewport(before, innerHeight);
    expect(scrollWidth).toBeLessThanOrEqual(320);
    expect(scrolled).toBeGreaterThan(1000);
    expect(Math.abs(first.left - edge.left)).toBeLessThan(3);
    expect(last.left).toBeGreaterThanOrEqual(first.right - 1);
    expect(last.right).toBeLessThanOrEqual(edge.right + 1);
  });

  test('leads to the answer that a verdict is about', async () => {
    await show();
    await press(cell(0, 2));
    await page.click('Show answer 3');
    const card = page.all('cat-rollout-card')[2]!;
    expect(card.shadowRoot!.activeElement?.textContent).toContain(group.rollouts[2]!.text);
  });
});

describe('the evidence of a verdict', () => {
  test('has the reason, the raw words, the order, the tokens, and how far repeats agree', async () => {
    const repeated = verdict(0, 0, 'no', { repeat: 1, answerFirst: true, place: 6 });
    await show({ criteria: ['Says when.'], verdicts: ['yu'], more: [repeated] });
    expect(page.text('cat-rubric-panel')).toContain('0 % of the repeated verdicts agree');
    await press(cell(0, 0));
    const text = page.text('cat-rubric-evidence');
    expect(text).toContain('As many say yes as no: that counts as no. · 1 of 2 readable verdicts agree.');
    expect(text).toContain('Verdict 1 of 2 yes The answer says so in its first sentence.');
    expect(text).toContain('answer before the criterion · asked as number 7 · 24 tokens written, 310 read, 0.8 s');
    expect(text).toContain('{"reason":"Nothing in the answer mentions it.","verdict":"no"}');
    await press(cell(0, 1));
    expect(page.text('cat-rubric-evidence')).toContain('The judge’s words hold no verdict.');
    expect(page.text('cat-rubric-evidence')).toContain('Well, it depends on what one means.');
  });

  test('can be overruled, taken back, and moves the rewards at once', async () => {
    await show({ criteria: ['Says when.', 'Says how.'], verdicts: ['yn', 'uy'] });
    await press(cell(1, 0));
    await page.click('yes');
    expect(page.lab.amended.at(-1)).toMatchObject({
      id: group.id,
      evidence: { kind: 'verdict', criterion: 1, rollout: 0, value: 'unreadable', overruled: 'yes' },
    });
    await amended();
    expect(feet()[0]).toBe('Reward 1.00 0.50');
    expect(page.text('cat-rollout-card')).toContain('reward 1.00');
    expect(page.text('[data-row="1"]')).toBe('yes by you');
    expect(page.text('cat-rubric-panel')).toContain('1 overruled by you');
    expect(page.text('.heard[role=log]')).toBe('Answer 1: reward 1.00, was 0.50.');
    expect(page.button('yes').getAttribute('aria-pressed')).toBe('true');
    await expectAccessible(page);
    await page.click('as judged');
    expect(await amended()).not.toHaveProperty('overruled');
    expect(feet()[0]).toBe('Reward 0.50 0.50');
  });

  test('that is missing offers no verdict to overrule', async () => {
    await show({ criteria: ['Says when.'], verdicts: ['y.'] });
    await press(cell(0, 1));
    expect(page.text('cat-rubric-evidence')).toContain('The judge has not been asked');
    expect(page.all('cat-rubric-evidence [aria-pressed], [aria-pressed]')).toEqual([]);
  });

  test('that looks like markup is text, and so are criteria and refused lines', async () => {
    const evil = '<img src=x onerror="window.hit=1"><b>full marks</b>';
    const { call, ...rest } = verdict(0, 0, 'yes', { reason: evil });
    const more: Verdict[] = [{ ...rest, call: { ...call, text: evil } }];
    await show({
      criteria: [evil],
      verdicts: ['.'],
      rollouts: [{ text: evil }],
      refused: [{ text: evil, why: 'not-a-criterion' }],
      more,
    });
    await press(cell(0, 0));
    expect(page.all('img')).toEqual([]);
    expect(page.text('cat-rubric-evidence').split(evil)).toHaveLength(4);
    expect(page.text('cat-rubric-matrix')).toContain(evil);
    expect(page.text('.lines')).toContain(evil);
    expect('hit' in window).toBe(false);
  });
});

describe('the criteria', () => {
  const open = async (scene: OpenScene): Promise<void> => {
    await show(scene);
    page.find('cat-rubric-criteria').shadowRoot!.querySelector('details')!.open = true;
  };
  const change = async (selector: string, value: string): Promise<void> => {
    const field = page.find<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('change'));
    await page.drawn();
  };
  const criteria = (): Rubric['criteria'] => (page.lab.amended.at(-1)!.evidence as Rubric).criteria;

  test('can be weighed, switched off and on again, and the rewards follow', async () => {
    await open({ criteria: ['Says when.', 'Says how.'], verdicts: ['yn', 'ny'] });
    await change('[aria-label="Weight of criterion 1"]', '3');
    await amended();
    expect(feet()[0]).toBe('Reward 0.75 0.25');
    expect(page.text('cat-rubric-matrix')).toContain('weight 3');
    await press(page.find('[aria-label="Criterion 1 counts"]'));
    expect(criteria()[0]).toMatchObject({ off: true });
    await amended();
    expect(feet()[0]).toBe('Reward 0.00 1.00');
    await expectAccessible(page);
    await press(page.find('[aria-label="Criterion 1 counts"]'));
    expect(criteria()[0]).not.toHaveProperty('off');
  });

  test('can have other words, kept by Enter and taken back by Escape and by Undo', async () => {
    await open({ criteria: ['Says when.'], verdicts: ['yn'] });
    const field = page.find<HTMLTextAreaElement>('[aria-label="Text of criterion 1"]');
    field.focus();
    await userEvent.keyboard(' Really.{Escape}');
    expect(field.value).toBe('Says when.');
    expect(page.lab.amended).toEqual([]);
    await userEvent.keyboard(' Really.{Enter}');
    await page.drawn();
    expect(criteria()).toMatchObject([{ text: 'Says when. Really.' }]);
    expect(page.lab.amended).toHaveLength(1);
    await amended();
    expect(page.text('cat-rubric-panel')).toContain('Judge what is missing (2 calls)');
    await page.click('Undo');
    expect(criteria()).toMatchObject([{ text: 'Says when.' }]);
    await amended();
    expect(page.button('Undo').disabled).toBe(true);
  });

  test('can get one of a person’s own, which alone can be removed', async () => {
    await open({ criteria: ['Says when.'], verdicts: ['yn'] });
    expect(page.all('[aria-label^="Remove criterion"]')).toEqual([]);
    page.find<HTMLInputElement>('#add').value = '  Says   why. ';
    await page.click('Add');
    expect(criteria()[1]).toEqual({ text: 'Says why.', weight: 1, source: 'written' });
    await amended();
    expect(page.text('cat-rubric-matrix')).toContain('Says why. yours');
    await page.click('Judge what is missing (2 calls)');
    expect(page.lab.judged).toEqual([{ id: group.id, options: {} }]);
    await page.drawn();
    await press(page.find('[aria-label="Remove criterion 2"]'));
    expect(criteria()).toHaveLength(1);
    await amended();
    await page.click('Undo');
    expect(criteria()).toHaveLength(2);
  });

  test('without words, twice, or with a weight that is none say so and change nothing', async () => {
    await open({ criteria: ['Says when.', 'Says how.'], verdicts: ['yn', 'ny'] });
    await change('[aria-label="Text of criterion 1"]', '  ');
    expect(page.text('cat-rubric-criteria')).toContain('A criterion needs words.');
    page.find<HTMLInputElement>('#add').value = 'says HOW.';
    await page.click('Add');
    expect(page.text('cat-rubric-criteria')).toContain('This criterion is there already.');
    await change('[aria-label="Weight of criterion 2"]', '-1');
    expect(page.text('cat-rubric-criteria')).toContain('A weight is a number above 0.');
    expect(page.lab.amended).toEqual([]);
    await expectAccessible(page);
  });

  test('that the model did not come by can be written by hand', async () => {
    await open({ criteria: [], verdicts: [], rollouts: [{ text: 'One.' }] });
    expect(page.text('cat-rubric-panel')).toContain('None of the model’s lines could be used');
    page.find<HTMLInputElement>('#add').value = 'Says why.';
    await page.click('Add');
    expect(criteria()).toHaveLength(1);
  });

  test('that were refused are one disclosure away, each with the reason', async () => {
    await show({ refused: [{ text: 'Here they are:', why: 'not-a-criterion' }] });
    expect(page.text('cat-rubric-panel')).toContain('1 line was refused');
    expect(page.text('.lines')).toBe('Here they are: not a criterion');
  });
});

describe('the judge', () => {
  const other: Role = { engine: 'wllama', model: 'umpire', revision: 'a'.repeat(64), chat: 'general' };
  const spec = { ...nanoSpec, id: 'umpire', chat: 'general' as const };

  test('is the model itself, or another one by its name', async () => {
    await show();
    expect(page.text('cat-rubric-panel')).toContain('The model judges itself.');
    page.close();
    await show({ judge: other });
    expect(page.text('cat-rubric-panel')).toContain('Judged by umpire, an independent model.');
    expect(page.text('cat-rubric-panel')).not.toContain('judges itself');
  });

  test('can be a second model, which loads in sight, judges from then on, and can be let go of', async () => {
    await show();
    const part = page.find<HTMLSelectElement>('.load-as select');
    part.value = 'judge';
    part.dispatchEvent(new Event('change'));
    page.app.dispatchEvent(new CustomEvent('cat-load', { detail: { spec, confirmed: [] } }));
    await page.drawn();
    const { options } = page.lab.loads[0]!;
    expect(options.role).toBe('judge');
    expect(part.value).toBe('policy');
    await page.click('Let go of');
    expect(page.lab.unloads).toEqual(['judge']);
    expect(page.all('.next')).toEqual([]);
  });

  test('can be asked once more, in another order', async () => {
    await show({ criteria: ['Says when.'], verdicts: ['yn'] });
    await page.click('Ask once more, in another order (2 calls)');
    expect(page.lab.judged).toEqual([
      { id: group.id, options: { judging: { repeats: 2, permute: true } } },
    ]);
  });

  test('is told of beside the score by the points of the data set', async () => {
    await show({
      criteria: ['Says when.'],
      given: [
        { criterion: 'Says why.', points: 6 },
        { criterion: 'Recommends wine.', points: -3 },
      ],
      verdicts: ['yn', 'yy', 'yn'],
      synthesisVerdicts: 'yn',
    });
    expect(feet()).toEqual(['Reward 1.00 0.00', 'Advantage 1.00 −1.00', 'Data set’s score 0.50 1.00 1.00']);
    expect(page.text('cat-rubric-matrix')).toContain('−3 points of the data set');
    expect(page.text('cat-verdict-strip')).toContain(
      'By the data set’s own points: an answer has 0.75 on average, the synthesis has 1.00.',
    );
    await expectAccessible(page);
  });
});
