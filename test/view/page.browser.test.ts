import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Group } from '../../src/group/group.ts';
import type { RolloutCard } from '../../src/view/rollout-card.ts';
import { HandLab, loadedModel, nanoSpec } from '../kit/lab.ts';
import type { Line, Scene } from '../kit/scene.ts';
import { liveEvents, sceneGroup } from '../kit/scene.ts';
import type { Page } from './page.ts';
import { expectAccessible, openPage } from './page.ts';

let page: Page;
afterEach(() => page.close());

const says = (answer: string): Line => ({ text: `6 + 2 = ${answer} apples.\nThe answer is ${answer}.` });

/** A group for the question that stands in the page. */
const groupFor = (answers: readonly string[], synthesis: string, more: Partial<Scene> = {}): Promise<Group> =>
  sceneGroup({
    question: page.app.shadowRoot!.querySelector('cat-question-panel')!.text,
    truth: page.app.shadowRoot!.querySelector('cat-question-panel')!.truth ?? '0',
    rollouts: answers.map(says),
    synthesis: says(synthesis),
    ...more,
  });

const question = (): HTMLTextAreaElement => page.find<HTMLTextAreaElement>('cat-question-panel textarea, textarea');

/** As a person's typing does. */
async function write(text: string): Promise<void> {
  question().value = text;
  question().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await page.drawn();
}

async function click(name: string): Promise<void> {
  await page.drawn();
  page.button(name).click();
  await page.drawn();
}

describe('the question', () => {
  test('is a problem with its known answer when the page opens', async () => {
    page = await openPage();
    expect(question().value).toMatch(/How many/);
    expect(page.text('cat-question-panel')).toMatch(/known answer \d+/);
  });

  test('gives way to another problem of the chosen level', async () => {
    page = await openPage();
    const before = question().value;
    await click('Another problem');
    expect(question().value).not.toBe(before);
    const after = question().value;
    const level = page.find<HTMLSelectElement>('select');
    level.value = 'hard';
    level.dispatchEvent(new Event('change'));
    await page.drawn();
    expect(question().value).not.toBe(after);
  });

  test('loses its known answer when it is edited', async () => {
    page = await openPage();
    await write(`${question().value} Or so.`);
    expect(page.text('cat-question-panel')).toContain('right answer not known here');
    page.lab.ready();
    await click('Ask');
    await click('Ask nano anyway').catch(() => {});
    expect(page.lab.asked.at(-1)?.question).not.toHaveProperty('truth');
  });

  test('is asked with its truth and the settings, by Ctrl + Enter too', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    question().focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await page.drawn();
    expect(page.lab.asked).toHaveLength(1);
    expect(page.lab.asked[0]?.question).toMatchObject({ kind: 'verifiable', text: question().value });
    expect(page.lab.asked[0]?.question).toHaveProperty('truth');
    expect(page.lab.asked[0]?.settings).toMatchObject({ group: 8, questionVisible: false });
    expect(page.lab.asked[0]?.options.fresh).toBe(false);
  });

  test('is asked once, however often the key is pressed', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    question().focus();
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}');
    expect(page.lab.asked).toHaveLength(1);
  });

  test('loads the model that comes with the page where none is loaded', async () => {
    page = await openPage();
    await click('Load nano and ask');
    expect(page.lab.loads.map(({ spec }) => spec)).toEqual([nanoSpec]);
    expect(page.lab.asked).toHaveLength(1);
  });
});

