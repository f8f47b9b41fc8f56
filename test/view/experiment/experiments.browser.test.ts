import { afterEach, describe, expect, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp, page as frame, userEvent } from 'vitest/browser';
import type { SetItem } from '../../../src/question/set/item.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { tell } from '../../../src/view/text/experiments.ts';
import { doneGroup } from '../../kit/group.ts';
import { both, entryOf, told } from '../../kit/entries.ts';
import type { Told } from '../../kit/entries.ts';
import { keptRun, RunLab } from '../../kit/experiments.ts';
import { smaller } from '../../kit/smaller.ts';
import { expectAccessible } from '../page.ts';
import type { ExperimentsPage } from './page.ts';
import { openExperiments } from './page.ts';

let page: ExperimentsPage;
afterEach(() => page.close());

const labWith = (...runs: ReturnType<typeof keptRun>[]): RunLab => {
  const lab = new RunLab();
  lab.runs = runs;
  return lab;
};

const progress = (run: string, done: number, total: number, secondsLeft?: number, missed = 0): RunEvent => ({
  kind: 'run-progress',
  runId: run as never,
  done,
  missed,
  total,
  ...(secondsLeft === undefined ? {} : { secondsLeft }),
});

const waiting = (run: string): ReturnType<typeof keptRun> =>
  keptRun(run, told.slice(0, 2), { planned: 5, name: 'Half-way' });

describe('the list of runs', () => {
  test('says what to do where there is none, and leads to a new one', async () => {
    page = await openExperiments(new RunLab());
    expect(page.text('cat-run-list')).toContain(tell.list.empty);
    await expectAccessible(page);
    page.find('a.create').click();
    await page.drawn();
    await page.drawn();
    expect(page.all('cat-run-new')).toHaveLength(1);
  });

  test('tells of each run what it asks of whom, how far it is, and opens it by its name', async () => {
    const other = keptRun('b', told, { set: 'GSM8K', state: 'elsewhere' });
    page = await openExperiments(labWith(waiting('a'), other));
    expect(page.text('cat-run-list')).toMatch(/Half-way.*Problems · nano · G 2.*paused.*2 of 5.*Run b.*running in another tab/);
    await expectAccessible(page);
    const link = page.find('a.open');
    link.focus();
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    expect(location.hash).toBe('#experiments/a');
    expect(page.within('cat-run-view', 'h2')[0]?.textContent).toBe('Half-way');
  });

  test('goes back and forward with the browser, and keeps the question as it was', async () => {
    page = await openExperiments(new RunLab(), '#question');
    expect(page.all('cat-experiments')).toHaveLength(0);
    await page.write('How many figs?');
    await page.go('#experiments');
    expect(page.find('main').hidden).toBe(true);
    const back = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    history.back();
    await back;
    await page.drawn();
    expect(page.find('main').hidden).toBe(false);
    expect(page.question().value).toBe('How many figs?');
  });

  test('renames a run, by keyboard, and gives the focus back', async () => {
    page = await openExperiments(labWith(waiting('a')));
    await page.click('Rename: Half-way');
    await userEvent.keyboard('Easy ones{Enter}');
    await page.drawn();
    expect(page.text('cat-run-list')).toContain('Easy ones');
    expect(page.button('Rename: Easy ones').matches(':focus')).toBe(true);
  });

  test('deletes a run, offers to undo it, and brings it back', async () => {
    page = await openExperiments(labWith(waiting('a'), keptRun('b', told)));
    await page.click('Delete: Half-way');
    expect(page.lab.removals).toEqual([{ run: 'a' }]);
    expect(page.text('cat-run-list')).not.toContain('Half-way');
    expect(page.button('Undo').matches(':focus')).toBe(true);
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    expect(page.text('cat-run-list')).toContain('Half-way');
    await page.click('Dismiss');
    expect(page.find('a.open').matches(':focus')).toBe(true);
  });

  test('says a fault as the rest of the page does', async () => {
    page = await openExperiments(labWith(waiting('a')));
    page.lab.fault({ kind: 'run-locked', run: 'a' });
    await page.drawn();
    expect(page.text('cat-fault-note')).toContain('Another tab is working on this run');
    await expectAccessible(page);
  });
});

