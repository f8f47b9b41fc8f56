import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Recording } from '../../../src/recording/recording.ts';
import type { Recorded } from '../../../src/view/lesson/recorded.ts';
// Comes by itself on the page; here from the start, so that no test waits for it.
import '../../../src/view/lesson/opening-view.ts';
import { played } from '../../../src/view/text/recording.ts';
import { say } from '../../../src/view/text/current.ts';
import { liveEvents } from '../../kit/scene.ts';
import { createProblems } from '../../../src/run/world.ts';
import { madeGroup, recordingOf, scene } from '../../recording/material.ts';
import type { Page } from '../page.ts';
import { expectAccessible, openPage } from '../page.ts';

let page: Page;
let recording: Recording;

beforeEach(async () => {
  // A problem of nano's world, so that it can be asked.
  const { text: question, truth } = createProblems(1)('easy');
  recording = recordingOf(await madeGroup({ ...scene, question, truth }));
  page = await openPage();
});
afterEach(() => page.close());

/** Gives the page its recording, and waits until it is drawn. */
async function open(recorded: Promise<Recording | null> = Promise.resolve(recording)): Promise<void> {
  page.app.recorded = recorded;
  await page.drawn();
  await recorded.catch(() => null);
  await page.drawn();
  await page.drawn();
}

const recorded = (): Recorded | undefined => page.all<Recorded>('cat-recorded')[0];
const verdict = (): string => page.text('cat-verdict-strip');

/** The question that stands there is asked and answered live. */
async function ask(): Promise<void> {
  page.lab.ready();
  const group = await page.group(['5', '5'], '5');
  await page.click(say.question.ask);
  page.lab.emit(...liveEvents(group));
  page.lab.asked.at(-1)?.settle(group);
  await page.drawn();
}

describe('before anything was asked', () => {
  test('a recorded run plays where the answers will be, labelled as one', async () => {
    await open();
    expect(recorded()?.position).toBeGreaterThan(0);
    expect(page.text('cat-recorded')).toContain(played.heading);
    expect(page.text('cat-recorded')).toContain(recording.group.question.text);
    expect(page.all('cat-rollout-grid')).toHaveLength(1);
  });

  test('nothing of it is asked of the lab, nor kept by it', async () => {
    await open();
    expect(page.lab.asked).toEqual([]);
    expect(page.all('cat-history-list li')).toEqual([]);
  });

  test('its place is kept while it comes', async () => {
    let give: (found: Recording) => void = () => {};
    page.app.recorded = new Promise((resolve) => (give = resolve));
    await page.drawn();
    const top = page.find('cat-rollout-grid').getBoundingClientRect().top;
    expect(page.find('.stage-place').getBoundingClientRect().height).toBeGreaterThan(100);
    give(recording);
    await page.drawn();
    await page.drawn();
    expect(page.all('.stage-place')).toEqual([]);
    const moved = page.find('cat-rollout-grid').getBoundingClientRect().top - top;
    expect(Math.abs(moved)).toBeLessThan(200);
  });

  test.each([
    ['is none', () => Promise.resolve(null)],
    ['cannot be fetched', () => Promise.reject(new Error('no network'))],
  ])('the page works without where there %s', async (_why, made) => {
    await open(made());
    expect(recorded()).toBeUndefined();
    expect(page.all('.stage-place')).toEqual([]);
    await ask();
    expect(verdict()).toContain('5');
  });

  test('its question is asked live at a press', async () => {
    await open();
    page.lab.ready();
    await page.click(played.take);
    expect(page.question().value).toBe(recording.group.question.text);
    await expect.poll(() => page.lab.asked.length).toBe(1);
    expect(page.lab.asked[0]?.question).toEqual(recording.group.question);
  });

  test('has nothing that keeps anybody out', async () => {
    await open();
    recorded()!.position = Infinity;
    await page.drawn();
    await expectAccessible(page);
  });
});

describe('once something is asked', () => {
  test('the live group takes its place, with the same parts', async () => {
    await open();
    await ask();
    expect(recorded()).toBeUndefined();
    expect(page.all('cat-rollout-grid')).toHaveLength(1);
    expect(verdict()).toContain('5');
  });

  test('a way leads back to the recording, and from there to the answers', async () => {
    await open();
    await ask();
    await page.click(played.show);
    await page.drawn();
    expect(recorded()).toBeDefined();
    expect(page.all('cat-rollout-grid')).toHaveLength(1);
    await page.click(played.own);
    expect(recorded()).toBeUndefined();
    expect(verdict()).toContain('5');
  });

  test('who looks at the recording and asks again sees the answers', async () => {
    await open();
    await ask();
    await page.click(played.show);
    await page.click(say.question.ask);
    expect(recorded()).toBeUndefined();
  });
});
