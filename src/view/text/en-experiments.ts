/** The words of the experiments, in English. */
import type { NoFigure } from '../../group/accuracy.ts';
import type { Recipe } from '../../group/recipe.ts';
import type { Question } from '../../question/question.ts';
import type { RunState } from '../../run/experiments.ts';
import type { Scored } from '../../run/report.ts';
import type { Settings } from '../../run/settings.ts';
import type { Quadrant } from '../../stats/quadrants.ts';
import * as numbers from '../experiment/numbers.ts';
import * as format from '../format.ts';
import { inPercent, inPoints, percent } from '../percent.ts';
import { count, decimals, gigabytes, plain } from '../format.ts';
import { cautionText } from './en-cautions.ts';

const some = (n: number, one: string, more: string): string =>
  `${count(n)} ${n === 1 ? one : more}`;

const chance = (p: number): string => numbers.chance(p, 'below');
const duration = (seconds: number): string => format.duration(seconds, 'days');

const questions = (n: number): string => some(n, 'question', 'questions');

const bounds = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${inPoints(low)} to ${inPoints(high)}`;

interface Span {
  readonly from: number;
  readonly to: number;
}

const span = ({ from, to }: Span): string => {
  if (from === -Infinity) return `below ${decimals(to)}`;
  if (to === Infinity) return `from ${decimals(from)}`;
  return from === to ? decimals(from) : `${decimals(from)} to ${decimals(to)}`;
};

const model = ({ model: name, engine }: Recipe['policy']): string => `${name} on ${engine}`;

/** What decides a group, besides the prompts, in words. */
const decides = ({
  group,
  sampling,
  seed,
  questionVisible,
  equalCompute,
  methods = [],
}: Omit<Settings, 'prompts' | 'judging'>): string[] => [
  `G ${count(group)}`,
  `temperature ${plain(sampling.temperature)}`,
  ...(sampling.topP < 1 ? [`top-p ${plain(sampling.topP)}`] : []),
  ...(sampling.topK > 0 ? [`top-k ${plain(sampling.topK)}`] : []),
  `up to ${some(sampling.maxTokens, 'token', 'tokens')} an answer`,
  `seed ${seed}`,
  questionVisible ? 'question visible to the synthesis' : 'question-blind',
  ...(equalCompute ? ['vote at equal compute'] : []),
  ...(methods.length > 0 ? [some(methods.length, 'more method', 'more methods')] : []),
];

export const experimentTexts = {
  heading: 'Experiments',
  hint: 'Many questions with the same settings, and what came of them.',
  back: 'All experiments',
  questions,

  list: {
    heading: 'Runs',
    create: 'New experiment',
    reading: 'Reading what is kept here …',
    empty: 'No experiment has been run here yet.',
    emptyHint:
      'An experiment asks the loaded model many questions and tells how often the synthesis, the vote and ' +
      'every other method is right. Choose a set of questions to begin; nano’s own problems are at hand. ' +
      'A run can be paused, survives a closed tab, and goes on where it stood.',
    open: (name: string) => `Open ${name}`,
    columns: {
      name: 'Name',
      set: 'Questions',
      model: 'Model',
      group: 'G',
      done: 'Done',
      state: 'State',
      when: 'Begun',
      actions: 'Actions',
    },
    done: (done: number, planned: number) => `${count(done)} of ${count(planned)}`,
    missed: (n: number) => `${count(n)} missed`,
    states: {
      done: 'done',
      paused: 'paused',
      here: 'running',
      elsewhere: 'running in another tab',
    } satisfies Record<RunState, string>,
    rename: 'Rename',
    renameLabel: (name: string) => `Rename: ${name}`,
    remove: 'Delete',
    removeLabel: (name: string) => `Delete: ${name}`,
    table: 'Experiments that are kept here',
  },

  name: {
    label: 'Name of the experiment',
    save: 'Save',
    cancel: 'Cancel',
  },

  actions: {
    pause: 'Pause',
    resume: 'Resume',
    again: 'Try what was missed again',
    takeOver: 'Take over',
    takeOverHint: 'Another tab works on it. What is done there shows here; taking over stops it there.',
    anew: 'Ask the same anew',
    anewHint: 'A new run of these questions with these settings and the model that is loaded; this one stays as it is. For other answers change the seed.',
    print: 'Print',
    compare: 'Compare',
    label: (what: string, name: string) => `${what}: ${name}`,
  },

  create: {
    heading: 'New experiment',
    set: 'Questions',
    chosen: (name: string, n: number) => `${name}: ${questions(n)}.`,
    none: 'No questions are taken yet: choose them above, and press “Use”.',
    settings: 'Settings',
    settingsHint: 'They are written down with the run and stay as they are, whatever is set later.',
    withModel: (id: string) => `Asks ${id}`,
    noModel: 'No model is loaded yet',
    words: (settings: Settings) => decides(settings),
    ownPrompts: (of: Question['kind'] | 'all') =>
      ({
        all: 'own prompts',
        open: 'own prompts for open questions',
        verifiable: 'own prompts for questions with a final answer',
      })[of],
    change: 'Change the settings',
    models: 'Another model',
    count: 'How many',
    countHint: (n: number) => `The first so many of ${questions(n)}.`,
    countInvalid: (n: number) => `A whole number from 1 to ${count(n)}.`,
    name: 'Name of the run',
    estimate: 'What it takes',
    estimating: 'Reckoning …',
    time: (seconds: number) => `About ${duration(seconds)}`,
    timeUnknown: 'Nothing like it has been run here, so nobody knows how long it takes',
    space: (bytes: number) => `about ${gigabytes(bytes)} of storage`,
    free: (bytes: number) => `${gigabytes(bytes)} are free`,
    tooLittle: 'That is more than there is: the run would pause when the storage is nearly full.',
    start: (n: number) => `Start with ${questions(n)}`,
    startNone: 'Start',
    starting: 'Waiting for the model …',
    busy: 'Another experiment is running in this tab. Starting this one pauses it.',
    known: 'Answers that are kept here to the same question, by the same model, settings and seed, are taken as they are.',
    title: (set: string, first: number | null, g: number) =>
      `${set}${first === null ? '' : `, the first ${count(first)}`}, G ${count(g)}`,
  },

  scale: {
    label: 'Synthesis of smaller groups',
    legend: 'Synthesis at smaller G',
    size: (n: number) => `G ${count(n)}`,
    hint: 'Every other line follows from the answers; the synthesis has to be written anew, from some of them.',
    hintNew: 'Written after each question from some of its answers, for the curve of accuracy against G. None is needed, and each takes time.',
    takes: ({ calls, seconds }: { readonly calls: number; readonly seconds: number | null }) =>
      `${some(calls, 'synthesis', 'syntheses')} to write, ` +
      (seconds === null ? 'nobody knows how long that takes here.' : `about ${duration(seconds)}.`),
    all: 'All of them are written.',
    among: (n: number) => `${some(n, 'synthesis', 'syntheses')} of smaller groups`,
    start: (n: number) => `Write ${some(n, 'synthesis', 'syntheses')}`,
    busy: 'Another experiment is running in this tab. Starting this pauses it.',
    progress: (done: number, total: number) => `${count(done)} of ${some(total, 'synthesis', 'syntheses')} written`,
    stop: 'Stop',
  },

  progress: {
    label: 'Progress of the experiment',
    text: (done: number, total: number) => `${count(done)} of ${questions(total)} done`,
    left: (seconds: number) => `about ${duration(seconds)} left`,
    leftUnknown: 'time left not known yet',
    inFlight: 'In flight',
    sampling: (ended: number, all: number) => `${count(ended)} of ${count(all)} answers`,
    synthesis: 'writes the synthesis',
    assessing: 'judges the answers',
    said: (done: number, total: number) => `${count(done)} of ${questions(total)} done.`,
    elsewhere: 'Another tab works on this run.',
    paused: 'Paused: it goes on where it stood.',
  },

  run: {
    reading: 'Reading the run …',
    gone: 'There is no such run here.',
    goneHint: 'It may have been deleted, or it is kept in another browser.',
    nothing: 'No question has been answered yet.',
    facts: ({ policy, ...recipe }: Recipe) => [model(policy), ...decides(recipe)],
    judge: (name: string, itself: boolean) => (itself ? `${name} judges itself` : `judged by ${name}`),
    begun: (when: string) => `begun ${when}`,
    from: (set: string) => `Questions from ${set}`,
  },

  report: {
    heading: 'Report',
    table: (over: string) => `Methods with their intervals and costs. ${over}`,
    over: {
      truth: (n: number) => `Over ${questions(n)} with a known answer.`,
      given: (n: number) => `Over ${some(n, 'open question', 'open questions')} by the rubric of the data set; mean scores.`,
      rubric: (n: number) => `Over ${some(n, 'open question', 'open questions')} by CaT’s own criteria; mean rewards.`,
      nothing: (_n: number) => 'No question has a known answer or a verdict.',
    } satisfies Record<Scored['scored'], (n: number) => string>,
    left: (n: number) => `${some(n, 'question has', 'questions have')} neither a known answer nor a verdict, and no part in any figure.`,
    columns: {
      method: 'Method',
      scored: { truth: 'Right', given: 'Data set’s score', rubric: 'Reward', nothing: 'Right' } satisfies Record<Scored['scored'], string>,
      interval: '95 % interval',
      difference: 'Synthesis − it, points',
      written: 'Tokens written',
      read: 'Tokens read',
      time: 'Time',
      notes: 'Notes',
    },
    costHint: 'Tokens and time are means for one question.',
    interval: ({ low, high }: { readonly low: number; readonly high: number }) =>
      `${inPercent(low)} to ${inPercent(high)}`,
    difference: ({ estimate, low, high }: { readonly estimate: number; readonly low: number; readonly high: number }) =>
      `${inPoints(estimate)} (${bounds({ low, high })})`,
    nothing: '–',
    none: (reason: NoFigure) => NONE[reason],
    noChoice: (reason: NoFigure, n: number) => `${NONE[reason]}: ${questions(n)}`,
    gap: (synthesis: number, majority: number, gap: { readonly estimate: number; readonly low: number; readonly high: number }) =>
      `The synthesis is right on ${percent(synthesis)}, the majority vote on ${percent(majority)}: ` +
      `${inPoints(gap.estimate)} points (95 % ${bounds(gap)}).`,
    mcnemar: (onlyMajority: number, onlySynthesis: number, p: number) =>
      `Only the synthesis is right on ${questions(onlySynthesis)}, only the majority on ` +
      `${questions(onlyMajority)}: McNemar’s exact test gives p = ${chance(p)}.`.replace('p = below', 'p below'),
    disagree: (n: number, right: number | null) =>
      (n === 0 ? 'They answer alike on every question' : `They answer differently on ${questions(n)}`) +
      (right === null || n === 0 ? '.' : `; the synthesis is right on ${count(right)} of them.`),
    allWrong: (n: number, rescued: number) =>
      n === 0
        ? 'There is no question on which every answer is wrong.'
        : `On ${questions(n)} every answer is wrong, so that no vote can be right; the synthesis is right on ${count(rescued)} of them.`,
    agreement: ({ estimate, low, high }: { readonly estimate: number; readonly low: number; readonly high: number }) =>
      `Two answers to the same question agree in ${percent(estimate)} (95 % ${inPercent(low)} to ${inPercent(high)}).`,
    undecided: (n: number) =>
      `${some(n, 'comparison', 'comparisons')} with the known answer stayed undecided and ${n === 1 ? 'counts' : 'count'} as wrong.`,
    missed: (n: number) => `${questions(n)} ended without an outcome:`,
    missedMore: (n: number) => `and ${count(n)} more`,
    at: (index: number) => `question ${count(index + 1)}`,
    cautions: 'Cautions',
  },

  caution: cautionText,

  charts: { heading: 'Pictures' },

  groups: {
    heading: 'Questions',
    passing: (n: number, all: number) =>
      n === all ? (all === 1 ? 'The one question' : `All ${questions(all)}`) : `${count(n)} of ${questions(all)} ${n === 1 ? 'passes' : 'pass'} the filters`,
    none: 'No question passes all filters.',
    table: 'Questions with what majority and synthesis came to',
    open: 'Open:',
    columns: { number: 'No.', question: 'Question', majority: 'Majority', synthesis: 'Synthesis' },
    right: 'right',
    wrong: 'wrong',
    unknown: 'not known',
    differs: 'differ',
    share: {
      truth: (share: string) => `${share} right`,
      given: (share: string) => `data set’s score ${share}`,
      rubric: (share: string) => `reward ${share}`,
      nothing: (share: string) => share,
    } satisfies Record<Scored['scored'], (share: string) => string>,
    pages: 'Pages of questions',
    before: 'Earlier',
    after: 'Later',
    range: (from: number, to: number, all: number) =>
      `${count(from)} to ${count(to)} of ${count(all)}`,
  },

  filters: {
    label: 'Active filters',
    quadrant: {
      'agree-right': 'synthesis agrees with the majority, right',
      'agree-wrong': 'synthesis agrees with the majority, wrong',
      'disagree-right': 'synthesis differs from the majority, right',
      'disagree-wrong': 'synthesis differs from the majority, wrong',
    } satisfies Record<Quadrant, string>,
    allWrong: 'every answer wrong',
    reward: (bin: Span) => `an answer with reward ${span(bin)}`,
    advantage: (bin: Span) => `an answer with advantage ${span(bin)}`,
    clear: (name: string) => `Clear the filter: ${name}`,
    all: 'Clear all filters',
  },

  compare: {
    heading: 'Compare with another run',
    choose: 'Run to compare with',
    nothing: 'choose a run',
    none: 'There is no other run with an answered question here.',
    end: 'End the comparison',
    first: 'A',
    second: 'B',
    shared: (n: number) => `${questions(n)} in both.`,
    only: (first: number, second: number) =>
      `${count(first)} in A alone, ${count(second)} in B alone: they do not count here.`,
    noneShared: 'The two runs share no answered question, so there is nothing to compare.',
    differ: 'What differs in how they were asked',
    same: 'They were asked in the same way.',
    table: 'Accuracy of each run by method, question by question',
    columns: {
      method: 'Method',
      questions: 'Questions',
      first: 'A',
      second: 'B',
      difference: 'B − A, points',
      only: 'Right in A only, in B only',
      p: 'McNemar’s p',
    },
    chance: (p: number) => chance(p),
    method: 'Questions on which they differ, by',
    list: 'Questions on which the two runs differ',
    noneDiffer: 'On no question do they differ by this method.',
    of: (run: string) => `in run ${run}`,
    change: (name: string, first: string, second: string) => `${name}: ${first} in A, ${second} in B`,
    names: {
      policy: 'Model',
      anchor: 'Anchor',
      judge: 'Judge',
      group: 'G',
      temperature: 'Temperature',
      topP: 'Top-p',
      topK: 'Top-k',
      maxTokens: 'Longest answer',
      seed: 'Seed',
      questionVisible: 'Question shown to the synthesis',
      equalCompute: 'Vote at equal compute',
      prompts: 'Prompts',
      methods: 'Methods',
      rest: 'Other settings',
    },
    noMethods: 'none',
    yes: 'yes',
    no: 'no',
    own: 'one text',
    other: 'another text',
  },
};

const NONE: Readonly<Record<NoFigure, string>> = {
  'not-asked': 'not asked for',
  'no-truth': 'the answer is not known',
  'no-score': 'needs log-probabilities of given text: not on this engine',
  'not-taught': 'this model was not taught to do it',
  'nothing-to-choose': 'nothing to choose from',
  unreadable: 'the model’s words name none',
  'no-room': 'does not fit what the model can read at once',
  fault: 'it failed',
  unfinished: 'stopped before its calls had ended',
};

