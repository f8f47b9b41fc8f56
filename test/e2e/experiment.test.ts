import { describe, expect, inject, test } from 'vitest';
import { say } from '../../src/view/text/current.ts';
import { tell } from '../../src/view/text/experiments.ts';
import { tell as sets } from '../../src/view/text/sets.ts';
import { useApp, type App } from '../kit/app.ts';

const open = useApp();
const url = inject('appUrl');

/** So many that a run can be paused before its end, on a fast machine too. */
const questions = 40;
/** G: the fewest answers that can differ. */
const group = 2;
const name = 'Forty easy ones';
/** Two runs of a busy machine take minutes. */
const hangs = 600_000;

const button = (app: App, label: string | RegExp) => app.page.getByRole('button', { name: label });
const link = (app: App, label: string) => app.page.getByRole('link', { name: label });
const report = (app: App) => app.page.locator('cat-run-report');
/** Of 11, “1 of 40” is no sign. */
const done = (app: App, n: number) =>
  app.page.getByText(new RegExp(`(?<!\\d)${tell.progress.text(n, questions)}`)).first();
const begun = (app: App) => app.page.locator('cat-run-groups li').first();

/** Starts a run of easy problems that the page makes itself, and waits until it is shown. */
async function start(app: App, run: string): Promise<void> {
  await link(app, say.places.experiments).first().click();
  await link(app, tell.list.create).click();
  const made = app.page.locator('cat-set-made');
  await made.getByLabel(sets.ready.level).selectOption({ label: say.question.levels.easy });
  await made.getByLabel(sets.ready.count).first().fill(String(questions));
  await button(app, sets.ready.makeProblems).click();
  await button(app, sets.review.use).click();
  await app.page.getByLabel(tell.create.name, { exact: true }).fill(run);
  await button(app, tell.create.start(questions)).click();
  await app.page.locator('cat-run-view').getByRole('heading', { name: run }).waitFor();
}

describe('an experiment', () => {
  test('is begun, paused, found again after a reload, ended, drawn and compared', async () => {
    const app = await open({ url });
    await app.ready();
    await app.setNumber(say.settings.numbers.group.label, group);
    await start(app, name);
    await begun(app).waitFor();
    await button(app, tell.actions.label(tell.actions.pause, name)).click();
    await button(app, tell.actions.label(tell.actions.resume, name)).waitFor();
    // The list of groups is drawn a little after what counts them.
    const listed = (): Promise<number> => app.page.locator('cat-run-groups li').count();
    await expect.poll(async () => done(app, await listed()).isVisible(), { timeout: 30_000 }).toBe(true);
    const kept = await listed();
    expect(kept).toBeGreaterThanOrEqual(1);
    expect(kept).toBeLessThan(questions);

    await app.page.reload();
    await app.ready();
    await done(app, kept).waitFor();
    await button(app, tell.actions.label(tell.actions.resume, name)).click();
    await app.page.locator('cat-run-progress').getByText(tell.list.states.done, { exact: true }).waitFor();
    await done(app, questions).waitFor();
    expect(await app.page.locator('cat-run-groups li').count()).toBe(questions);
    const synthesis = report(app).locator('tr').filter({
      has: app.page.getByRole('rowheader', { name: say.methods.names.synthesis }),
    });
    expect(await synthesis.innerText()).toContain('%');
    expect(await app.page.locator('cat-run-charts svg.chart').count()).toBeGreaterThanOrEqual(4);

    const first = app.page.locator('cat-run-groups .question').first();
    const text = (await first.innerText()).replace(tell.groups.open, '').trim();
    await first.click();
    await app.headline().waitFor();
    expect(await app.question().inputValue()).toBe(text);
    await app.page.goBack();
    await report(app).waitFor();

    // Another seed gives other answers to the same questions.
    await app.setNumber(say.settings.numbers.seed.label, 2);
    await start(app, 'Another seed');
    await app.page.locator('cat-run-progress').getByText(tell.list.states.done, { exact: true }).waitFor();
    const choice = app.page.getByLabel(tell.compare.choose);
    const wanted = await choice.locator('option', { hasText: name }).getAttribute('value');
    await choice.selectOption(wanted);
    const compared = app.page.locator('cat-run-compare');
    await compared.getByText(tell.compare.shared(questions)).waitFor();
    await compared.getByText(tell.compare.change(tell.compare.names.seed, '2', '1')).waitFor();
    expect(await compared.getByRole('row', { name: say.methods.names.majority }).innerText()).toContain('%');
  }, hangs);
});
