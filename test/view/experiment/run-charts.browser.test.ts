import { afterEach, expect, test } from 'vitest';
import '../../../src/view/experiment/run-charts.ts';
import type { RunCharts } from '../../../src/view/experiment/run-charts.ts';
import type { Entry } from '../../../src/group/plan.ts';
import type { Filters } from '../../../src/view/experiment/linked-filters.ts';
import { linkFilters, NO_FILTERS } from '../../../src/view/experiment/linked-filters.ts';
import '../../../src/view/page.css';
import { entriesOf } from '../../kit/entries.ts';
import { run } from '../chart/show.ts';

let element: RunCharts;
let filters: Filters;
afterEach(() => element.remove());

const set = (next: Filters): void => {
  filters = next;
  Object.assign(element, { filters, linked: linkFilters(run, filters) });
};

async function drawn(): Promise<void> {
  await element.updateComplete;
  for (const chart of element.renderRoot.querySelectorAll('cat-chart')) await chart.updateComplete;
}

/** The charts of a run whose page does what they ask for. */
async function show(): Promise<void> {
  element = document.createElement('cat-run-charts');
  element.entries = run;
  element.addEventListener('cat-filters', ({ detail }) => set(detail));
  set(NO_FILTERS);
  document.body.append(element);
  await drawn();
}

const chartOf = (title: string): ShadowRoot =>
  [...element.renderRoot.querySelectorAll('cat-chart')].find(({ chart }) => chart?.title === title)!.shadowRoot!;

const caption = (title: string): string => chartOf(title).querySelector('figcaption')!.textContent;

async function choose(title: string, choice: string): Promise<void> {
  chartOf(title)
    .querySelector(`[data-choice="${choice}"]`)!
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await drawn();
}

test('choosing a quadrant narrows every other chart, and choosing it again frees them', async () => {
  await show();
  await choose('Synthesis and vote', 'disagree-right');
  expect(filters.quadrant).toBe('disagree-right');
  expect(caption('Synthesis and vote')).toMatch(/40 questions/);
  const some = linkFilters(run, filters).listed.length;
  expect(some).toBeLessThan(40);
  for (const title of ['Accuracy against G', 'Methods compared', 'Tokens against accuracy']) {
    expect(caption(title)).toContain(`${some} questions`);
    expect(caption(title)).toMatch(/chosen by how they came out/);
  }
  expect(caption('Rewards of the answers')).toContain(`${4 * some} answers to ${some} questions`);
  await choose('Synthesis and vote', 'disagree-right');
  expect(filters).toEqual(NO_FILTERS);
  expect(caption('Methods compared')).toMatch(/40 questions/);
  expect(caption('Methods compared')).not.toMatch(/chosen by/);
});

test('a bin of rewards and only-all-wrong add up, and each says that it is set', async () => {
  await show();
  await choose('Rewards of the answers', '0');
  expect(filters.reward).toEqual({ from: 0, to: 0, closed: true });
  const button = element.renderRoot.querySelector<HTMLButtonElement>('button[aria-pressed]')!;
  button.click();
  await drawn();
  expect(filters.allWrong).toBe(true);
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(chartOf('Rewards of the answers').querySelector('[data-choice="0"]')!.getAttribute('aria-pressed')).toBe('true');
  const { listed, seenBy } = linkFilters(run, filters);
  expect(caption('Methods compared')).toContain(`${listed.length} question`);
  expect(caption('Rewards of the answers')).toContain(`to ${seenBy.reward.length} question`);
});

test('a run of both kinds of question shows right answers or rewards, as is chosen, and never both', async () => {
  const open = entriesOf({ scored: 'rubric', scores: { single: 0.4, synthesis: 0.9, oracle: 0.8 } });
  const entries = [...run, ...open.map((entry) => ({ ...entry, index: run.length, runId: run[0]!.runId }))];
  await show();
  const radios = (): HTMLInputElement[] => [...element.renderRoot.querySelectorAll<HTMLInputElement>('[name=scored]')];
  expect(radios()).toEqual([]);
  Object.assign(element, { entries, linked: linkFilters(entries, NO_FILTERS) });
  await drawn();
  expect(radios().map((radio) => radio.checked)).toEqual([true, false]);
  expect(caption('Methods compared')).toContain('40 questions with a known answer');
  radios()[1]!.click();
  await drawn();
  expect(radios().map((radio) => radio.checked)).toEqual([false, true]);
  for (const title of ['Methods compared', 'Tokens against accuracy']) {
    expect(caption(title)).toContain('1 question without a known answer, by the mean reward');
  }
});

test('the paper’s figures come only when asked for, with their model and set, and no version that nobody confirmed', async () => {
  await show();
  const scaling = (): string => chartOf('Accuracy against G').textContent;
  expect(scaling()).not.toMatch(/paper/i);
  element.renderRoot.querySelector<HTMLInputElement>('input[type="checkbox"]')!.click();
  await drawn();
  expect(scaling()).toMatch(/the paper’s, another model and set \(arXiv 2509\.14234, Qwen 3 4B on MATH-500; which version/);
  const points = [...chartOf('Accuracy against G').querySelectorAll('[data-series^="paper-"][data-row]')];
  expect(points.map((point) => point.getAttribute('aria-label')!.replace(/^.*: (.*): /, '$1 '))).toEqual([
    'majority vote, G 1 79.0 % right',
    'majority vote, G 8 81.0 % right',
    'synthesis, G 1 80.0 % right',
    'synthesis, G 8 85.0 % right',
  ]);
});

test('a long run is counted beside what the page does, and what came before stays until then', async () => {
  await show();
  const long = (count: number, runId: string): Entry[] =>
    Array.from({ length: count }, (_, index) => ({ ...run[index % run.length]!, index, runId: runId as never }));
  const give = async (entries: readonly Entry[]): Promise<void> => {
    Object.assign(element, { entries, linked: linkFilters(entries, NO_FILTERS) });
    await drawn();
  };
  const counted = async (text: string): Promise<void> => {
    for (;;) {
      const charts = element.renderRoot.querySelectorAll('cat-chart');
      if (charts.length > 0 && caption('Methods compared').includes(text)) return;
      await new Promise(requestAnimationFrame);
      await drawn();
    }
  };
  await give(long(2000, 'long'));
  // Those of another run are not left standing.
  expect(element.renderRoot.querySelectorAll('cat-chart')).toHaveLength(0);
  await counted('2,000 questions');
  await give(long(2400, 'long'));
  expect(caption('Methods compared')).toContain('2,000 questions');
  // Superseded before it has ended.
  await give(long(2800, 'long'));
  await counted('2,800 questions');
});

test('no question left still draws what can be chosen instead', async () => {
  await show();
  set({ ...NO_FILTERS, quadrant: 'agree-right', allWrong: true });
  await drawn();
  expect(chartOf('Methods compared').querySelector('.empty')).not.toBeNull();
  expect(chartOf('Synthesis and vote').querySelectorAll('[data-choice]')).toHaveLength(4);
});