describe('a new run', () => {
  const choose = async (count: number): Promise<void> => {
    const { items } = keptRun('x', [], { planned: count }).plan;
    page.find('cat-set-picker').dispatchEvent(
      new CustomEvent('cat-set-chosen', { detail: { name: 'Easy', items }, bubbles: true, composed: true }),
    );
    await page.drawn();
  };
  const field = (id: string): HTMLInputElement => page.within<HTMLInputElement>('cat-run-new', `#${id}`)[0]!;
  const type = async (id: string, value: string): Promise<void> => {
    field(id).value = value;
    field(id).dispatchEvent(new InputEvent('input', { bubbles: true }));
    await page.drawn();
  };

  test('shows the settings as they are in words, and what it takes', async () => {
    page = await openExperiments(new RunLab(), '#experiments/new');
    page.lab.ready();
    await choose(20);
    const said = page.text('cat-run-new');
    expect(said).toContain('Asks nano · G 8 · temperature 1');
    expect(said).toContain('About 2 min · about 3.0 MB of storage · 5.0 GB are free');
    await expectAccessible(page);
    await page.click('Change the settings');
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(true);
  });

  test('warns where there is not room enough', async () => {
    const lab = new RunLab();
    lab.estimated = { seconds: null, bytes: 9e9, free: 1e9, smaller: 0 };
    page = await openExperiments(lab, '#experiments/new');
    await choose(20);
    expect(page.text('cat-run-new')).toContain(tell.create.timeUnknown);
    expect(page.text('cat-run-new')).toContain(tell.create.tooLittle);
  });

  test('refuses a number that makes no sense', async () => {
    page = await openExperiments(new RunLab(), '#experiments/new');
    await choose(20);
    for (const value of ['0', '21', '2.5', '']) {
      await type('count', value);
      expect(field('count').getAttribute('aria-invalid')).toBe('true');
      expect(page.button('Start').disabled).toBe(true);
    }
    await expectAccessible(page);
  });

  test('begins with the first so many and the settings as they stand, and goes to the run', async () => {
    page = await openExperiments(new RunLab(), '#experiments/new');
    page.lab.ready();
    await choose(20);
    await type('count', '4');
    await page.click('Start with 4 questions');
    const [begun] = page.lab.begun;
    expect(begun).toMatchObject({ set: 'Easy', name: 'Easy, G 8', settings: { group: 8, seed: 1 } });
    expect(begun?.items.map(({ question }) => question.text)).toEqual([1, 2, 3, 4].map((n) => `Question ${n} of the set?`));
    expect(page.text('cat-run-new')).toContain(tell.create.starting);

    page.lab.runs = [keptRun('begun', [], { planned: 4, state: 'here' })];
    page.lab.emit(progress('begun', 0, 4));
    await page.drawn();
    expect(location.hash).toBe('#experiments/begun');
  });

  test('asks each kind of question with its own prompts, whatever kind is in hand, and says so', async () => {
    page = await openExperiments(new RunLab(), '#experiments/new');
    page.lab.ready();
    const { items } = keptRun('x', [], { planned: 2 }).plan;
    const solve = 'Advise: {question}';
    const send = (name: string, detail: unknown): boolean => page.app.dispatchEvent(new CustomEvent(name, { detail }));
    const setOf = async (chosen: readonly SetItem[]): Promise<void> => {
      page.find('cat-set-picker').dispatchEvent(
        new CustomEvent('cat-set-chosen', { detail: { name: 'Easy', items: chosen }, bubbles: true, composed: true }),
      );
      await page.drawn();
    };
    send('cat-kind', 'open');
    send('cat-settings', { prompts: { solve } });
    await setOf(items);
    expect(page.text('cat-run-new')).not.toContain('own prompts');
    const open: SetItem = { question: { kind: 'open', text: 'Why?' }, tags: [] };
    await setOf([...items, open]);
    expect(page.text('cat-run-new')).toContain(tell.create.ownPrompts('open'));
    await setOf([open]);
    expect(page.text('cat-run-new')).toContain('· own prompts They');
    await setOf(items);
    await page.click('Start with 2 questions');
    expect(page.lab.begun[0]?.prompts).toEqual({ verifiable: {}, open: { solve } });
  });

  test('begun while another goes on, leads to itself and not to the one that it pauses', async () => {
    page = await openExperiments(labWith(waiting('a')), '#experiments/new');
    page.lab.ready();
    page.lab.emit(progress('a', 2, 5));
    await choose(20);
    expect(page.text('cat-run-new')).toContain(tell.create.busy);
    await page.click('Start with 20 questions');
    page.lab.emit(progress('a', 3, 5));
    await page.drawn();
    expect(location.hash).toBe('#experiments/new');
    expect(page.text('cat-run-new')).toContain(tell.create.starting);
    page.lab.emit(progress('begun', 0, 20));
    await page.drawn();
    expect(location.hash).toBe('#experiments/begun');
  });
});

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

