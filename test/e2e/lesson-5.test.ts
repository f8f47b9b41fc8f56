import { describe, expect, inject, test } from 'vitest';
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

describe('lesson 5: a rubric and a judge, by keyboard and without a network', () => {
  test('goes from the recording to a live question', { timeout: 300_000 }, async () => {
    const [app, lesson] = await begin();
    await walk(app, lesson);
    await lesson.end();
  });
});

async function walk(app: App, lesson: LessonWalk): Promise<void> {
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
