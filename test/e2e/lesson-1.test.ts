import { expect, inject, test } from 'vitest';
import { tell } from '../../src/view/text/lessons.ts';
import { useApp } from '../kit/app.ts';
import { LessonWalk, withoutNetwork } from '../kit/lesson.ts';

const open = useApp();

test('lesson 1: many answers, by keyboard and without a network, to a question of one’s own', { timeout: 300_000 }, async () => {
  const app = await open({ url: inject('appUrl'), query: '#lessons', errors: withoutNetwork });
  const lesson = new LessonWalk(app, 1);
  await lesson.begin();
  expect(await app.page.locator('cat-lessons blockquote').innerText()).toMatch(/\?$/);

  await lesson.on('tries');
  expect(await lesson.recorded('cat-rollout-card').count()).toBe(8);
  expect(await lesson.recorded('.text .caret').count()).toBe(0);
  const compared = await lesson.predict(tell.predict.choice('distinct', 'one'));
  expect(compared).toMatch(/There are [2-8] different answers\.$/);
  // It plays on: all eight are written, token by token.
  await lesson.recorded('cat-rollout-card .answer .value').nth(7).waitFor();

  await lesson.on('chance');
  await lesson.on('letters');
  await app.page.locator('cat-lessons svg.votes').waitFor();
  expect(await lesson.said()).toMatch(/\d of 8 rollouts say \d+/);

  await lesson.on('try');
  await lesson.tryIt();
  // The same button asks once more, and then stops; what was done is kept.
  await app.page.getByRole('button', { name: tell.try.again }).press('Enter');
  await app.page.getByRole('button', { name: tell.try.stop }).press('Enter');
  await app.page.getByRole('button', { name: tell.try.stop }).waitFor({ state: 'detached' });
  await lesson.end();
});

test('a step of a lesson can be linked to, and the browser leads back from it', async () => {
  const app = await open({ url: inject('appUrl'), query: '?engine=none#lessons/1/4' });
  await app.page.locator('cat-lessons svg.votes').waitFor();
  await app.page.getByRole('link', { name: tell.previous, exact: true }).click();
  await app.page.getByText(tell.lessons.answers.steps.chance.heading).waitFor();
  await app.page.goBack();
  await app.page.locator('cat-lessons svg.votes').waitFor();
});