describe('a run whose model is no longer to be had', () => {
  test('is asked anew: its questions and settings fill the form, and it stays as it is', async () => {
    const run = keptRun('a', told.slice(0, 2), { planned: 5, name: 'Half-way', group: 4 });
    page = await openExperiments(labWith(run), '#experiments/a');
    page.lab.ready();
    await page.drawn();
    page.button(tell.actions.anew).click();
    await page.drawn();
    await page.drawn();
    expect(location.hash).toBe('#experiments/new');
    await page.click('Start with 5 questions');
    const { items, recipes } = run.plan;
    const { sampling, seed } = recipes.verifiable!;
    expect(page.lab.begun[0]).toMatchObject({ set: 'Problems', items, settings: { group: 4, sampling, seed, prompts: {} } });
    expect(page.lab.resumed).toEqual([]);
    expect(page.lab.runs).toEqual([run]);
  });
});

describe('on paper', () => {
  const medium = (media: '' | 'print') => cdp().send('Emulation.setEmulatedMedia', { media });
  afterEach(() => medium(''));

  test('a run is its head, its tables and its charts, without anything to press', async () => {
    page = await openExperiments(labWith(keptRun('a', told)), '#experiments/a');
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const all = (host: string, selector: string): Element[] => page.within(host, selector).filter(isShown);
    expect(all('cat-run-view', 'button')).not.toEqual([]);
    await medium('print');
    await page.drawn();
    expect(all('cat-run-view', 'h2').map((heading) => heading.textContent)).toEqual(['Run a']);
    expect(all('cat-run-report', 'table tbody tr')).not.toEqual([]);
    expect(all('cat-run-charts', 'cat-chart')).toHaveLength(6);
    const drawings = page.within('cat-run-charts', 'cat-chart').map(({ shadowRoot }) => shadowRoot!.querySelector('svg')!);
    expect(drawings.every(isShown)).toBe(true);
    expect(all('cat-run-groups', 'li')).toHaveLength(told.length);
    // A question's line is the way to its group, and stays as text.
    const pressed = page.all('button:not(.open), input, select, nav').filter(isShown);
    expect(pressed.map(({ localName, textContent }) => `${localName} ${textContent.trim()}`)).toEqual([]);
  });
});

