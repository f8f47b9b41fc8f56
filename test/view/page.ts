/** The page in a real browser with a lab in the test's hand. */
import axe from 'axe-core';
import { expect } from 'vitest';
import '../../src/view/app.ts';
// What comes by itself as it is needed is there from the start, so that no test waits for it.
import '../../src/view/device/device-bench.ts';
import '../../src/view/methods/methods-table.ts';
import '../../src/view/model/model-ways.ts';
import '../../src/view/rubric/rubric-panel.ts';
import '../../src/view/settings/settings-panel.ts';
import '../../src/view/page.css';
import type { App } from '../../src/view/app.ts';
import { fetchExplain } from '../../src/view/synthesis/explain-controller.ts';
import type { QuestionPanel } from '../../src/view/question/question-panel.ts';
import type { Group } from '../../src/group/group.ts';
import { HandLab, nanoSpec } from '../kit/lab.ts';
import type { Line, Scene } from '../kit/scene.ts';
import { sceneGroup } from '../kit/scene.ts';

/** A short solution in nano's manner. */
export const says = (answer: string): Line => ({
  text: `6 + 2 = ${answer} apples.\nThe answer is ${answer}.`,
});

export interface Page {
  readonly app: App;
  readonly lab: HandLab;
  /** Waits until what was told has been drawn. */
  drawn(): Promise<void>;
  /** The first element that matches, through all shadow roots. */
  find<T extends Element = HTMLElement>(selector: string): T;
  all<T extends Element = HTMLElement>(selector: string): T[];
  /** The button whose text or label begins so. */
  button(name: string): HTMLButtonElement;
  /** Draws what was told before, presses the button, and draws what comes of it. */
  click(name: string): Promise<void>;
  /** The field of the question. */
  question(): HTMLTextAreaElement;
  /** As a person's typing into the question does. */
  write(text: string): Promise<void>;
  /** A done group for the question that stands in the page. */
  group(answers: readonly string[], synthesis: string, more?: Partial<Scene>): Promise<Group>;
  /** What a reader sees: all text of all shadow roots, white space collapsed. */
  text(selector?: string): string;
  close(): void;
}

export async function openPage(lab = new HandLab()): Promise<Page> {
  await fetchExplain();
  const app = document.createElement('cat-app');
  app.seed = 5;
  app.lab = lab;
  app.bundled = nanoSpec;
  const main = document.createElement('div');
  main.append(app);
  document.body.append(main);
  document.documentElement.lang = 'en';
  document.title = 'CaT Lab';
  const all = <T extends Element>(selector: string): T[] => [...deep<T>(app, selector)];
  const find = <T extends Element>(selector: string): T => {
    const found = all<T>(selector)[0];
    if (found === undefined) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  const page: Page = {
    app,
    lab,
    drawn: async () => {
      // Two frames: the controller asks for a render in the first, children follow in the second.
      for (let frame = 0; frame < 2; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        await app.updateComplete;
      }
    },
    find,
    all,
    button: (name) => {
      const buttons = all<HTMLButtonElement>('button');
      const found = buttons.find((button) => nameOf(button).startsWith(name));
      if (found === undefined) throw new Error(`no button ${name} among ${buttons.map(nameOf).join(', ')}`);
      return found;
    },
    click: async (name) => {
      await page.drawn();
      page.button(name).click();
      await page.drawn();
    },
    question: () => find<HTMLTextAreaElement>('textarea'),
    write: async (text) => {
      const field = page.question();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await page.drawn();
    },
    group: (answers, synthesis, more = {}) => {
      const { text, truth } = find<QuestionPanel>('cat-question-panel');
      return sceneGroup({
        question: text,
        truth: truth ?? '0',
        rollouts: answers.map(says),
        synthesis: says(synthesis),
        ...more,
      });
    },
    text: (selector) => textOf(selector === undefined ? app : find(selector)),
    close: () => main.remove(),
  };
  await page.drawn();
  return page;
}

/**
 * Every rule of WCAG 2.2 A and AA that axe knows, and its best practices, in the state as it is;
 * or these rules alone.
 */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  const results = await axe.run(page.app, {
    runOnly: rules !== undefined ? { type: 'rule', values: [...rules] } : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
  const found = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('; ')}`,
  );
  expect(found).toEqual([]);
}

const nameOf = (button: HTMLButtonElement): string =>
  button.getAttribute('aria-label') ?? button.textContent.replace(/\s+/g, ' ').trim();

function* deep<T extends Element>(root: Element | ShadowRoot, selector: string): Generator<T> {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) yield element as T;
    if (element.shadowRoot !== null) yield* deep<T>(element.shadowRoot, selector);
  }
  if (root instanceof Element && root.shadowRoot !== null) yield* deep<T>(root.shadowRoot, selector);
}

function textOf(node: Node): string {
  const parts: string[] = [];
  const walk = (one: Node): void => {
    if (one instanceof HTMLStyleElement) return;
    if (one instanceof Text) parts.push(one.data);
    if (one instanceof Element && one.shadowRoot !== null) walk(one.shadowRoot);
    one.childNodes.forEach(walk);
    parts.push(' ');
  };
  walk(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
