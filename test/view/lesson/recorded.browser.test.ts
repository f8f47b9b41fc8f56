import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Recording } from '../../../src/recording/recording.ts';
import '../../../src/view/lesson/recorded.ts';
import type { Moved, Recorded } from '../../../src/view/lesson/recorded.ts';
import '../../../src/view/page.css';
import type { Part } from '../../../src/view/part.ts';
import '../../../src/view/rubric/rubric-panel.ts';
import { fetchExplain } from '../../../src/view/synthesis/explain-controller.ts';
import { played } from '../../../src/view/text/recording.ts';
import { openScene } from '../../kit/open-scene.ts';
import { madeGroup, recordingOf } from '../../recording/material.ts';

let element: Recorded;
let recording: Recording;
const moves: Moved[] = [];

beforeEach(async () => {
  await fetchExplain();
  recording = recordingOf(await madeGroup());
  moves.length = 0;
});
afterEach(() => {
  element.remove();
  vi.restoreAllMocks();
});

/** The element on the page, drawn with what was given. */
async function show(given: Partial<Recorded>): Promise<void> {
  element = document.createElement('cat-recorded');
  element.addEventListener('cat-moved', ({ detail }) => moves.push(detail));
  Object.assign(element, { recording, ...given });
  document.body.append(element);
  await drawn();
}

/** What was told is drawn, the cards too. */
async function drawn(): Promise<void> {
  await element.updateComplete;
  const inner = [...element.shadowRoot!.querySelectorAll<Recorded>('*')];
  await Promise.all(inner.map((one) => one.updateComplete));
  await Promise.all(cards().map((one) => (one as unknown as Recorded).updateComplete));
}

const until = (done: (moved: Moved) => boolean): Promise<Moved> =>
  new Promise((resolve) => {
    element.addEventListener('cat-moved', ({ detail }) => done(detail) && resolve(detail));
  });

