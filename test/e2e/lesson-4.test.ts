import { expect, inject, test } from 'vitest';
import { tell } from '../../src/view/text/lessons.ts';
import { useApp } from '../kit/app.ts';
import { LessonWalk, withoutNetwork } from '../kit/lesson.ts';

const open = useApp();

test('lesson 4: right where all are wrong, by keyboard and without a network', { timeout: 300_000 }, async () => {
  const app = await open({ url: inject('appUrl'), query: '#lessons', errors: withoutNetwork });
  const lesson = new LessonWalk(app, 4);
  await lesson.begin();
  await lesson.on('right');
  expect(await lesson.predict(tell.predict.choice('right', 'fewer'))).toMatch(/0 of 8 are right\.$/);
  await lesson.recorded('cat-rollout-card .mark.wrong').nth(7).waitFor();

  await lesson.on('oracle');
  await lesson.on('synthesis');
  const compared = await lesson.predict(tell.predict.choice('among', 'no'));
  expect(compared).toMatch(/^As you predicted\./);
  expect(await lesson.said()).toContain('That is the known answer. No rollout had it.');
  await lesson.recorded('cat-verdict-strip [data-tone="won"]').waitFor();

  await lesson.on('how');
  await app.page.locator('cat-lessons .picture cat-explain-steps').waitFor();
  await lesson.on('try');
  await lesson.tryIt();
  await lesson.end();
});
