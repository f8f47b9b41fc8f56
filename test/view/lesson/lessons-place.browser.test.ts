import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page as frame, userEvent } from 'vitest/browser';
import '../../../src/view/page.css';
import { recordingText } from '../../../src/recording/recording.ts';
import { LESSONS } from '../../../src/view/lesson/lessons.ts';
import { LessonsPlace } from '../../../src/view/lesson/lessons-place.ts';
import type { Live } from '../../../src/view/lesson/live.ts';
import { placeOf } from '../../../src/view/place.ts';
import type { RolloutGrid } from '../../../src/view/rollout/rollout-grid.ts';
import { say } from '../../../src/view/text/current.ts';
import { tell } from '../../../src/view/text/lessons.ts';
import { madeGroup } from '../../recording/material.ts';

const says = (...lines: string[]): { readonly text: string } => ({ text: lines.join('\n') });

/** Six rollouts wrong or right in their own ways, and a synthesis that is right. */
const group = await madeGroup({
  question: 'Mia has 20 coins and finds 32 more. How many coins has she?',
  truth: '52',
  rollouts: [
    ...Array.from({ length: 4 }, () => says('That makes 20 + 32 = 62 coins.', 'The answer is 62.')),
    says('That makes 20 + 32 = 52 coins.', 'The answer is 52.'),
    says('That makes 20 + 32 = 42 coins.', 'The answer is 42.'),
  ],
  synthesis: says('1. That makes 20 + 32 = 52 coins.', 'The answer is 52.'),
});
const file = recordingText({ group });

const live: Live = {
  ...{ shown: null, explained: null, asking: false, judge: { kind: 'none' }, experimenting: false },
  ...{ readiness: 'load-first', model: null, bundled: 'nano', untaught: 'nano' },
};

let main: HTMLElement;
let room: LessonsPlace;
const asked: [string, unknown][] = [];

async function open(hash: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
  const names = LESSONS.map(({ id }) => id).filter((id) => id !== 'rubric');
  const all: Readonly<Record<string, string>> = {
    index: JSON.stringify({ lessons: names }),
    ...Object.fromEntries(names.map((name) => [name, file])),
    ...files,
  };
  LessonsPlace.fetch = (name) => Promise.resolve(new Response(all[name] ?? '', { status: all[name] === undefined ? 404 : 200 }));
  asked.length = 0;
  main = document.createElement('main');
  room = document.createElement('cat-lessons');
  room.live = live;
  room.place = placeOf(hash);
  history.replaceState(null, '', hash);
  for (const name of ['cat-put', 'cat-ask', 'cat-stop', 'cat-models'] as const) {
    main.addEventListener(name, (event) => void asked.push([name, event.detail]));
  }
  addEventListener('hashchange', follow);
  main.append(room);
  document.body.append(main);
  await expect.poll(() => text()).not.toContain(tell.coming);
}
const follow = (): void => void (room.place = placeOf(location.hash));

afterEach(() => {
  removeEventListener('hashchange', follow);
  main.remove();
  history.replaceState(null, '', '#');
});

const inside = <T extends Element>(selector: string): T => room.shadowRoot!.querySelector<T>(selector)!;
const text = (): string => room.shadowRoot!.textContent.replace(/\s+/g, ' ');
const terms = (): string[] =>
  [...room.shadowRoot!.querySelectorAll('cat-term')].map((term) => term.shown);
const heading = (): string => inside('#step').textContent.replace(/\s+/g, ' ').trim();

describe('the list of lessons', () => {
  test('has each with what it shows and how long it takes, the words, and how far all goes', async () => {
    await open('#lessons');
    for (const { title, shows } of Object.values(tell.lessons)) {
      expect(text()).toContain(title);
      expect(text()).toContain(shows);
    }
    expect(text()).toContain('7 steps, about 2 minutes');
    expect(text()).toContain(tell.limits.heading);
    expect(text()).toContain(tell.glossary.oracle.means);
  });
});

