import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeRecipe } from '../../src/run/recipe.ts';
import { applyChange, defaultSettings } from '../../src/run/settings.ts';
import type { RolloutCard } from '../../src/view/rollout/rollout-card.ts';
import { loadedModel } from '../kit/lab.ts';
import { liveEvents } from '../kit/scene.ts';
import type { Page } from './page.ts';
import { expectAccessible, openPage } from './page.ts';

let page: Page;
afterEach(() => page.close());

describe('a run', () => {
  test('fills the cards token by token, then shows answers, rewards and the verdict', async () => {
    page = await openPage();
    page.lab.ready();
    await page.click('Ask');
    const truth = page.app.shadowRoot!.querySelector('cat-question-panel')!.truth!;
    const group = await page.group(['1', truth, '1'], truth);
    const events = liveEvents(group);
    const half = events.findIndex((event) => event.kind === 'rollout-done');
    page.lab.emit(...events.slice(0, half));
    await page.drawn();
    const cards = page.all<RolloutCard>('cat-rollout-card');
    expect(cards).toHaveLength(3);
    expect(page.text('cat-rollout-card')).toContain('6 + 2 = 1 apples.');
    expect(page.text('cat-rollout-grid')).toContain('0 of 3 done');
    expect(page.text('cat-rollout-grid')).not.toContain('reward');

    page.lab.emit(...events.slice(half));
    page.lab.asked[0]!.settle(group);
    await page.drawn();
    expect(cards.map((card) => card.reward)).toEqual([0, 1, 0]);
    expect(cards.map((card) => card.badge?.letter)).toEqual(['A', 'B', 'A']);
    expect(cards.map((card) => card.equality)).toEqual(['different', 'equal', 'different']);
    expect(page.text('cat-synthesis-panel')).toContain(`The answer is ${truth}.`);
    expect(page.text('cat-verdict-strip')).toContain('The synthesis beats the vote');
    expect(page.find('svg[role=img]').getAttribute('aria-label')).toContain('1: 2 votes');
  });

  test('keeps the elements of its cards while they stream', async () => {
    page = await openPage();
    page.lab.ready();
    await page.click('Ask');
    const events = liveEvents(await page.group(['1', '2'], '2'));
    page.lab.emit(...events.slice(0, 4));
    await page.drawn();
    const before = page.all('cat-rollout-card');
    const heights = before.map((card) => card.getBoundingClientRect().height);
    page.lab.emit(...events.slice(4));
    await page.drawn();
    expect(page.all('cat-rollout-card')).toEqual(before);
    expect(before.map((card) => card.getBoundingClientRect().height)).toEqual(heights);
  });

  test('draws once a frame, however many tokens come', async () => {
    page = await openPage();
    page.lab.ready();
    await page.click('Ask');
    const group = await page.group(['1', '2'], '2');
    const [start] = liveEvents(group);
    page.lab.emit(start!);
    await page.drawn();
    let renders = 0;
    const card = page.find<RolloutCard>('cat-rollout-card');
    const update = Object.getPrototypeOf(card) as { render: () => unknown };
    const render = update.render.bind(card);
    card.render = () => {
      renders += 1;
      return render() as ReturnType<RolloutCard['render']>;
    };
    for (let at = 0; at < 200; at += 1) {
      page.lab.emit({ kind: 'rollout-token', groupId: group.id, index: 0, text: `${at} `, logprob: -0.1 });
    }
    await page.drawn();
    expect(renders).toBe(1);
    expect(page.text('cat-rollout-card')).toContain('199');
  });

  test('stops by its button and by Escape, and keeps what is done', async () => {
    page = await openPage();
    page.lab.ready();
    await page.click('Ask');
    await page.click('Stop');
    expect(page.lab.stops).toBe(1);
    await userEvent.keyboard('{Escape}');
    expect(page.lab.stops).toBe(2);
    const events = liveEvents(await page.group(['1', '2'], '2', { synthesis: null }));
    page.lab.emit(...events);
    page.lab.asked[0]!.settle();
    await page.drawn();
    expect(page.text('cat-rollout-card')).toContain('The answer is 1.');
    expect(page.text('cat-synthesis-panel')).toContain('the run was stopped first');
    expect(page.button('Ask').disabled).toBe(false);
  });

  test('says what the numbers of its cards mean, before there are any', async () => {
    page = await openPage();
    expect(page.text('cat-rollout-grid')).toContain('Reward 1: says the same as the synthesis');
    expect(page.text('cat-rollout-grid')).toContain('nearer to 0 is surer');
  });

  test('from the store brings its settings back, and says them in a line', async () => {
    page = await openPage();
    page.lab.ready();
    const settings = applyChange(defaultSettings('nano'), {
      group: 3,
      seed: 7,
      questionVisible: true,
      sampling: { temperature: 0.5, topP: 0.9 },
      prompts: { solve: 'Please solve {question}' },
    });
    const recipe = makeRecipe(settings, loadedModel(), loadedModel());
    const group = await page.group(['1', '1', '1'], '1', { recipe });
    page.lab.groups = [group];
    page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
    await page.drawn();
    expect(page.text('cat-rollout-grid')).toContain(
      'Asked of nano with G 3 · temperature 0.5 · top-p 0.9 · seed 7 · question visible',
    );
    await page.click('Run again');
    expect(page.lab.asked[0]?.settings).toEqual({ ...settings, seed: 8 });
  });

  test('from the store that was stopped goes on with its own settings', async () => {
    page = await openPage();
    page.lab.ready();
    const settings = applyChange(defaultSettings('nano'), { group: 3, seed: 7 });
    const recipe = makeRecipe(settings, loadedModel(), loadedModel());
    const group = await page.group(['1', '1', '1'], '1', { recipe, synthesis: null });
    page.lab.groups = [group];
    page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
    await page.drawn();
    await page.click('Continue');
    expect(page.lab.asked[0]?.settings).toEqual(settings);
  });

  test('from the store is asked for anew where the settings are others by now, and by its own seed', async () => {
    page = await openPage();
    page.lab.ready();
    const recipe = makeRecipe({ ...defaultSettings('nano'), seed: 7 }, loadedModel(), loadedModel());
    const group = await page.group(Array.from({ length: 8 }, () => '1'), '1', { recipe });
    page.lab.groups = [group];
    await page.lab.open(group.id);
    await page.drawn();
    expect(page.text('cat-question-panel')).not.toContain('from your earlier run');
    await page.click('Ask');
    expect(page.lab.asked[0]?.options.fresh).toBe(false);
    expect(page.lab.asked[0]?.settings).toEqual(defaultSettings('nano'));
  });

  test('from the store is marked, and can be run again for other answers', async () => {
    page = await openPage();
    page.lab.ready();
    const recipe = makeRecipe(defaultSettings('nano'), loadedModel(), loadedModel());
    const group = await page.group(Array.from({ length: 8 }, () => '1'), '1', { recipe });
    page.lab.groups = [group];
    await page.lab.open(group.id);
    await page.drawn();
    expect(page.text('cat-question-panel')).toContain('from your earlier run');
    await page.click('Run again');
    expect(page.lab.asked[0]?.options.fresh).toBe(true);
    expect(page.lab.asked[0]?.settings.seed).toBe(defaultSettings('nano').seed + 1);
  });

  test('that was stopped goes on where it stopped, unless another recipe is asked for', async () => {
    page = await openPage();
    page.lab.ready();
    const recipe = makeRecipe(defaultSettings('nano'), loadedModel(), loadedModel());
    const answers = ['1', '1', '1', '1', '1', '1', '1', '1'];
    const group = await page.group(answers, '1', { synthesis: null, recipe });
    page.lab.groups = [group];
    await page.lab.open(group.id);
    await page.drawn();
    expect(page.text('cat-question-panel')).not.toContain('from your earlier run');
    await page.click('Continue');
    expect(page.lab.asked[0]?.options.fresh).toBe(false);
    page.lab.asked[0]!.settle();
    page.app.dispatchEvent(new CustomEvent('cat-settings', { detail: { seed: 2 } }));
    await page.drawn();
    expect(page.button('Ask').disabled).toBe(false);
  });

  test('is not stopped by the second click of a double click', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    await userEvent.dblClick(page.button('Ask'));
    await page.drawn();
    expect(page.lab.asked).toHaveLength(1);
    expect(page.lab.stops).toBe(0);
    await page.click('Stop');
    expect(page.lab.stops).toBe(1);
  });

  test('of another question is not shown beside this one', async () => {
    page = await openPage();
    page.lab.ready();
    const text = page.question().value;
    page.lab.emit(...liveEvents(await page.group(['1', '1'], '1')));
    await page.drawn();
    await page.write('How many?');
    expect(page.text('cat-rollout-card')).not.toContain('The answer is');
    await page.write(text);
    expect(page.text('cat-rollout-card')).toContain('The answer is 1.');
    expect(page.text('cat-question-panel')).toContain('known answer');
  });

  test('says which rollouts the synthesis did not read whole', async () => {
    page = await openPage();
    page.lab.emit(
      ...liveEvents(
        await page.group(['1', '1', '2', '2'], '1', {
          plan: { order: [0, 2, 3], shortened: [2], omitted: [{ index: 1, why: 'no-room' }] },
        }),
      ),
    );
    await page.drawn();
    const text = page.text('cat-synthesis-panel');
    expect(text).toContain('Read 3 answers');
    expect(text).toContain('Of answer 3, only the end fitted.');
    expect(text).toContain('Left out answer 2: no room.');
    expect(text).toContain('stood the answers 1, 3, 4');
  });
});