describe('a run', () => {
  test('fills the cards token by token, then shows answers, rewards and the verdict', async () => {
    page = await openPage();
    page.lab.ready();
    await click('Ask');
    const truth = page.app.shadowRoot!.querySelector('cat-question-panel')!.truth!;
    const group = await groupFor(['1', truth, '1'], truth);
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
    await click('Ask');
    const events = liveEvents(await groupFor(['1', '2'], '2'));
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
    await click('Ask');
    const group = await groupFor(['1', '2'], '2');
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
    await click('Ask');
    await click('Stop');
    expect(page.lab.stops).toBe(1);
    await userEvent.keyboard('{Escape}');
    expect(page.lab.stops).toBe(2);
    const events = liveEvents(await groupFor(['1', '2'], '2', { synthesis: null }));
    page.lab.emit(...events);
    page.lab.asked[0]!.settle();
    await page.drawn();
    expect(page.text('cat-rollout-card')).toContain('The answer is 1.');
    expect(page.text('cat-synthesis-panel')).toContain('the run was stopped first');
    expect(page.button('Ask').disabled).toBe(false);
  });

  test('from the store is marked, and can be run again', async () => {
    page = await openPage();
    page.lab.ready();
    const group = await groupFor(['1', '1'], '1');
    page.lab.groups = [group];
    await page.lab.open(group.id);
    await page.drawn();
    expect(page.text('cat-question-panel')).toContain('from your earlier run');
    await click('Run again');
    expect(page.lab.asked[0]?.options.fresh).toBe(true);
  });

  test('of another question is not shown beside this one', async () => {
    page = await openPage();
    page.lab.ready();
    const text = question().value;
    page.lab.emit(...liveEvents(await groupFor(['1', '1'], '1')));
    await page.drawn();
    await write('How many?');
    expect(page.text('cat-rollout-card')).not.toContain('The answer is');
    await write(text);
    expect(page.text('cat-rollout-card')).toContain('The answer is 1.');
    expect(page.text('cat-question-panel')).toContain('known answer');
  });

  test('says which rollouts the synthesis did not read whole', async () => {
    page = await openPage();
    page.lab.emit(
      ...liveEvents(
        await groupFor(['1', '1', '2', '2'], '1', {
          plan: { order: [0, 2, 3], shortened: [2], omitted: [{ index: 1, why: 'no-room' }] },
        }),
      ),
    );
    await page.drawn();
    const text = page.text('cat-synthesis-panel');
    expect(text).toContain('Read 3 answers');
    expect(text).toContain('Of 3, only the end fitted.');
    expect(text).toContain('Left out 2: no room.');
    expect(text).toContain('stood the answers 1, 3, 4');
  });
});

describe('model text', () => {
  const evil = '<img src=x onerror="window.hit=1"><b>bold</b> <script>window.hit=1</script> The answer is 4.';

  test('that looks like markup is shown as the text it is', async () => {
    page = await openPage();
    const scene = { rollouts: [{ text: evil }, { text: evil }], synthesis: { text: evil } };
    page.lab.emit(...liveEvents(await groupFor([], '', scene)));
    await page.drawn();
    expect(page.all('img, b:not(dd b, .known b), script')).toEqual([]);
    expect(page.text('cat-rollout-card')).toContain(evil);
    expect(page.text('cat-synthesis-panel')).toContain(evil);
    expect('hit' in window).toBe(false);
  });

  test('that is an answer is text in the verdict and its drawing too', async () => {
    page = await openPage();
    const answer = '<svg onload=alert(1)>';
    const line = { text: `\\boxed{${answer}}` };
    const scene = { rollouts: [line, line], synthesis: line };
    page.lab.emit(...liveEvents(await groupFor([], '', scene)));
    await page.drawn();
    expect(page.all('[onload]')).toEqual([]);
    expect(page.text('cat-verdict-strip')).toContain(answer);
  });
});

describe('a question outside nano’s world', () => {
  test('is answered with what nano can do, and not asked', async () => {
    page = await openPage();
    page.lab.ready();
    await write('Who wrote Hamlet?');
    await click('Ask');
    expect(page.lab.asked).toEqual([]);
    expect(page.text('cat-beyond-note')).toContain('outside nano’s world');
    expect(page.text('cat-beyond-note')).toContain('Load another model');
    await expectAccessible(page);
  });

  test('can be asked anyway, or swapped for one that nano can answer', async () => {
    page = await openPage();
    page.lab.ready();
    await write('Who wrote Hamlet?');
    await click('Ask');
    await click('Ask nano anyway');
    expect(page.lab.asked[0]?.question.text).toBe('Who wrote Hamlet?');
    expect(page.all('cat-beyond-note')).toEqual([]);
    page.lab.asked[0]!.settle();
    await page.drawn();
    await click('Ask');
    const example = page.text('blockquote');
    await click('Take this one');
    expect(question().value).toBe(example);
    expect(page.text('cat-question-panel')).toContain('known answer');
  });

  test('is asked of another model at once', async () => {
    page = await openPage();
    page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
    await write('Who wrote Hamlet?');
    await click('Ask');
    expect(page.lab.asked).toHaveLength(1);
    expect(page.lab.asked[0]?.settings.sampling.temperature).toBe(0.7);
  });
});

