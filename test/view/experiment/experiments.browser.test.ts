import { afterEach, describe, expect, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp, page as frame, userEvent } from 'vitest/browser';
import { tell } from '../../../src/view/text/experiments.ts';
import { doneGroup } from '../../kit/group.ts';
import { both, entryOf, told } from '../../kit/entries.ts';
import type { Told } from '../../kit/entries.ts';
import { keptRun, RunLab } from '../../kit/experiments.ts';
import { expectAccessible } from '../page.ts';
import type { ExperimentsPage } from './page.ts';
import { openExperiments } from './page.ts';
import { labWith, progress, waiting } from './runs.ts';

let page: ExperimentsPage;
afterEach(() => page.close());

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

  test('is deleted on its own page too, which leads back to the list', async () => {
    page = await openExperiments(labWith(waiting('a')), '#experiments/a');
    await page.click('Delete: Half-way');
    expect([location.hash, page.lab.removals]).toEqual(['#experiments', [{ run: 'a' }]]);
  });

  test('has the focus on its name once one comes to it from the list', async () => {
    page = await openExperiments(labWith(waiting('a')));
    const [link] = page.within<HTMLAnchorElement>('cat-run-list', 'a[href="#experiments/a"]');
    link?.focus();
    await page.go('#experiments/a');
    const [heading] = page.within('cat-run-view', 'h2');
    expect([heading?.textContent, heading?.matches(':focus')]).toEqual(['Half-way', true]);
  });

  test('says a fault as the rest of the page does', async () => {
    page = await openExperiments(labWith(waiting('a')));
    page.lab.fault({ kind: 'run-locked', run: 'a' });
    await page.drawn();
    expect(page.text('cat-fault-note')).toContain('Another tab is working on this run');
    await expectAccessible(page);
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
    expect(page.text('cat-run-groups')).toContain('1 of 5 questions passes the filters');
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
    const long = keptRun('c', told, { name: 'Problems of the level master, a hundred of them, with the seed 5', set: 'A set with a long name' });
    page = await openExperiments(labWith(keptRun('a', told), waiting('b'), long));
    for (const address of ['#experiments', '#experiments/new', '#experiments/a/b']) {
      if (location.hash !== address) await page.go(address);
      widths.push(document.documentElement.scrollWidth);
    }
    await frame.viewport(before, innerHeight);
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
  });
});