const part = <T extends Element = HTMLElement>(selector: string): T => {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
};
const slider = (): HTMLInputElement => part('input[type=range]');
const button = (name: string): HTMLButtonElement => {
  const found = [...element.shadowRoot!.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name,
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
const press = async (name: string): Promise<void> => {
  button(name).click();
  await drawn();
};
const cards = (): Element[] => [
  ...(element.shadowRoot!.querySelector('cat-rollout-grid')?.shadowRoot?.querySelectorAll(
    'cat-rollout-card',
  ) ?? []),
];
const texts = (): string[] =>
  cards().map((card) => card.shadowRoot!.querySelector('.text > div')?.textContent ?? '');
const verdict = (): string =>
  element.shadowRoot!.querySelector('cat-verdict-strip')?.shadowRoot?.textContent ?? '';

describe('a recorded group', () => {
  test('says whose real run it is, when it was, and what was asked', async () => {
    await show({});
    const { question, createdAt, recipe } = recording.group;
    expect(part('.tape').textContent).toContain(played.real(recipe.policy.model, createdAt));
    expect(part('.question').textContent).toContain(question.text);
    expect(element.playing).toBe(false);
    expect(texts()).toEqual(['', '', '']);
  });

  test('plays to its end with the parts of a live one', async () => {
    await show({});
    const ended = until(({ position, end, playing }) => position === end && !playing);
    await press(played.play);
    expect(element.playing).toBe(true);
    await ended;
    await drawn();
    expect(texts()).toEqual(recording.group.rollouts.map(({ text }) => text));
    expect(verdict()).toContain('4');
    expect(button(played.again)).toBeTruthy();
    expect(moves[0]?.group?.status).toBe('running');
    expect(moves.at(-1)?.group?.status).toBe('done');
  });

  test('plays by itself where its owner wants it to, and pauses where not any more', async () => {
    await show({ playing: true });
    expect(button(played.pause)).toBeTruthy();
    element.playing = false;
    await drawn();
    expect(button(played.play)).toBeTruthy();
  });

  test('waits where it is while the room around it is hidden, and goes on as it is shown again', async () => {
    const frames = async (count: number): Promise<void> => {
      for (let at = 0; at < count; at++) await new Promise(requestAnimationFrame);
    };
    await show({ playing: true });
    await expect.poll(() => element.position).toBeGreaterThan(1);
    element.style.display = 'none';
    await frames(3);
    const stopped = element.position;
    await frames(30);
    expect(element.position).toBe(stopped);
    element.style.display = '';
    await expect.poll(() => element.position).toBeGreaterThan(stopped);
  });

  test('stands at its end with Play where less motion is wanted, until that is pressed', async () => {
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
    await show({ playing: true });
    expect(element.playing).toBe(false);
    expect(element.position).toBe(element.tape?.length);
    expect(texts()).toEqual(recording.group.rollouts.map(({ text }) => text));
    await press(played.again);
    expect(element.playing).toBe(true);
  });

  test('is moved by its owner, and tells where it is', async () => {
    await show({ position: Infinity });
    const { tape } = element;
    if (tape === null) throw new Error('no tape');
    expect(element.position).toBe(tape.length);
    element.position = tape.answers;
    await drawn();
    expect(moves.at(-1)).toMatchObject({ position: tape.answers, end: tape.length, playing: false });
    expect(moves.at(-1)?.group?.synthesis).toBeNull();
  });

  test('shows only the parts that are wanted, and ends where it is to end', async () => {
    await show({ parts: new Set(['rollouts'] as const), position: Infinity });
    element.until = element.tape?.answers ?? 0;
    await drawn();
    expect(element.shadowRoot!.querySelector('cat-synthesis-panel')).toBeNull();
    expect(element.shadowRoot!.querySelector('cat-verdict-strip')).toBeNull();
    expect(element.position).toBe(element.tape?.answers);
    expect(Number(slider().max)).toBe(element.tape?.answers);
    expect(texts()).toEqual(recording.group.rollouts.map(({ text }) => text));
  });

  test('keeps what its owner wants until there is a recording', async () => {
    await show({ recording: null, position: Infinity });
    expect(element.shadowRoot!.querySelector('.tape')).toBeNull();
    element.recording = recording;
    await drawn();
    expect(element.position).toBe(element.tape?.length);
    expect(texts()).toEqual(recording.group.rollouts.map(({ text }) => text));
  });

  test('begins anew with another recording', async () => {
    await show({ position: Infinity });
    element.recording = recordingOf(await madeGroup({ question: 'Why?', rollouts: [{ text: 'So.' }], synthesis: null }));
    await drawn();
    expect(element.position).toBe(0);
    expect(part('.question').textContent).toContain('Why?');
    expect(cards()).toHaveLength(1);
  });

  test('keeps its parts from changing the group of the page', async () => {
    const heard: string[] = [];
    const names = ['cat-step', 'cat-show', 'cat-judge', 'cat-amend', 'cat-stop'];
    const hear = ({ type }: Event): number => heard.push(type);
    for (const name of names) document.body.addEventListener(name, hear);
    await show({ position: Infinity });
    const grid = part('cat-rollout-grid');
    for (const name of names) {
      grid.dispatchEvent(new CustomEvent(name, { detail: 0, bubbles: true, composed: true }));
    }
    for (const name of names) document.body.removeEventListener(name, hear);
    expect(heard).toEqual([]);
  });

  test('explains a step of the synthesis with its own rollouts', async () => {
    const sums = { rollouts: [{ text: '2 + 2 = 4\nThe answer is 4.' }, { text: '2 + 2 = 5\nThe answer is 5.' }] };
    const synthesis = { text: '2 + 2 = 4\nThe answer is 4.' };
    recording = recordingOf(await madeGroup({ question: 'How many?', truth: '4', ...sums, synthesis }));
    await show({ position: Infinity });
    const panel = part<HTMLElement>('cat-synthesis-panel');
    panel.dispatchEvent(new CustomEvent('cat-step', { detail: 0, bubbles: true, composed: true }));
    await drawn();
    const stands = cards().map((card) => card.shadowRoot!.querySelector('article')?.dataset['stand']);
    expect(stands).toEqual(['supports', 'contradicts']);
  });

  test('of an open question shows its criteria, and nothing of them can be changed', async () => {
    recording = recordingOf(await openScene({}));
    await show({ position: Infinity });
    const rubric = element.shadowRoot!.querySelector('cat-rubric-panel');
    expect(rubric?.running).toBe(true);
    expect(rubric?.shadowRoot?.querySelector('cat-rubric-matrix')).not.toBeNull();
  });

  test.each([[['rubric'], 0], [['rubric', 'rewards'], 2]] as const)('of an open question, %j, has %i lines of what its verdicts come to', async (parts, lines) => {
    recording = recordingOf(await openScene({}));
    await show({ position: Infinity, parts: new Set<Part>(parts) });
    const matrix = part('cat-rubric-panel').shadowRoot!.querySelector('cat-rubric-matrix')!;
    await matrix.updateComplete;
    expect(matrix.shadowRoot!.querySelectorAll('tfoot tr')).toHaveLength(lines);
  });
});

describe('the bar of the player', () => {
  test('is a group with a name, and every control has one', async () => {
    await show({ position: 3 });
    expect(part('[role=group]').getAttribute('aria-label')).toBe(played.player);
    const found = await axe.run(element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // A page of its own has its landmarks and its one h1.
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  test('moves by the arrows event by event, and by the page keys step by step', async () => {
    await show({});
    slider().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await drawn();
    expect(element.position).toBe(2);
    await userEvent.keyboard('{PageDown}');
    await drawn();
    const [, first] = element.tape?.moments ?? [];
    expect(element.position).toBe(first?.position);
    expect(slider().getAttribute('aria-valuetext')).toContain(first === undefined ? '?' : played.moment(first));
    await userEvent.keyboard('{PageUp}');
    await drawn();
    expect(element.position).toBe(0);
    await userEvent.keyboard('{End}');
    await drawn();
    expect(element.position).toBe(element.tape?.length);
    await userEvent.keyboard('{Home}');
    await drawn();
    expect(element.position).toBe(0);
  });

  test('plays and pauses by the space bar on the slider', async () => {
    await show({});
    slider().focus();
    await userEvent.keyboard(' ');
    await drawn();
    expect(element.playing).toBe(true);
    await userEvent.keyboard(' ');
    await drawn();
    expect(element.playing).toBe(false);
  });

  test('says where a step has led, and nothing while it plays', async () => {
    await show({});
    expect(part('[role=status]').textContent).toBe('');
    await press(played.on);
    const [, first] = element.tape?.moments ?? [];
    expect(part('[role=status]').textContent).toBe(first === undefined ? '?' : played.moment(first));
    await press(played.back);
    expect(element.position).toBe(0);
  });

  test('sets the speed', async () => {
    await show({});
    const select = part<HTMLSelectElement>('select');
    expect(select.value).toBe('0.1');
    await userEvent.selectOptions(select, '4');
    await drawn();
    expect(select.value).toBe('4');
  });

  test('keeps its controls where they are, whatever the place', async () => {
    await show({});
    const rects = (): string =>
      JSON.stringify(
        [...part('.bar').children].map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return [x, y, width, height].map(Math.round);
        }),
      );
    const before = rects();
    element.position = 9;
    await drawn();
    expect(rects()).toBe(before);
    element.position = Infinity;
    await drawn();
    expect(rects()).toBe(before);
  });
});

test('nothing on the page moves while a recording is played', async () => {
  await show({});
  const boxes = (): string =>
    JSON.stringify(
      [part('.tape'), part('cat-rollout-grid'), part('cat-synthesis-panel'), ...cards()].map((one) => {
        const { x, y, width } = one.getBoundingClientRect();
        return [x, y, width].map(Math.round);
      }),
    );
  const before = boxes();
  for (const { position } of element.tape?.moments ?? []) {
    element.position = position;
    await drawn();
    expect(boxes()).toBe(before);
  }
});