describe('a run that goes on', () => {
  test('shows how far it is, what is in flight, and how long it takes, and is paused', async () => {
    page = await openExperiments(labWith({ ...waiting('a'), state: 'paused' }), '#experiments/a');
    await page.click('Resume: Half-way');
    expect(page.lab.resumed).toEqual([{ run: 'a', options: { takeOver: false } }]);
    page.lab.emit(progress('a', 2, 5));
    page.lab.emit({ kind: 'group-start', group: { ...doneGroup({ question: 'How many pears?' }), rollouts: [] }, cached: false });
    await page.drawn();
    expect(page.text('cat-run-progress')).toContain('How many pears? 0 of 2 answers');
    expect(page.text('cat-run-progress')).toContain(tell.progress.leftUnknown);
    expect(page.text('nav')).toContain('2 of 5');
    await expectAccessible(page);

    page.lab.emit({ kind: 'entry', entry: { ...entryOf(both(1, 1), 2), runId: 'a' as never } }, progress('a', 3, 5, 240));
    await page.beat();
    expect(page.text('cat-run-progress')).toContain('3 of 5 questions done');
    expect(page.text('cat-run-progress')).toContain('about 4 min left');
    expect(page.text('cat-run-groups')).toContain('All 3 questions');
    expect(page.within('cat-experiments', '.heard')[0]?.textContent).toContain('3 of 5 questions done.');

    await page.click('Pause: Half-way');
    expect(page.lab.stops).toBe(1);
    page.lab.settle();
    await page.drawn();
    expect(page.text('cat-run-progress')).toContain(tell.progress.paused);
  });

  test('tells what it has missed apart from what is done, in the list as in the run', async () => {
    const missed = [{ runId: 'a' as never, index: 4, fault: { kind: 'question-too-long', tokens: 9, limit: 4 } as const }];
    page = await openExperiments(labWith({ ...waiting('a'), missed }));
    page.lab.emit(progress('a', 2, 5));
    await page.drawn();
    expect(page.text('cat-run-list')).toMatch(/2 of 5(?! ·)/);
    page.lab.emit(progress('a', 3, 5, 60, 1));
    await page.drawn();
    expect(page.text('cat-run-list')).toContain(`${tell.list.done(3, 5)} · ${tell.list.missed(1)}`);
  });

  test('in another tab is watched, and taken over', async () => {
    const run = { ...waiting('a'), state: 'elsewhere' as const };
    page = await openExperiments(labWith(run), '#experiments/a');
    expect(page.text('cat-run-progress')).toContain(tell.actions.takeOverHint);
    const { reads } = page.lab;
    await page.beat();
    expect(page.lab.reads).toBe(reads);
    page.lab.runs = [{ ...run, entries: keptRun('a', told.slice(0, 3)).entries }];
    await page.beat();
    expect(page.lab.reads).toBe(reads + 1);
    expect(page.text('cat-run-groups')).toContain('All 3 questions');
    await page.click('Take over: Half-way');
    expect(page.lab.resumed).toEqual([{ run: 'a', options: { takeOver: true } }]);
  });

  test('does not put its questions in the place of the one that is asked', async () => {
    page = await openExperiments(labWith(waiting('a')), '#experiments/a');
    page.lab.ready();
    await page.click('Resume: Half-way');
    page.lab.emit(progress('a', 2, 5));
    await page.go('#question');
    expect(page.text()).toContain('An experiment is running in this tab');
    await expectAccessible(page);
    await page.click('Ask');
    expect(page.lab.asked).toHaveLength(1);
  });
});

