/** The page steered by keys alone. */
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { say } from '../../src/view/text/current.ts';
import { inWidth } from './narrow.ts';
import type { Page } from './page.ts';
import { experimentStates, groupPage, lessonStates, rubricPage } from './states.ts';

let page: Page;
afterEach(() => page.close());

/** What has the focus, through all shadow roots; null where the page has let go of it. */
function focused(): Element | null {
  let at = document.activeElement;
  for (;;) {
    const inner: Element | null = at?.shadowRoot?.activeElement ?? null;
    if (inner === null) break;
    at = inner;
  }
  return at === document.body ? null : at;
}

/** What stands at a point, through all shadow roots. */
function at(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (inner === null || inner === found) return found;
    found = inner;
  }
}

const parent = (node: Node): Node | null =>
  node instanceof Element && node.assignedSlot !== null
    ? node.assignedSlot
    : (node.parentNode ?? (node instanceof ShadowRoot ? node.host : null));

const holds = (outer: Element, inner: Node): boolean => {
  for (let one: Node | null = inner; one !== null; one = parent(one)) {
    if (one === outer || (one instanceof ShadowRoot && one.host === outer)) return true;
  }
  return false;
};

/** Something else stands over every point of it that is looked at. */
function isHidden(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [[x, y], [left + 2, y], [right - 2, y], [x, top + 2], [x, bottom - 2]].every(([px, py]) => {
    const there = at(px!, py!);
    return there === null || !(holds(element, there) || holds(there, element));
  });
}

const nameOf = (element: Element): string =>
  `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30)}`;

/** Whether one can see that it has the focus: the outline of the page's style stands around it. */
function isMarked(element: Element): boolean {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return element.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
}

/** The next tab key leads to the first control, wherever the focus was. */
function fromTheTop(): void {
  const first = document.createElement('button');
  document.body.prepend(first);
  first.focus();
  first.remove();
}

/** What is drawn, in its order: what a slot shows stands where the slot does. */
function* drawn(node: Element): Generator<Element> {
  yield node;
  const slotted = node instanceof HTMLSlotElement ? node.assignedElements() : [];
  const children = slotted.length > 0 ? slotted : [...(node.shadowRoot ?? node).children];
  for (const child of children) yield* drawn(child);
}

/** Where the tab key leads, until it has led out of the page; `at` is told of each while it has the focus. */
async function walk(at: (now: Element) => void = () => {}): Promise<Element[]> {
  const seen: Element[] = [];
  fromTheTop();
  for (let step = 0; step < 200; step += 1) {
    await userEvent.keyboard('{Tab}');
    const now = focused();
    // Out of the page, or round to its begin where the browser has nothing else.
    if (now === null || now === seen[0]) return seen;
    if (seen.includes(now)) break;
    seen.push(now);
    at(now);
  }
  throw new Error(`the tab key is caught: ${seen.slice(-6).map(nameOf).join(', ')}`);
}

/** What a person could press, write into or choose from, as it stands there. */
const controls = (): Element[] =>
  page
    .all<HTMLElement>('button, select, textarea, input, summary, a[href]')
    .filter((one) => one.checkVisibility() && !one.matches(':disabled, [tabindex="-1"]') && one.closest('[inert]') === null)
    // Of a group of them the tab key comes to one, and arrow keys to the others.
    .filter((one) => !one.matches('input[type=radio]:not(:checked)'));

describe('the tab key', () => {
  test('leads to every control of a question, in the order in which they stand, and out again', async () => {
    page = await groupPage(['3', '3', '4'], '3', 1);
    const seen = await walk();
    expect(seen.length).toBeGreaterThan(15);
    expect(controls().filter((one) => !seen.includes(one)).map(nameOf)).toEqual([]);
    const rank = (name: string): number => seen.findIndex((one) => nameOf(one).includes(name));
    const order = [say.places.question, say.settings.open, say.question.label, say.rollouts.text(0), say.rollouts.text(2)];
    const ranks = order.map(rank);
    expect(ranks.every((place) => place >= 0)).toBe(true);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(page.find('cat-language-menu').shadowRoot!.querySelector('select'));
  });

  test('comes to nothing that something else hides, in a small window too', async () => {
    await inWidth(360, async () => {
      page = await groupPage(['3', '3', '4'], '3', 1);
      (document.activeElement as HTMLElement | null)?.blur();
      const hidden: string[] = [];
      for (let step = 0; step < 60; step += 1) {
        await userEvent.keyboard('{Tab}');
        const now = focused();
        if (now === null) break;
        if (isHidden(now)) hidden.push(nameOf(now));
      }
      expect(hidden).toEqual([]);
    });
  });

  test('comes to a table of verdicts once, and arrow keys lead through it', async () => {
    page = await rubricPage(4);
    const cells = page.all<HTMLButtonElement>('button[data-row]');
    const seen = await walk();
    expect(cells.filter((cell) => seen.includes(cell))).toHaveLength(1);
    cells[0]!.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await page.drawn();
    expect(focused()?.getAttribute('data-row')).toBe('1');
    expect(focused()?.getAttribute('data-column')).toBe('1');
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    expect(page.all('cat-rubric-evidence')).toHaveLength(1);
  });
});

describe('the tab key, away from the question,', () => {
  test.each([...experimentStates, ...lessonStates])('$name, leads to every control in its order, marks each, and out again', async ({ open }) => {
    page = await open();
    const unseen: string[] = [];
    const seen = await walk((now) => {
      if (!isMarked(now)) unseen.push(`not marked: ${nameOf(now)}`);
      // Points of a figure may lie one upon another; the ring around each is seen all the same.
      if (now instanceof HTMLElement && isHidden(now)) unseen.push(`hidden: ${nameOf(now)}`);
    });
    expect(unseen).toEqual([]);
    const found = new Set(controls());
    const all = [...drawn(document.body)].filter((one) => found.has(one));
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter((one) => !seen.includes(one)).map(nameOf)).toEqual([]);
    expect(seen.filter((one) => all.includes(one)).map(nameOf)).toEqual(all.map(nameOf));
    // Nothing holds who goes back, either.
    const last = seen.at(-1) as HTMLElement;
    last.focus();
    const back: Element[] = [last];
    while (back.length < seen.length) {
      await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
      const now = focused();
      if (now === null) break;
      back.push(now);
    }
    expect(back.map(nameOf)).toEqual([...seen].reverse().map(nameOf));
  });
});

describe('the settings', () => {
  test('keep the focus while they are open, and give it back when Escape closes them', async () => {
    page = await groupPage(['3'], '3', 1);
    const opener = page.button(say.settings.open);
    opener.focus();
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    const dialog = page.find<HTMLDialogElement>('dialog[open]');
    const home = dialog.getRootNode() as ShadowRoot;
    const inside: boolean[] = [];
    for (let step = 0; step < 40; step += 1) {
      await userEvent.keyboard('{Tab}');
      const now = focused();
      // Between the last and the first the browser's own controls have it.
      if (now !== null) inside.push(holds(home.host, now));
    }
    expect(inside.length).toBeGreaterThan(10);
    expect(inside).not.toContain(false);
    await userEvent.keyboard('{Escape}');
    await page.drawn();
    expect(dialog.open).toBe(false);
    expect(focused()).toBe(opener);
  });
});
