import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { distFolder } from '../../bin/build.ts';
import { tell } from '../../src/view/text/lessons.ts';
import { useApp, type App } from '../kit/app.ts';
import { LessonWalk, withoutNetwork } from '../kit/lesson.ts';

const open = useApp();

async function begin(): Promise<[App, LessonWalk]> {
  const app = await open({ url: inject('appUrl'), query: '#lessons', errors: withoutNetwork });
  const lesson = new LessonWalk(app, 5);
  await lesson.begin();
  return [app, lesson];
}

/** The lesson is told in both ways; which one, the page was built with. */
const isRecorded = existsSync(path.join(distFolder, 'lessons', 'rubric.json'));

describe('lesson 5: a rubric and a judge, by keyboard and without a network', () => {
  test(isRecorded ? 'with its recording' : 'says that there is no recording, and is told all the same', { timeout: 300_000 }, async () => {
    const [app, lesson] = await begin();
    if (isRecorded) await walkRecorded(app, lesson);
    else await walkTold(app, lesson);
    await lesson.end();
  });
});

async function walkRecorded(app: App, lesson: LessonWalk): Promise<void> {
  await lesson.on('answers');
  await lesson.recorded('cat-synthesis-panel').waitFor();
  await lesson.on('criteria');
  await lesson.on('judge');
  const compared = await lesson.predict(tell.predict.choice('best', 'most'));
  expect(compared).toMatch(/The best rollout meets \d+ of \d+\.$/);
  await lesson.recorded('cat-rubric-panel table').waitFor();
  await lesson.on('rewards');
  expect(await app.page.locator('cat-lessons .rewards li').count()).toBe(8);
  await lesson.on('try');
  await lesson.tabTo(app.page.getByRole('button', { name: tell.try.ask, exact: true }));
  await app.page.keyboard.press('Enter');
  await lesson.live('cat-verdict-strip h2.headline').waitFor({ timeout: 240_000 });
  expect(await lesson.live('cat-rubric-panel table').count()).toBe(1);
}

async function walkTold(app: App, lesson: LessonWalk): Promise<void> {
  for (const step of ['answers', 'criteria', 'judge', 'rewards']) {
    await lesson.on(step);
    expect(await lesson.said()).not.toBe('');
    expect(await app.page.getByText(tell.absent).count()).toBe(1);
    expect(await app.page.locator('cat-lessons cat-recorded').count()).toBe(0);
  }
  await lesson.on('try');
  expect(await lesson.live('blockquote').innerText()).toMatch(/[.?]$/);
  await app.page.getByText(tell.try.untaught('nano')).waitFor();
  await lesson.tabTo(app.page.getByRole('button', { name: tell.try.models }));
}