describe('another model', () => {
  test('is fetched only after its host was confirmed', async () => {
    page = await openPage();
    const confirmed: string[] = [];
    page.app.confirmHost = (host) => confirmed.push(host);
    page.lab.ready();
    await write('Who wrote Hamlet?');
    await click('Ask');
    const field = page.find<HTMLTextAreaElement>('cat-beyond-note ~ textarea, #urls');
    field.value = 'https://models.example.org/small.gguf';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.drawn();
    await click('Continue');
    expect(page.text('cat-model-loader')).toContain('Fetch from models.example.org?');
    expect([page.lab.loads, confirmed]).toEqual([[], []]);
    await expectAccessible(page);
    await click('Fetch from models.example.org');
    expect(confirmed).toEqual(['models.example.org']);
    expect(page.lab.loads[0]?.spec).toEqual({
      id: 'small',
      engine: 'wllama',
      urls: ['https://models.example.org/small.gguf'],
      chat: 'general',
    });
  });

  test('that is loading shows its bytes and can be cancelled', async () => {
    page = await openPage();
    await click('Load nano');
    page.lab.emit({
      kind: 'model-progress',
      model: 'nano',
      progress: { stage: 'fetch', bytes: 1_500_000, totalBytes: 3_000_000 },
    });
    await page.drawn();
    expect(page.text('cat-model-status')).toContain('1.5 MB of 3.0 MB');
    expect(page.find<HTMLProgressElement>('progress').position).toBeCloseTo(0.5);
    await expectAccessible(page);
    await click('Cancel');
    expect(page.lab.loads[0]?.options.signal?.aborted).toBe(true);
  });
});

describe('the settings', () => {
  const open = async (): Promise<void> => {
    await click('Settings');
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(true);
  };
  const set = async (id: string, value: string): Promise<void> => {
    const field = page.find<HTMLInputElement>(`#${id}`);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.drawn();
  };

  test('open, are accessible, and close by Escape with the focus back', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    page.button('Settings').focus();
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    await expectAccessible(page);
    await userEvent.keyboard('{Escape}');
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(false);
    expect(page.app.shadowRoot!.activeElement).toBe(page.button('Settings'));
  });

  test('change what is asked and how many places there are', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    await set('group', '3');
    await set('temperature', '0.4');
    page.find<HTMLInputElement>('#blind').click();
    await page.drawn();
    await click('Close');
    expect(page.all('cat-rollout-card')).toHaveLength(3);
    await click('Ask');
    expect(page.lab.asked[0]?.settings).toMatchObject({
      group: 3,
      questionVisible: true,
      sampling: { temperature: 0.4, topP: 1 },
    });
  });

  test('out of their bounds say so and change nothing', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    await set('group', '33');
    expect(page.text('cat-settings-panel')).toContain('Must be a whole number from 1 to 32.');
    expect(page.find('#group').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await click('Close');
    await click('Ask');
    expect(page.lab.asked[0]?.settings.group).toBe(8);
  });

  test('say where they leave what nano learned', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    expect(page.text('cat-settings-panel')).not.toContain('Nano learned');
    await set('temperature', '1.8');
    expect(page.text('cat-settings-panel')).toContain('temperatures up to 1.3');
    page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
    await page.drawn();
    expect(page.text('cat-settings-panel')).not.toContain('Nano learned');
  });

  test('hold the prompts, refuse one without its place, and give back the model’s own', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    const editor = page.find('cat-prompt-editor');
    const field = editor.shadowRoot!.querySelector('textarea')!;
    const own = field.value;
    expect(own).toContain('{question}');
    const type = async (text: string): Promise<void> => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input'));
      await page.drawn();
    };
    await type('Just answer.');
    expect(page.text('cat-prompt-editor')).toContain('Must contain {question}.');
    await type('Answer: {question}');
    expect(page.text('cat-prompt-editor')).toContain('Nano learned this one prompt only');
    await click('Close');
    await click('Ask');
    expect(page.lab.asked[0]?.settings.prompts).toEqual({ solve: 'Answer: {question}' });
    page.lab.asked[0]!.settle();
    await page.drawn();
    await open();
    editor.shadowRoot!.querySelector('button')!.click();
    await page.drawn();
    expect(field.value).toBe(own);
    await click('Close');
    await click('Ask');
    expect(page.lab.asked[1]?.settings.prompts).toEqual({});
  });
});

