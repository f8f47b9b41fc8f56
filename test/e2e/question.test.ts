import { describe, expect, inject, test } from 'vitest';
import { say } from '../../src/view/text/current.ts';
import { useApp, type App } from '../kit/app.ts';
import { easy } from '../kit/easy.ts';

const open = useApp();
const url = inject('appUrl');

/** The most cards that had text and were being written in one frame, until there is a verdict. */
const mostAtOnce = (app: App): Promise<number> =>
  app.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const inside = (parent: ParentNode | null | undefined, selector: string): Element[] => [
          ...(parent?.querySelectorAll(selector) ?? []),
        ];
        const page = document.querySelector('cat-app')?.shadowRoot;
        let most = 0;
        const look = (): void => {
          const grid = page?.querySelector('cat-rollout-grid')?.shadowRoot;
          const live = inside(grid, 'cat-rollout-card').filter(
            (card) => inside(card.shadowRoot, '.text.live .caret').length > 0,
          );
          most = Math.max(most, live.length);
          const verdict = page?.querySelector('cat-verdict-strip')?.shadowRoot;
          if (inside(verdict, '[data-tone]').length > 0) resolve(most);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

describe('the built page with the bundled model', () => {
  test('answers a problem end to end: rollouts, synthesis, verdict', async () => {
    const app = await open({ url });
    expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true);
    await app.ready();
    const known = await app.page.locator('cat-question-panel .known b').innerText();
    await app.ask().click();
    await app.headline().waitFor();

    expect(await app.cards().count()).toBe(8);
    const texts = await app.page.locator('cat-rollout-card .text').allInnerTexts();
    expect(texts.filter((text) => text.includes('The answer is'))).not.toEqual([]);
    expect(await app.page.locator('cat-rollout-card .reward').count()).toBe(8);
    expect(await app.page.locator('cat-synthesis-panel .text').innerText()).not.toBe('');
    expect(await app.page.locator('cat-verdict-strip .tile').count()).toBe(3);
    expect(await app.page.locator('cat-verdict-strip .tile').last().innerText()).toContain(known);
    expect(await app.faults().allInnerTexts()).toEqual([]);
  });

  test('streams several rollouts side by side, each its own', async () => {
    const app = await open({ url });
    await app.ready();
    await app.setNumber(say.settings.numbers.group.label, 16);
    // A model that knows the problem well says the same 16 times at temperature 1.
    await app.setNumber(say.settings.numbers.temperature.label, 2);
    const most = mostAtOnce(app);
    await app.ask().click();
    await app.headline().waitFor();
    expect(await most).toBeGreaterThanOrEqual(2);
    const texts = await app.page.locator('cat-rollout-card .text').allInnerTexts();
    expect(new Set(texts).size).toBeGreaterThan(1);
  });

  test('goes on where it was when its tab was frozen in the background', async () => {
    const app = await open({ url });
    await app.ready();
    await app.setNumber(say.settings.numbers.group.label, 16);
    await app.ask().click();
    await app.cards().filter({ hasText: 'token' }).first().waitFor();
    const tab = await app.context.newCDPSession(app.page);
    await tab.send('Page.setWebLifecycleState', { state: 'frozen' });
    await tab.send('Page.setWebLifecycleState', { state: 'active' });
    await app.headline().waitFor();
    expect(await app.page.locator('cat-rollout-card .reward').count()).toBe(16);
    expect(await app.faults().allInnerTexts()).toEqual([]);
  });

  test('forgets the known answer of a question that was edited', async () => {
    const app = await open({ url, query: '?engine=none' });
    await app.page.locator('cat-question-panel .known b').waitFor();
    await app.question().fill(easy.question);
    await app.page.getByText(say.question.unknown).waitFor();
    expect(await app.page.locator('cat-question-panel .known b').count()).toBe(0);
  });

  test('says that a question lies outside the world of nano, and offers what can be done', async () => {
    const app = await open({ url });
    await app.ready();
    await app.question().fill('Who wrote Hamlet?');
    await app.ask().click();
    await app.page.getByText(say.beyond.heading.world).waitFor();
    const note = app.page.locator('cat-beyond-note');
    await note.locator('cat-model-loader').waitFor();
    expect(await note.locator('blockquote').innerText()).toMatch(/\?$/);
    expect(await app.cards().filter({ hasText: 'token' }).count()).toBe(0);
    await note.getByRole('button', { name: say.beyond.take }).click();
    await app.ask().click();
    await app.headline().waitFor();
  });

  test('loads no engine and no model until asked, when opened so', async () => {
    const app = await open({ url, query: '?engine=none' });
    const fetched: string[] = [];
    app.context.on('request', (request) => fetched.push(request.url()));
    await app.page.reload({ waitUntil: 'networkidle' });
    expect(fetched.filter((address) => /\.(gguf|wasm)$/.test(address))).toEqual([]);
    await app.page.getByRole('button', { name: say.question.askAndLoad('nano') }).click();
    await app.headline().waitFor();
  });
});
