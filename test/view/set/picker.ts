/** The picker in a real browser, with kept sets in the test's hand. */
import axe from 'axe-core';
import { expect } from 'vitest';
import type { Fault } from '../../../src/base/fault.ts';
import type { SetId } from '../../../src/base/id.ts';
import type { SetItem } from '../../../src/question/set/item.ts';
import '../../../src/view/page.css';
import type { KeptSets, SetPicker } from '../../../src/view/set/set-picker.ts';
import '../../../src/view/set/set-picker.ts';
import { lines } from '../../question/set/text.ts';

export interface KeptSet {
  readonly name: string;
  readonly items: readonly SetItem[];
}

/** Sets in a list; a `full` one refuses the next. */
export class HandSets implements KeptSets {
  readonly kept = new Map<SetId, KeptSet>();
  full: Fault | null = null;

  sets(): ReturnType<KeptSets['sets']> {
    const sets = [...this.kept].map(([id, { name, items }]) => {
      const open = items.filter(({ question }) => question.kind === 'open').length;
      return { id, name, createdAt: 0, count: items.length, open };
    });
    return Promise.resolve(sets);
  }
  itemsOf(id: SetId): Promise<readonly SetItem[]> {
    return Promise.resolve(this.kept.get(id)?.items ?? []);
  }
  keepSet(name: string, items: readonly SetItem[]): Promise<Fault | null> {
    if (this.full === null) this.kept.set(`set ${this.kept.size}` as SetId, { name, items });
    return Promise.resolve(this.full);
  }
  removeSet(id: SetId): Promise<void> {
    this.kept.delete(id);
    return Promise.resolve();
  }
}

/** Markup that would be run if it were put into the page. */
export const evil = '<img src=x onerror="window.hit=1">';

export const math = (at: number) => ({
  problem: `Problem ${at} ${evil}`,
  answer: at,
  subject: at % 2 === 0 ? 'Algebra' : 'Geometry',
  level: 1 + (at % 3),
  unique_id: `id-${at}`,
});

/** As many rows of the form of MATH-500. */
export const mathRows = (count: number): string =>
  lines(...Array.from({ length: count }, (_, at) => math(at)));

export class Picker {
  readonly element: SetPicker;
  readonly sets: HandSets;
  readonly confirmed: string[] = [];
  readonly chosen: KeptSet[] = [];
  readonly #main = document.createElement('main');

  constructor(sets = new HandSets()) {
    this.sets = sets;
    this.element = document.createElement('cat-set-picker');
    this.element.experiments = sets;
    this.element.allowHost = (host) => this.confirmed.includes(host);
    this.#main.append(document.createElement('h1'), this.element);
    this.#main.firstElementChild!.textContent = 'Experiments';
    document.documentElement.lang = 'en';
    document.title = 'CaT Lab';
    document.body.append(this.#main);
    this.#main.addEventListener('cat-confirm', ({ detail }) => this.confirmed.push(...detail));
    this.#main.addEventListener('cat-set-chosen', ({ detail }) => this.chosen.push(detail));
  }

  close(): void {
    this.#main.remove();
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return [...deep<T>(this.element, selector)];
  }

  find<T extends Element = HTMLElement>(selector: string): T {
    const found = this.all<T>(selector)[0];
    if (found === undefined) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  button(name: string): HTMLButtonElement {
    const buttons = this.all<HTMLButtonElement>('button');
    const nameOf = (one: Element): string => one.getAttribute('aria-label') ?? one.textContent.trim();
    const found = buttons.find((button) => nameOf(button).startsWith(name));
    if (found === undefined) throw new Error(`no button ${name} among ${buttons.map(nameOf).join(', ')}`);
    return found;
  }

  async click(name: string): Promise<void> {
    await this.drawn();
    this.button(name).click();
    await this.drawn();
  }

  async write(selector: string, text: string): Promise<void> {
    const field = this.find<HTMLInputElement | HTMLTextAreaElement>(selector);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.drawn();
  }

  async choose(...files: File[]): Promise<void> {
    await this.drawn();
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    const field = this.find<HTMLInputElement>('input[type=file]');
    field.multiple = files.length > 1;
    field.files = data.files;
    field.dispatchEvent(new Event('change'));
    await this.drawn();
  }

  /** Rows as a file, looked through. */
  async review(text: string, name = 'mine.jsonl'): Promise<void> {
    await this.choose(new File([text], name));
    await this.reviewed();
  }

  /** Until a set is there to be looked at, and its questions are counted. */
  reviewed(): Promise<void> {
    return this.until(
      () => this.all('#chosen').length > 0 && !this.text('#chosen').includes('Counting'),
    );
  }

  faulty(): Promise<void> {
    return this.until(() => this.all('cat-fault-note').length > 0);
  }

  /** Nothing was kept, and nothing can be. */
  async expectNothingKept(): Promise<void> {
    await this.drawn();
    expect(this.sets.kept.size).toBe(0);
    expect(this.chosen).toEqual([]);
    expect(this.all('#name')).toEqual([]);
  }

  async until(is: () => boolean): Promise<void> {
    await expect.poll(is, { timeout: 30_000 }).toBe(true);
    await this.drawn();
  }

  async drawn(): Promise<void> {
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await this.element.updateComplete;
    }
  }

  /** What a reader sees, white space collapsed. */
  text(selector?: string): string {
    const from = selector === undefined ? this.element : this.find(selector);
    return textOf(from).replace(/\s+/g, ' ').trim();
  }

  async expectAccessible(): Promise<void> {
    await this.drawn();
    const { violations } = await axe.run(this.#main, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`,
    );
    expect(found).toEqual([]);
  }
}

function* deep<T extends Element>(from: Element, selector: string): Generator<T> {
  for (const root of [from.shadowRoot, from]) {
    if (root === null) continue;
    for (const child of root.children) {
      if (child.matches(selector)) yield child as T;
      yield* deep<T>(child, selector);
    }
  }
}

function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement || (node instanceof HTMLElement && node.hidden)) return '';
  if (node instanceof Text) return node.data;
  const root = node instanceof Element ? node.shadowRoot : null;
  return [...(root ?? node).childNodes].map(textOf).join(' ');
}