describe('one run', () => {
  test('sets right answers, a data set’s points and rewards apart, with how many questions each is over', async () => {
    const judged: Told = { scored: 'rubric', right: [], scores: { single: 0.25, oracle: 0.5 } };
    const points: Told = { scored: 'given', right: [], scores: { single: 0.1, synthesis: 0.7, oracle: 0.2 } };
    page = await openExperiments(labWith(keptRun('a', [...told, judged, judged, points, { scored: 'nothing' }])), '#experiments/a');
    await page.drawn();
    const tables = page.within('cat-run-report', 'table').map((table) => table.textContent.replace(/\s+/g, ' '));
    expect(tables).toHaveLength(3);
    expect(tables[0]).toMatch(/Right.*Synthesis/);
    expect(tables[1]).toMatch(/Data set’s score.*10\.0 %.*70\.0 %/);
    expect(tables[2]).toMatch(/Reward.*25\.0 %/);
    expect(page.text('cat-run-groups')).toContain('Synthesis : data set’s score 70.0 %');
    const said = page.text('cat-run-report');
    expect(said).toMatch(/Over 5 questions with a known answer\..*Over 1 open question by the rubric of the data set; mean scores\..*Over 2 open questions by CaT’s own criteria; mean rewards\./);
    expect(said).toContain('1 question has neither a known answer nor a verdict');
    await expectAccessible(page);
  });

  test('tells its methods with intervals, what that means, and each question with the way to it', async () => {
    page = await openExperiments(labWith(keptRun('a', told)), '#experiments/a');
    const report = page.text('cat-run-report');
    expect(report).toMatch(/Majority vote.*60\.0 %.*Synthesis.*60\.0 %.*Oracle/);
    expect(report).toContain('McNemar’s exact test');
    expect(report).toContain('Only 2 questions came out differently');
    expect(page.text('cat-run-groups')).toMatch(/Question 2 of the set\? differ Majority : wrong Synthesis : right/);
    await expectAccessible(page);
  });

  test('opens a question where questions are asked', async () => {
    const lab = labWith(keptRun('a', told));
    lab.groups = [{ ...doneGroup({ question: 'Question 1 of the set?', truth: '4' }), id: 'group-0' as never }];
    page = await openExperiments(lab, '#experiments/a');
    await page.click('1 Open: Question 1');
    await page.drawn();
    expect(location.hash).toBe('#question');
    expect(page.question().value).toBe('Question 1 of the set?');
    expect(page.text('cat-rollout-card')).toContain('The answer is 4.');
  });

  test('lists what passes the filters, names them, and clears each', async () => {
    page = await openExperiments(labWith(keptRun('a', told)), '#experiments/a');
    const set = async (detail: unknown): Promise<void> => {
      page.find('cat-run-charts').dispatchEvent(new CustomEvent('cat-filters', { detail, bubbles: true, composed: true }));
      await page.drawn();
    };
    await set({ quadrant: 'disagree-right', allWrong: true, reward: null, advantage: null });
    expect(page.text('cat-run-groups')).toContain('1 of 5 questions pass the filters');
    expect(page.text('.filters')).toContain('synthesis differs from the majority, right');
    await expectAccessible(page);
    await page.click('Clear the filter: synthesis differs');
    expect(page.text('cat-run-groups')).toContain('2 of 5 questions pass the filters');
    await page.click('Clear the filter: every answer wrong');
    expect(page.text('cat-run-groups')).toContain('All 5 questions');
  });

  test('pages through thousands of questions', async () => {
    const many = Array.from({ length: 130 }, (_, at) => both(at % 2, 1));
    page = await openExperiments(labWith(keptRun('a', many)), '#experiments/a');
    expect(page.within('cat-run-groups', 'button.open')).toHaveLength(50);
    await page.click('Later');
    await page.click('Later');
    expect(page.within('cat-run-groups', 'button.open')).toHaveLength(30);
    expect(page.text('cat-run-groups')).toContain('101 to 130 of 130');
    await page.click('Later');
    expect(page.button('Later').getAttribute('aria-disabled')).toBe('true');
  });

  test('that is not there is said to be gone', async () => {
    page = await openExperiments(labWith(keptRun('a', told)), '#experiments/lost');
    expect(page.text('cat-run-view')).toContain(tell.run.gone);
    await expectAccessible(page);
  });

  test('names what was missed, and why', async () => {
    const missed = [{ runId: 'a' as never, index: 4, fault: { kind: 'question-too-long' as const, tokens: 900, limit: 500 } }];
    page = await openExperiments(labWith(keptRun('a', told.slice(0, 4), { planned: 5, missed, state: 'done' })), '#experiments/a');
    expect(page.text('cat-run-report')).toContain('question 5 : The question is too long for this model.');
    expect(page.button('Try what was missed again').disabled).toBe(false);
  });
});

describe('two runs', () => {
  const second = [both(1, 1), both(0, 0), both(1, 1), both(0, 1)];

  test('are compared question by question', async () => {
    page = await openExperiments(labWith(keptRun('a', told), keptRun('b', second, { group: 4 })), '#experiments/a');
    const select = page.within<HTMLSelectElement>('cat-run-compare', 'select')[0]!;
    select.value = 'b';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.drawn();
    await page.drawn();
    expect(location.hash).toBe('#experiments/a/b');
    const said = page.text('cat-run-compare');
    expect(said).toContain('4 questions in both. 1 in A alone, 0 in B alone');
    expect(said).toContain('G: 2 in A, 4 in B');
    expect(said).toMatch(/Synthesis 4 50\.0 % 75\.0 % \+25\.0 .* 1, 2 1/);
    expect(page.within('cat-compare-list', 'tbody tr')).toHaveLength(3);
    await expectAccessible(page);
  });

  test('that share nothing are said to', async () => {
    const other = keptRun('b', second);
    const items = other.plan.items.map((item) => ({ ...item, question: { kind: 'verifiable' as const, text: `Another ${item.question.text}` } }));
    page = await openExperiments(labWith(keptRun('a', told), { ...other, plan: { ...other.plan, items } }), '#experiments/a/b');
    expect(page.text('cat-run-compare')).toContain(tell.compare.noneShared);
  });
});

describe('the experiments', () => {
  test.each([320, 768, 1280])('are never wider than a window of %i pixels', async (width) => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(width, 800);
    const widths: number[] = [];
    page = await openExperiments(labWith(keptRun('a', told), waiting('b')));
    for (const address of ['#experiments', '#experiments/new', '#experiments/a/b']) {
      if (location.hash !== address) await page.go(address);
      widths.push(document.documentElement.scrollWidth);
    }
    await frame.viewport(before, innerHeight);
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
  });
});