describe('earlier questions', () => {
  const groups = async (): Promise<Group[]> => {
    const scene = (id: string, text: string, answer: string): Promise<Group> =>
      sceneGroup({ id, question: text, truth: '4', rollouts: [says('4'), says('4')], synthesis: says(answer) });
    return [await scene('b', 'How many pears?', '5'), await scene('a', 'How many figs?', '4')];
  };

  test('stand in a list with how they went, and open by keyboard', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    expect(page.text('cat-history-list')).toMatch(/pears.*differs from the vote.*synthesis wrong.*figs.*synthesis right/);
    page.button('Open: How many figs?').focus();
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    expect(question().value).toBe('How many figs?');
    expect(page.text('cat-verdict-strip')).toContain('said 4');
    await expectAccessible(page);
  });

  test('are deleted one by one, and come back by Undo', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    await lab.open(lab.groups[1]!.id);
    await write('How many figs?');
    expect(page.text('cat-rollout-card')).toContain('The answer is 4.');
    await click('Delete: How many figs?');
    expect(page.text('cat-history-list')).not.toContain('figs');
    expect(page.text('cat-rollout-card')).not.toContain('The answer is');
    await expectAccessible(page);
    await click('Undo');
    expect(page.text('cat-history-list')).toContain('figs');
    expect(page.text('cat-rollout-card')).toContain('The answer is 4.');
    expect(page.text('cat-toast')).toContain('Brought back.');
  });

  test('are deleted all at once', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    await click('Delete everything');
    expect(lab.removals).toEqual(['everything']);
    expect(page.text('cat-history-list')).toBe('');
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
    await click('Dismiss');
    expect(page.all('cat-fault-note')).toEqual([]);
  });

  test('of loading offer another try', async () => {
    page = await openPage();
    page.lab.fault({ kind: 'model-missing', model: 'nano', url: 'nano.gguf', status: 404 });
    await page.drawn();
    expect(page.text('cat-fault-note')).toContain('status 404');
    await expectAccessible(page);
    await click('Try again');
    expect(page.lab.loads.map(({ spec }) => spec.id)).toEqual(['nano']);
  });

  test('of one rollout stand in its card', async () => {
    page = await openPage();
    const group = await groupFor(['1', '1'], '1');
    const fault = { kind: 'worker-died', engine: 'wllama', reason: 'gone' } as const;
    const rollout = { ...group.rollouts[0]!, text: '', tokens: 0, logprobs: [], stop: 'fault' as const, fault };
    const [start] = liveEvents(group);
    page.lab.emit(start!, { kind: 'rollout-done', groupId: group.id, rollout });
    await page.drawn();
    expect(page.text('cat-rollout-card')).toContain('The engine (wllama) has stopped working.');
  });
});

describe('axe finds nothing', () => {
  test.each([
    ['before anything', 8, 0],
    ['half-way', 8, 0.5],
    ['at the end', 8, 1],
    ['with one rollout', 1, 1],
    ['with 32 rollouts', 32, 1],
  ])('%s', async (_name, count, part) => {
    page = await openPage();
    if (part > 0) {
      page.lab.ready();
      await click('Ask');
      const answers = Array.from({ length: count }, (_, index) => String(index % 11));
      const group = await groupFor(answers, '3');
      const events = liveEvents(group);
      page.lab.emit(...events.slice(0, Math.floor(events.length * part)));
      if (part === 1) page.lab.asked[0]!.settle(group);
      await page.drawn();
    }
    await expectAccessible(page);
  });
});
