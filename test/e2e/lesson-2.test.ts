import { expect, inject, test } from 'vitest';
import { useApp } from '../kit/app.ts';
import { LessonWalk, withoutNetwork } from '../kit/lesson.ts';

const open = useApp();

test('lesson 2: the vote fails, by keyboard and without a network, to a question of one’s own', { timeout: 300_000 }, async () => {
  const app = await open({ url: inject('appUrl'), query: '#lessons', errors: withoutNetwork });
  const lesson = new LessonWalk(app, 2);
  await lesson.begin();
  await lesson.on('count');
  expect(await app.page.locator('cat-lessons svg.votes').count()).toBe(0);
  const answers = await app.page.getByRole('radio').count();
  expect(answers).toBeGreaterThanOrEqual(2);
  const first = await app.page.locator('cat-lessons .predict label').first().innerText();
  const compared = await lesson.predict(first.trim());
  const voted = /The vote says (\S+)\.$/.exec(compared)?.[1] ?? '';
  expect(compared.startsWith(first.trim() === voted ? 'As you predicted' : 'You predicted')).toBe(true);
  await app.page.locator('cat-lessons svg.votes').waitFor();

  await lesson.on('truth');
  expect(await lesson.said()).toContain('The vote is wrong.');
  await lesson.recorded('cat-rollout-card .mark.right').first().waitFor();
  await lesson.on('why');
  await lesson.on('read');
  expect(await lesson.said()).toContain(`not ${voted}. That is the known answer.`);
  await lesson.recorded('cat-verdict-strip [data-tone="won"]').waitFor();
  await lesson.on('try');
  await lesson.tryIt();
  await lesson.end();
});