describe('a step of a lesson', () => {
  test('leads on and back by arrow keys, its heading then has the focus', async () => {
    await open('#lessons/2/1');
    expect(heading()).toBe('Step 1 of 7 Another problem');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(heading).toBe('Step 2 of 7 Count the votes');
    expect(room.shadowRoot!.activeElement).toBe(inside('#step'));
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(heading).toBe('Step 1 of 7 Another problem');
    await userEvent.keyboard('{ArrowLeft}');
    expect(location.hash).toBe('#lessons/2/1');
  });

  test('leaves the arrow keys to the control that has the focus', async () => {
    await open('#lessons/2/2');
    inside<HTMLInputElement>('input[type=radio]').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(location.hash).toBe('#lessons/2/2');
  });

  test('runs the other way where the text does', async () => {
    await open('#lessons/2/2');
    main.setAttribute('dir', 'rtl');
    await userEvent.keyboard('{ArrowLeft}');
    expect(location.hash).toBe('#lessons/2/3');
  });

  test('beyond the last one is the last one', async () => {
    await open('#lessons/1/40');
    expect(heading()).toBe('Step 6 of 6 What does not hold');
  });

  test('explains the words of the method where they stand', async () => {
    await open('#lessons/1/2');
    expect(terms()).toEqual(['rollout', 'group']);
  });

  test('tells what was recorded, in numbers', async () => {
    await open('#lessons/2/3');
    expect(text()).toContain('The known answer is 52. The vote is wrong.');
    expect(text()).toContain('One rollout is right, and 4 agree on 62.');
  });

  test('points at the step of the synthesis where the rollouts part', async () => {
    await open('#lessons/3/3');
    const marks = inside('cat-explain-steps').shadowRoot!;
    await expect.poll(() => marks.querySelector('[aria-expanded=true]')?.textContent).toContain('20 + 32 = 52');
    expect(text()).toContain('1 rollout says the same as the synthesis, and 5 say otherwise');
  });
});

describe('the reward of a rollout', () => {
  const grid = (): ShadowRoot => inside('cat-recorded').shadowRoot!.querySelector('cat-rollout-grid')!.shadowRoot!;
  const shown = (): string =>
    [...grid().querySelectorAll('cat-rollout-card')].map((card) => card.shadowRoot!.querySelector('.foot')!.textContent).join(' ');

  // The last of these plays the recording to its end.
  test.each(['#lessons/1/4', '#lessons/2/3', '#lessons/2/5', '#lessons/4/3', '#lessons/4/5'])('%s: is not told before it is explained', async (hash) => {
    await open(hash);
    const recorded: HTMLElement & { position: number; until: number } = inside('cat-recorded');
    recorded.position = recorded.until;
    await expect.poll(shown).toContain('62');
    expect(grid().querySelector('cat-rollout-card')!.badge).not.toBeNull();
    expect(shown()).not.toContain(say.rollouts.reward);
    expect(grid().textContent).not.toContain(say.rollouts.legend.reward.verifiable);
  });

  test('is told where it is explained', async () => {
    await open('#lessons/3/5');
    await userEvent.click(inside('.predict button'));
    await expect.poll(shown).toContain(say.rollouts.reward);
    expect(grid().textContent).toContain(say.rollouts.legend.reward.verifiable);
  });
});

describe('an exercise', () => {
  test('is predicted first, then shown, compared in words, and kept while the page is open', async () => {
    await open('#lessons/2/2');
    expect(inside('svg.votes')).toBeNull();
    await userEvent.click(inside('input[value="52"]'));
    await userEvent.click(inside('.predict button'));
    await expect.poll(() => inside('.outcome')?.textContent).toBe(
      'You predicted: 52. It turned out otherwise: The vote says 62.',
    );
    expect(room.shadowRoot!.activeElement).toBe(inside('.outcome'));
    expect(inside('svg.votes').getAttribute('aria-label')).toContain('62: 4 votes');
    expect(inside<HTMLFieldSetElement>('fieldset').disabled).toBe(true);
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(heading).toContain('Step 3');
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => inside('.outcome')?.textContent).toContain('You predicted: 52.');
  });

  test('plays the recording on from where it stood', async () => {
    await open('#lessons/3/2');
    const recorded = (): LessonsPlace & { position: number; until: number } => inside('cat-recorded');
    const before = recorded().position;
    await userEvent.click(inside('.predict button'));
    await expect.poll(() => recorded().until).toBeGreaterThan(before);
    await expect.poll(() => recorded().position).toBeGreaterThan(before);
  });
});

