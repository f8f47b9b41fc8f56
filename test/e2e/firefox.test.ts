/** The page in Firefox, with live inference on the CPU. */
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { serverTexts } from '../../src/view/text/en-server.ts';
import { LESSONS } from '../../src/view/lesson/lessons.ts';
import { say } from '../../src/view/text/current.ts';
import type { StepWords } from '../../src/view/text/lesson-words.ts';
import { tell } from '../../src/view/text/lessons.ts';
import { easy } from '../kit/easy.ts';
import { useFirefox, type FirefoxPage } from '../kit/firefox.ts';
import { mannerly, startLlmServer } from '../kit/llm-server.ts';

const open = useFirefox();
const url = inject('appUrl');

const headline = 'cat-verdict-strip >>> section[data-tone] h2';
const earlier = 'cat-history-list >>> li';
const texts = (page: FirefoxPage): Promise<string[]> => page.texts('cat-rollout-card >>> .text');

/** Two of a busy machine's cores run a Firefox and a model. */
const hangs = 600_000;

describe('the built page in Firefox', () => {
  test('answers a question with threads on the CPU, and finds it again after a reload', async () => {
    const page = await open(url);
    expect(await page.run(() => crossOriginIsolated)).toBe(true);
    await page.waitFor('cat-model-status >>> .dot.ready');
    await page.fill('cat-question-panel >>> textarea', easy.question);
    await page.click('cat-question-panel >>> .go button', say.question.ask);
    await page.waitFor(headline);
    const before = await texts(page);
    const [verdict = ''] = await page.texts(headline);
    expect(before).toHaveLength(8);
    expect(before.filter((text) => text.includes('The answer is'))).not.toEqual([]);
    expect(await page.count('cat-rollout-card >>> .reward')).toBe(8);
    expect(await page.texts('cat-fault-note >>> [role=alert]')).toEqual([]);

    await page.reload();
    await page.waitFor(headline, verdict);
    expect(await texts(page)).toEqual(before);
    await page.waitFor(earlier, easy.question);
  }, hangs);

  test('leads through every lesson, step by step', async () => {
    const page = await open(`${url}?engine=none#lessons`);
    await page.waitFor('cat-lessons >>> a', tell.beginShort);
    for (const [lesson, { id, steps }] of LESSONS.entries()) {
      const words: Readonly<Record<string, StepWords>> = tell.lessons[id].steps;
      for (const [at, step] of steps.entries()) {
        await page.run((hash) => void (location.hash = hash), `#lessons/${lesson + 1}/${at + 1}`);
        await page.waitFor('cat-lessons >>> #step', words[step.id]?.heading);
        expect(await page.texts('cat-lessons >>> [role=alert]')).toEqual([]);
      }
    }
  }, hangs);

  test('draws formulas and markup', async () => {
    const server = await startLlmServer();
    onTestFinished(() => server.close());
    server.behave(mannerly({ text: 'So **half** is $\\frac{a}{b}$.\n\nIt is $\\boxed{42}$' }));
    const { origin, host } = new URL(server.base);
    const page = await open(`${url}?engine=none`, { origins: [origin], errors: [/status of 4|404/] });
    await page.click('button', say.settings.open);
    await page.fill('cat-server-model >>> #address', origin);
    await page.click('cat-server-model >>> button', serverTexts.next);
    await page.click('cat-server-model >>> button', serverTexts.confirm(host));
    await page.click('cat-server-model >>> button', serverTexts.load('small'));
    await page.waitFor('cat-model-status >>> .dot.ready');
    await page.click('cat-question-panel >>> .go button', say.question.ask);
    await page.waitFor(headline);
    await page.waitFor('cat-rollout-card >>> strong', 'half');
    await page.waitFor('cat-rollout-card >>> .formula');
    const tops = await page.each('cat-synthesis-panel >>> mfrac > *', (one) => one.getBoundingClientRect().top);
    expect(tops).toHaveLength(2);
    expect(tops[1]).toBeGreaterThan(tops[0] ?? Infinity);
  }, hangs);
});