describe('the model in the header', () => {
  test('has the speed of the threads that were kept, said to be of the load', async () => {
    page = await openPage();
    const calibration = [
      { threads: 1, tokensPerSecond: 100 },
      { threads: 2, tokensPerSecond: 110 },
    ];
    const { capabilities, ...rest } = loadedModel();
    page.lab.ready({ ...rest, capabilities: { ...capabilities, threads: 1 }, calibration });
    await page.drawn();
    expect(page.text('cat-model-status')).toContain('100 tokens/s measured at load · 1 thread');
  });
});

describe('the keyboard', () => {
  test('keeps its place on the button that asks, stops and asks again', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    const ask = page.button('Ask');
    ask.focus();
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    expect(page.button('Stop')).toBe(ask);
    expect(ask.matches(':focus')).toBe(true);
    page.lab.asked[0]!.settle();
    await page.drawn();
    await page.drawn();
    expect(page.button('Ask')).toBe(ask);
    expect(ask.matches(':focus')).toBe(true);
  });
});

describe('model text', () => {
  const evil = '<img src=x onerror="window.hit=1"><b>bold</b> <script>window.hit=1</script> The answer is 4.';

  test('that looks like markup is shown as the text it is', async () => {
    page = await openPage();
    const scene = { rollouts: [{ text: evil }, { text: evil }], synthesis: { text: evil } };
    page.lab.emit(...liveEvents(await page.group([], '', scene)));
    await page.drawn();
    expect(page.all('img, b:not(dd b, td b, .known b), script')).toEqual([]);
    expect(page.text('cat-rollout-card')).toContain(evil);
    expect(page.text('cat-synthesis-panel')).toContain(evil);
    expect('hit' in window).toBe(false);
  });

  test('that is an answer is text in the verdict and its drawing too', async () => {
    page = await openPage();
    const answer = '<svg onload=alert(1)>';
    const line = { text: `\\boxed{${answer}}` };
    const scene = { rollouts: [line, line], synthesis: line };
    page.lab.emit(...liveEvents(await page.group([], '', scene)));
    await page.drawn();
    expect(page.all('[onload]')).toEqual([]);
    expect(page.text('cat-verdict-strip')).toContain(answer);
  });
});

