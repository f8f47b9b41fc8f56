/** The states of the page that a reader can come to, each in the language in use. */
import { LessonsPlace } from '../../src/view/lesson/lessons-place.ts';
import { say } from '../../src/view/text/current.ts';
import { tell } from '../../src/view/text/experiments.ts';
import { tell as lessons } from '../../src/view/text/lessons.ts';
import { told } from '../kit/entries.ts';
import { keptRun, RunLab } from '../kit/experiments.ts';
import { loadedModel, nanoSpec } from '../kit/lab.ts';
import { openScene } from '../kit/open-scene.ts';
import { liveEvents } from '../kit/scene.ts';
import { openExperiments } from './experiment/page.ts';
import type { Page } from './page.ts';
import { openPage } from './page.ts';

export interface State {
  readonly name: string;
  /** A recording's own words stand in it, in English whatever the page speaks. */
  readonly recorded?: true;
  open(): Promise<Page>;
}

/** A page with a group of these answers, of which `part` of all events have come. */
export async function groupPage(answers: readonly string[], synthesis: string, part: number): Promise<Page> {
  const page = await openPage();
  page.lab.ready();
  await page.click(say.question.ask);
  const group = await page.group(answers, synthesis);
  const events = liveEvents(group);
  page.lab.emit(...events.slice(0, Math.floor(events.length * part)));
  if (part === 1) page.lab.asked[0]!.settle(group);
  await page.drawn();
  return page;
}

export const many = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index % 11));

/** A page with a judged question of as many answers. */
export async function rubricPage(count: number): Promise<Page> {
  const page = await openPage();
  page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
  const criteria = Array.from({ length: 12 }, (_, at) => `Says what to do about matter ${at + 1}.`);
  const verdicts = criteria.map(() => 'ynu.'.repeat(8).slice(0, count));
  const group = await openScene({ criteria, verdicts });
  page.lab.groups = [group];
  page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
  await page.drawn();
  return page;
}

const opened = async (change: (page: Page) => void | Promise<void>): Promise<Page> => {
  const page = await openPage();
  await change(page);
  await page.drawn();
  return page;
};

export const questionStates: readonly State[] = [
  { name: 'empty', open: () => openPage() },
  {
    name: 'loading its model',
    open: () =>
      opened(({ lab }) => {
        const progress = { stage: 'fetch', bytes: 1_500_000, totalBytes: 3_000_000 } as const;
        lab.emit({ kind: 'model-progress', model: 'nano', progress });
      }),
  },
  { name: 'streaming its answers', open: () => groupPage(many(8), '3', 0.5) },
  { name: 'writing its synthesis', open: () => groupPage(many(8), '3', 0.9) },
  { name: 'done and agreed', open: () => groupPage(['3', '3', '3', '4'], '3', 1) },
  { name: 'done and disagreed', open: () => groupPage(many(8), '3', 1) },
  { name: 'with one rollout', open: () => groupPage(['3'], '3', 1) },
  { name: 'with 32 rollouts', open: () => groupPage(many(32), '3', 1) },
  {
    name: 'with a step of the synthesis selected',
    open: async () => {
      const page = await groupPage(['3', '3', '4', '5'], '3', 1);
      page.find<HTMLButtonElement>('button.step').click();
      await page.drawn();
      return page;
    },
  },
  {
    name: 'with an open question before it is asked',
    open: () => opened(({ app }) => void app.dispatchEvent(new CustomEvent('cat-kind', { detail: 'open' }))),
  },
  {
    name: 'with a rubric, the evidence of a verdict and its criteria',
    open: async () => {
      const page = await rubricPage(8);
      page.find<HTMLButtonElement>("[data-row='1'][data-column='1']").click();
      page.find('cat-rubric-criteria').shadowRoot!.querySelector('details')!.open = true;
      await page.drawn();
      return page;
    },
  },
  {
    name: 'with faults',
    open: () =>
      opened(({ lab }) => {
        lab.ready();
        lab.fault({ kind: 'storage-full', reason: 'the quota is 10 MB' });
        lab.fault({ kind: 'model-missing', model: 'nano', url: 'nano.gguf', status: 404 });
      }),
  },
  {
    name: 'with its settings open',
    open: () => opened((page) => page.click(say.settings.open)),
  },
  {
    name: 'with a word on what was deleted',
    open: async () => {
      const page = await groupPage(['3', '4'], '3', 1);
      const id = page.lab.groups[0]?.id ?? 'scene';
      page.app.dispatchEvent(new CustomEvent('cat-remove', { detail: { group: id } }));
      await page.drawn();
      return page;
    },
  },
];

/** Two runs, one of them half-way. */
function twoRuns(): RunLab {
  const lab = new RunLab();
  lab.runs = [keptRun('a', told), keptRun('b', told.slice(0, 2), { planned: 5, name: 'Half-way', group: 4 })];
  return lab;
}

export const experimentStates: readonly State[] = [
  { name: 'without an experiment', open: () => openExperiments(new RunLab()) },
  { name: 'with its experiments', open: () => openExperiments(twoRuns()) },
  {
    name: 'with a name being changed',
    open: async () => {
      const page = await openExperiments(twoRuns());
      await page.click(tell.list.renameLabel('Half-way'));
      return page;
    },
  },
  { name: 'at a new experiment', open: () => openExperiments(new RunLab(), '#experiments/new') },
  { name: 'at one run', open: () => openExperiments(twoRuns(), '#experiments/a') },
  { name: 'at two runs compared', open: () => openExperiments(twoRuns(), '#experiments/a/b') },
];

/** The page at the lessons, which play the recordings that are shipped. */
async function lessonsPage(hash: string): Promise<Page> {
  LessonsPlace.fetch = (name) => fetch(`/lessons/${name}.json`);
  history.replaceState(null, '', hash);
  const page = await openPage();
  const waits = (): boolean =>
    page.all('cat-lessons').length === 0 || [say.places.coming, lessons.coming].some((text) => page.text().includes(text));
  do await page.drawn();
  while (waits());
  await page.drawn();
  const close = (): void => {
    page.close();
    history.replaceState(null, '', '#');
  };
  if (page.text().includes(lessons.failed)) {
    close();
    throw new Error('the shipped recordings could not be read');
  }
  return { ...page, close };
}

/** Of each lesson a step with a prediction or with figures; of the first all that there is to do. */
export const lessonStates: readonly State[] = [
  { name: 'at the list of lessons', open: () => lessonsPage('#lessons') },
  { name: 'at a question before its recording plays', recorded: true, open: () => lessonsPage('#lessons/1/1') },
  { name: 'at a prediction', recorded: true, open: () => lessonsPage('#lessons/1/2') },
  {
    name: 'at a prediction that is shown',
    recorded: true,
    open: async () => {
      const page = await lessonsPage('#lessons/2/2');
      await page.click(lessons.predict.reveal);
      return page;
    },
  },
  { name: 'at the marks of a synthesis', recorded: true, open: () => lessonsPage('#lessons/3/3') },
  { name: 'at a whole group in a lesson', recorded: true, open: () => lessonsPage('#lessons/4/5') },
  { name: 'at a lesson’s live try', recorded: true, open: () => lessonsPage('#lessons/1/5') },
  { name: 'at what does not hold', open: () => lessonsPage('#lessons/1/6') },
  { name: 'at a lesson of an open question', open: () => lessonsPage('#lessons/5/3'), recorded: true },
];

export const states: readonly State[] = [...questionStates, ...experimentStates, ...lessonStates];