describe('the question for the live model', () => {
  const live = (): ShadowRoot => inside('cat-lesson-try').shadowRoot!;

  test('is the recorded one, with its answer, and asked by one press', async () => {
    await open('#lessons/4/6');
    await expect.poll(() => live().querySelector('blockquote')?.textContent).toBe(group.question.text);
    live().querySelector<HTMLButtonElement>('button.primary')!.click();
    expect(asked).toEqual([
      ['cat-put', group.question],
      ['cat-ask', { fresh: false, anyway: false }],
    ]);
    expect(live().textContent).toContain(tell.try.loadAndAsk('nano'));
    expect(live().textContent).toContain(tell.try.none);
  });

  test('can be another one', async () => {
    await open('#lessons/4/6');
    await expect.poll(() => live().querySelector('blockquote')?.textContent).toBe(group.question.text);
    live().querySelectorAll<HTMLButtonElement>('.go button')[1]!.click();
    await expect.poll(() => live().querySelector('blockquote')?.textContent).not.toBe(group.question.text);
    expect(live().textContent).toContain(tell.try.known);
  });

  test('is stopped by the same button', async () => {
    await open('#lessons/4/6');
    room.live = { ...room.live!, asking: true };
    await expect.poll(() => live().querySelector('button.primary')?.textContent).toContain(tell.try.stop);
    live().querySelector<HTMLButtonElement>('button.primary')!.click();
    expect(asked).toEqual([['cat-stop', null]]);
  });

  test.each([
    ['#lessons/1/5', []],
    ['#lessons/4/6', ['cat-synthesis-panel', 'cat-verdict-strip']],
    ['#lessons/3/6', ['cat-synthesis-panel', 'cat-verdict-strip', 'rewards']],
  ])('%s: shows of what came of it what the lesson has explained', async (hash, parts) => {
    await open(hash);
    const { restoreGroup } = await import('../../../src/view/group-state.ts');
    room.live = { ...room.live!, readiness: 'ready', shown: restoreGroup(group, 0) };
    const grid = (): RolloutGrid | null => live().querySelector('cat-rollout-grid');
    await expect.poll(() => grid()?.rewarded).toBe(parts.includes('rewards'));
    for (const name of ['cat-synthesis-panel', 'cat-verdict-strip']) {
      expect(live().querySelectorAll(name).length).toBe(parts.includes(name) ? 1 : 0);
    }
    expect(live().querySelector('button.primary')?.textContent).toContain(tell.try.again);
  });

  test('of the last lesson says what helps where the model cannot do it', async () => {
    await open('#lessons/5/6');
    await expect.poll(() => live().querySelector('blockquote')?.textContent).toMatch(/[.?]$/);
    expect(live().textContent).toContain(tell.try.untaught('nano'));
    live().querySelector<HTMLButtonElement>('button.primary')!.click();
    expect(asked).toEqual([['cat-models', null]]);
  });
});

describe('without a recording', () => {
  test('the last lesson says so, and is told all the same', async () => {
    await open('#lessons/5/3');
    expect(text()).toContain(tell.unrecorded);
    expect(text()).toContain('From the synthesis alone');
  });

  test('one that does not come can be asked for again', async () => {
    await open('#lessons/1/4', { answers: '{}' });
    await expect.poll(text).toContain(tell.failed);
    LessonsPlace.fetch = undefined;
  });
});

describe('the lessons', () => {
  const PLACES = ['#lessons', '#lessons/1/2', '#lessons/2/3', '#lessons/3/3', '#lessons/3/5', '#lessons/4/6', '#lessons/5/1'];

  test.each(PLACES)('%s: axe finds nothing', async (hash) => {
    await open(hash);
    const { violations } = await axe.run(main, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // The page around it has the first heading.
      rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target.join(' ')).join('; ')}`)).toEqual([]);
  });

  test.each(PLACES)('%s fit a window of 320 pixels', async (hash) => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(320, 800);
    await open(hash);
    const { scrollWidth } = document.documentElement;
    await frame.viewport(before, innerHeight);
    expect(scrollWidth).toBeLessThanOrEqual(320);
  });
});