describe('faults', () => {
  test('stand on the page with cause and remedy, and can be dismissed', async () => {
    page = await openPage();
    page.lab.ready();
    page.lab.fault({ kind: 'storage-full', reason: 'the quota is 10 MB' });
    await page.drawn();
    expect(page.text('cat-fault-note')).toContain('The quota is 10 MB.');
    expect(page.find('[role=alert]').textContent).toContain('Delete earlier questions');
    await expectAccessible(page);
    await page.click('Dismiss');
    expect(page.all('cat-fault-note')).toEqual([]);
  });

  test('of loading offer another try', async () => {
    page = await openPage();
    page.lab.fault({ kind: 'model-missing', model: 'nano', url: 'nano.gguf', status: 404 });
    await page.drawn();
    expect(page.text('cat-fault-note')).toContain('status 404');
    await expectAccessible(page);
    await page.click('Try again');
    expect(page.lab.loads.map(({ spec }) => spec.id)).toEqual(['nano']);
  });

  test('that end a model and its group stand on the page once', async () => {
    page = await openPage();
    page.lab.ready();
    const group = await page.group(['1', '1'], '1');
    const [start] = liveEvents(group);
    const fault = { kind: 'worker-died', engine: 'wllama', reason: 'gone' } as const;
    page.lab.emit(start!, { kind: 'fault', fault, groupId: group.id });
    await page.drawn();
    expect(page.all('cat-fault-note')).toHaveLength(1);
    expect(page.text('cat-model-status')).toContain('No model');
    expect(page.text('cat-model-status')).not.toContain('loading failed');
    page.lab.emit({ kind: 'group-done', groupId: group.id, status: 'failed' });
    page.lab.ready();
    await page.drawn();
    expect(page.all('cat-fault-note')).toEqual([]);
  });

  test('of one rollout stand in its card', async () => {
    page = await openPage();
    const group = await page.group(['1', '1'], '1');
    const fault = { kind: 'worker-died', engine: 'wllama', reason: 'gone' } as const;
    const rollout = { ...group.rollouts[0]!, text: '', tokens: 0, logprobs: [], stop: 'fault' as const, fault };
    const [start] = liveEvents(group);
    page.lab.emit(start!, { kind: 'rollout-done', groupId: group.id, rollout });
    await page.drawn();
    expect(page.text('cat-rollout-card')).toContain('The engine (wllama) has stopped working.');
  });

  test('of answers in small cards stand below them, each cause with its answers', async () => {
    page = await openPage();
    const group = await page.group(Array.from({ length: 20 }, () => '1'), '1');
    const [start] = liveEvents(group);
    const fault = { kind: 'engine-failed', engine: 'wllama', reason: 'broken text' } as const;
    const failing = [0, 4].map((index) => ({
      kind: 'rollout-done' as const,
      groupId: group.id,
      rollout: { ...group.rollouts[index]!, stop: 'fault' as const, fault },
    }));
    page.lab.emit(start!, ...failing);
    await page.drawn();
    const lines = page.all('cat-rollout-grid .failed li, .failed li').map((line) => line.textContent);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/Answers 1, 5 failed\.\s+The engine \(wllama\) could not.*Broken text\./);
    await expectAccessible(page);
  });

  test('of one rollout are no matter of the page while its group goes on', async () => {
    page = await openPage();
    page.lab.ready();
    const group = await page.group(['1', '1'], '1');
    const fault = { kind: 'engine-failed', engine: 'wllama', reason: 'broken text' } as const;
    const rollout = { ...group.rollouts[0]!, stop: 'fault' as const, fault };
    const [start] = liveEvents(group);
    const groupId = group.id;
    page.lab.emit(start!, { kind: 'rollout-done', groupId, rollout }, { kind: 'fault', fault, groupId });
    await page.drawn();
    expect(page.text('cat-rollout-card')).toContain('Broken text.');
    expect(page.all('cat-fault-note')).toEqual([]);
    page.lab.emit({ kind: 'group-done', groupId, status: 'failed' });
    await page.drawn();
    expect(page.text('cat-fault-note')).toContain('Broken text.');
  });
});
