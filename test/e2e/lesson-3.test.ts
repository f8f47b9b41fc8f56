import { expect, inject, test } from 'vitest';
import { tell } from '../../src/view/text/lessons.ts';
import { useApp } from '../kit/app.ts';
import { LessonWalk, withoutNetwork } from '../kit/lesson.ts';

const open = useApp();

test('lesson 3: what differs is reconciled, by keyboard and without a network', { timeout: 300_000 }, async () => {
  const app = await open({ url: inject('appUrl'), query: '#lessons', errors: withoutNetwork });
  const lesson = new LessonWalk(app, 3);
  await lesson.begin();
  await lesson.on('read');
  const compared = await lesson.predict(tell.predict.choice('among', 'yes'));
  expect(compared).toMatch(/what the synthesis says\.$/);
  await lesson.recorded('cat-synthesis-panel .text').filter({ hasText: /The answer is \d/ }).waitFor();

  await lesson.on('contradictions');
  expect(await lesson.said()).toMatch(/Look at step \d+: .* otherwise, for instance/);
  const marks = app.page.locator('cat-lessons .picture cat-explain-steps');
  await marks.locator('button.step[aria-expanded=true]').waitFor();
  expect(await marks.locator('.quotes').innerText()).toContain('Otherwise');
  await lesson.on('omissions');

  await lesson.on('rewards');
  const rewards = await lesson.predict(tell.predict.choice('rewarded', 'most'));
  const rewarded = Number(/(\d) of 8 gets? reward 1\.$/.exec(rewards)?.[1]);
  const chips = await app.page.locator('cat-lessons .rewards li').allInnerTexts();
  expect(chips.filter((chip) => /reward 1\b/.test(chip))).toHaveLength(rewarded);

  await lesson.on('try');
  await lesson.tryIt();
  // The marks of the live synthesis are there without the network, too.
  await lesson.live('cat-explain-steps button.step').first().waitFor();
  await lesson.end();
});
