/** Walks a lesson of the built page by keyboard alone, with the network cut once the page is there. */
import type { Locator } from 'playwright';
import { expect } from 'vitest';
import { LESSONS } from '../../src/view/lesson/lessons.ts';
import type { Lesson } from '../../src/view/lesson/lessons.ts';
import type { StepWords } from '../../src/view/text/lesson-words.ts';
import { tell } from '../../src/view/text/lessons.ts';
import type { App } from './app.ts';

/** Chromium asks for the page's icon at each new address, and cannot have it then. */
export const withoutNetwork = [/ERR_INTERNET_DISCONNECTED.*icon\.svg/];

/** For a group of eight on a machine that is busy with other things. */
const LONG = 180_000;

/** More stops than a page has between any two of its controls. */
const MOST_TABS = 120;

export class LessonWalk {
  readonly app: App;
  readonly number: number;
  readonly lesson: Lesson;
  readonly #words: Readonly<Record<string, StepWords>>;

  constructor(app: App, number: number) {
    const lesson = LESSONS[number - 1];
    if (lesson === undefined) throw new Error(`there is no lesson ${number}`);
    this.app = app;
    this.number = number;
    this.lesson = lesson;
    this.#words = tell.lessons[lesson.id].steps;
  }

  /** Waits for model and recordings, cuts the network, and begins the lesson from the list. */
  async begin(): Promise<void> {
    const { page, context } = this.app;
    await this.app.ready();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await this.tabTo(page.getByRole('link', { name: tell.begin(this.number) }));
    await page.keyboard.press('Enter');
    await this.at(this.id(0));
  }

  /** The name of a step by its place, from 0. */
  id(place: number): string {
    return this.lesson.steps[place]?.id ?? '';
  }

  /** The heading of this step has the focus, and says how far one is. */
  async at(id: string): Promise<void> {
    const place = this.lesson.steps.findIndex((step) => step.id === id);
    const heading = this.app.page.locator('cat-lessons #step');
    await heading.filter({ hasText: this.#words[id]?.heading ?? '' }).waitFor();
    expect(await heading.innerText()).toContain(tell.step(place + 1, this.lesson.steps.length));
    expect(await this.focused()).toBe('step');
    expect(new URL(this.app.page.url()).hash).toBe(`#lessons/${this.number}/${place + 1}`);
  }

  /** From a step whose focus is in no control. */
  async on(id: string): Promise<void> {
    await this.app.page.keyboard.press('ArrowRight');
    await this.at(id);
  }

  /** Predicts this choice, shows what happens, and gives the words that compare the two. */
  async predict(choice: string): Promise<string> {
    const { page } = this.app;
    const radio = page.getByRole('radio', { name: choice, exact: true });
    await this.tabTo(page.getByRole('radio').first());
    // Arrows go round the radio buttons, and lead to no other step.
    for (let at = 0; at < 8 && !(await radio.isChecked()); at += 1) {
      await page.keyboard.press(at === 0 ? 'Space' : 'ArrowDown');
    }
    expect(await radio.isChecked()).toBe(true);
    await this.tabTo(page.getByRole('button', { name: tell.predict.reveal }));
    await page.keyboard.press('Enter');
    const outcome = page.locator('cat-lessons .outcome');
    await outcome.waitFor();
    expect(await outcome.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
    return outcome.innerText();
  }

  /** Asks the live model with one press and waits for what comes of it. */
  async tryIt(): Promise<void> {
    const { page } = this.app;
    await this.tabTo(page.getByRole('button', { name: tell.try.ask, exact: true }));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: tell.try.again, exact: true }).waitFor({ timeout: LONG });
    expect(await this.live('cat-rollout-card .answer').count()).toBe(8);
    const parts = this.lesson.steps.find(({ kind }) => kind === 'try')?.scene.parts;
    expect(await this.live('cat-verdict-strip h2.headline').count()).toBe(parts?.has('verdict') ? 1 : 0);
    expect(await this.live('cat-rollout-card .reward').count()).toBe(parts?.has('rewards') ? 8 : 0);
  }

  /** From the live model to the end, where it is said what does not hold. */
  async end(): Promise<void> {
    const { page } = this.app;
    await this.tabTo(page.locator('cat-lessons .onward a').last(), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await this.at('limits');
    expect(await this.said()).not.toBe('');
    expect(await this.app.faults().allInnerTexts()).toEqual([]);
  }

  live(selector: string): Locator {
    return this.app.page.locator(`cat-lesson-try ${selector}`);
  }

  recorded(selector: string): Locator {
    return this.app.page.locator(`cat-lessons cat-recorded ${selector}`);
  }

  /** The sentences of the step. */
  async said(): Promise<string> {
    return (await this.app.page.locator('cat-lessons .said > p').allInnerTexts()).join(' ');
  }

  async tabTo(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await wanted.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await wanted.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)) return;
      await this.app.page.keyboard.press(key);
    }
    throw new Error(`${MOST_TABS} times ${key} did not lead to ${wanted.toString()}`);
  }

  /** The id of what has the focus, through all shadow roots. */
  focused(): Promise<string> {
    return this.app.page.evaluate(() => {
      let active = document.activeElement;
      for (let inner = active; inner; inner = inner.shadowRoot?.activeElement ?? null) active = inner;
      return active?.id ?? '';
    });
  }
}
