import { afterEach, describe, expect, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import type { RunEvent } from '../../../src/run/event.ts';
import { tell } from '../../../src/view/text/experiments.ts';
import { both, entryOf } from '../../kit/entries.ts';
import { keptRun, RunLab } from '../../kit/experiments.ts';
import { smaller } from '../../kit/smaller.ts';
import { expectAccessible } from '../page.ts';
import type { ExperimentsPage } from './page.ts';
import { openExperiments } from './page.ts';
import { labWith, progress } from './runs.ts';

let page: ExperimentsPage;
afterEach(() => page.close());

describe('the synthesis of smaller groups', () => {
  const four = { ...both(1, 1), right: [true, true, false, false] };
  const run = () => keptRun('a', [four, four, four], { group: 4 });
  const tick = async (host: 'cat-run-scale' | 'cat-run-new', size: number): Promise<void> => {
    const labels = page.within<HTMLLabelElement>(host, '.sizes label');
    labels.find((label) => label.textContent.trim() === `G ${size}`)?.click();
    await page.drawn();
  };
  const piece = (group: string): RunEvent => ({
    kind: 'evidence',
    groupId: group as never,
    evidence: smaller([0], '4'),
  });

  test('is estimated, begun beside the curve, told of as it comes, stopped, and gone on with', async () => {
    const lab = labWith(run());
    lab.scaleEstimated = { calls: 6, seconds: 240 };
    page = await openExperiments(lab, '#experiments/a');
    page.lab.ready();
    expect(page.text('cat-run-scale')).toContain('G 1 G 2');
    expect(page.text('cat-run-scale')).not.toContain('G 4');
    await tick('cat-run-scale', 1);
    await tick('cat-run-scale', 2);
    expect(page.text('cat-run-scale')).toContain('6 syntheses to write, about 4 min.');
    await expectAccessible(page);

    await page.click('Write 6 syntheses');
    expect(lab.scaled).toMatchObject([{ what: { run: 'a' }, sizes: [1, 2] }]);
    lab.emit(piece('group-0'), piece('group-0'), piece('group-1'));
    await page.drawn();
    expect(page.text('cat-run-scale')).toContain('3 of 6 syntheses written');
    await expectAccessible(page);
    const written = entryOf(four, 0);
    const point = { ...written.outcome, smaller: [{ size: 1, score: 1, subsets: 1 }] };
    const points = () => page.within('cat-run-charts', 'cat-chart')[0]!.shadowRoot!.querySelectorAll('[aria-label^="Synthesis, G 1"]');
    expect(points()).toHaveLength(0);
    lab.emit({ kind: 'entry', entry: { ...written, runId: 'a' as never, outcome: point } });
    await page.beat();
    expect(points()).toHaveLength(1);

    await page.click(tell.scale.stop);
    expect(lab.stops).toBe(1);
    lab.scaleEstimated = { calls: 3, seconds: 120 };
    lab.scaled[0]?.settle({ groups: 3, written: 3, missing: 3 });
    await page.drawn();
    await page.click('Write 3 syntheses');
    expect(lab.scaled).toHaveLength(2);
    lab.scaleEstimated = { calls: 0, seconds: 0 };
    lab.scaled[1]?.settle({ groups: 3, written: 3, missing: 0 });
    await page.drawn();
    expect(page.text('cat-run-scale')).toContain(tell.scale.all);
  });

  test('begun while the run goes on, shows the run as paused once it has stopped', async () => {
    const lab = labWith({ ...run(), state: 'paused' });
    lab.scaleEstimated = { calls: 3, seconds: 120 };
    page = await openExperiments(lab, '#experiments/a');
    page.lab.ready();
    await page.click('Resume: Run a');
    lab.emit(progress('a', 3, 5));
    await page.drawn();
    await tick('cat-run-scale', 1);
    await page.click('Write 3 syntheses');
    expect(page.text('cat-run-progress')).toContain(tell.list.states.here);
    lab.settle();
    await page.drawn();
    expect(page.text('cat-run-progress')).not.toContain(tell.list.states.here);
    expect(page.all('button').map(({ textContent }) => textContent.trim())).not.toContain(tell.actions.pause);
    expect(page.text('cat-run-scale')).toContain('0 of 3 syntheses written');
  });

  test.each([
    ['resumed', () => page.click('Resume: Run a')],
    [
      'begun',
      async () => {
        const { items } = run().plan;
        const detail = { set: 'Easy', items, name: 'Another', sizes: [] };
        page.find('cat-run-view').dispatchEvent(new CustomEvent('cat-run-begin', { detail, bubbles: true, composed: true }));
        await page.drawn();
      },
    ],
  ])('is not shown as going on once a run is %s in its place', async (_how, start) => {
    const lab = labWith({ ...run(), state: 'paused' });
    lab.scaleEstimated = { calls: 3, seconds: 120 };
    page = await openExperiments(lab, '#experiments/a');
    page.lab.ready();
    await tick('cat-run-scale', 1);
    await page.click('Write 3 syntheses');
    await start();
    lab.scaled[0]?.settle({ groups: 3, written: 0, missing: 3 });
    lab.emit(progress('a', 3, 5));
    await page.drawn();
    expect(page.text('cat-run-scale')).not.toContain('syntheses written');
    expect(page.text('cat-run-scale')).toContain('3 syntheses to write');
  });

  test('is an option of a new run, which the estimate counts', async () => {
    const lab = new RunLab();
    lab.estimated = { seconds: 120, bytes: 3e6, free: null, smaller: 40 };
    page = await openExperiments(lab, '#experiments/new');
    page.lab.ready();
    const { items } = keptRun('x', [], { planned: 20 }).plan;
    page.find('cat-set-picker').dispatchEvent(
      new CustomEvent('cat-set-chosen', { detail: { name: 'Easy', items }, bubbles: true, composed: true }),
    );
    await page.drawn();
    await tick('cat-run-new', 2);
    await tick('cat-run-new', 4);
    expect(lab.estimates.at(-1)).toMatchObject({ group: 8, smallerGroups: [2, 4] });
    expect(page.text('cat-run-new')).toContain('40 syntheses of smaller groups');
    await page.click('Start with 20 questions');
    expect(lab.begun[0]?.settings).toMatchObject({ group: 8, smallerGroups: [2, 4] });
  });
});
