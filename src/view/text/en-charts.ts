/** The words of the charts, in English. Shares come as 0 to 1. */
import type { Bin, Distribution, Measure } from '../../group/picture/distribution.ts';
import type { MethodMark, MethodsPicture } from '../../group/picture/methods.ts';
import type { QuadrantsPicture } from '../../group/picture/quadrants.ts';
import type { ScalingPicture } from '../../group/picture/scaling.ts';
import type { Caution } from '../../stats/caution.ts';
import type { Interval } from '../../stats/interval.ts';
import type { Quadrant } from '../../stats/quadrants.ts';
import { inPercent, inPoints, percent } from '../percent.ts';
import { count, decimals } from '../format.ts';
import { cautionText } from './en-cautions.ts';
import { methodTexts } from './en-methods.ts';

const some = (n: number, one: string, more: string): string =>
  `${count(n)} ${n === 1 ? one : more}`;
const questions = (n: number): string => some(n, 'question', 'questions');
const bounds = ({ low, high }: Interval): string => `95 % from ${inPercent(low)} to ${inPercent(high)}`;

const names: Readonly<Record<string, string>> = methodTexts.names;
const nameOf = (series: string): string => names[series] ?? series;
/** In the middle of a sentence. */
const within = (series: string): string => {
  const name = nameOf(series);
  return name.charAt(0).toLowerCase() + name.slice(1);
};
const list = (parts: readonly string[]): string =>
  parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`;

type Words = Readonly<Record<MethodsPicture['scored'], string>>;

/** After how many questions. */
const OVER: Words = {
  truth: 'with a known answer',
  given: 'with a rubric of the data set, by the mean score of what was chosen',
  rubric: 'without a known answer, by the mean reward of what was chosen',
  nothing: 'without a known answer',
};

/** How whiskers were found, which may be in several ways. */
function intervals(manners: readonly MethodMark['manner'][]): string {
  const has = (manner: MethodMark['manner']): boolean => manners.includes(manner);
  const resampled = !has('large-sample')
    ? 'the bootstrap over questions'
    : has('bootstrap')
      ? 'the bootstrap over questions, by its expansion for more than 200 except where a few decide'
      : 'the bootstrap over questions, of more than 200 by its expansion, without resampling';
  const ways = [
    ...(has('wilson') ? ['Wilson’s for one right or wrong a question'] : []),
    ...(has('bootstrap') || has('large-sample') ? [resampled] : []),
  ];
  return ways.length === 0 ? '' : ` The whiskers are intervals of 95 %: ${ways.join('; else ')}.`;
}

/** Methods that were asked for and have no line in the curve. */
const unscaled = (absent: readonly string[]): string =>
  absent.length === 0
    ? ''
    : ` Without a line: ${list(absent.map(within))}; at each smaller G the model would have to be asked anew.`;

/** Of one or several methods, or of all. */
function caution(one: Caution, methods: readonly string[]): string {
  const text = cautionText(one);
  // It says itself of how many questions, whichever the method.
  if (methods.length === 0 || one.kind === 'few-questions') return text;
  const of = list(methods.map(within));
  return `${of.charAt(0).toUpperCase()}${of.slice(1)}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

const measures = {
  reward: { one: 'reward', title: 'Rewards of the answers' },
  advantage: { one: 'advantage', title: 'Advantages of the answers' },
} satisfies Record<Measure, { one: string; title: string }>;

const binName = ({ from, to, closed }: Bin): string => {
  if (from === to) return count(from);
  if (from === -Infinity) return `below ${decimals(to)}`;
  if (to === Infinity) return `${decimals(from)} and above`;
  return closed ? `${decimals(from)} to ${decimals(to)}` : `${decimals(from)} to below ${decimals(to)}`;
};

const quadrantNames = {
  'agree-right': 'Agrees with the vote, right',
  'agree-wrong': 'Agrees with the vote, wrong',
  'disagree-right': 'Differs from the vote, right',
  'disagree-wrong': 'Differs from the vote, wrong',
} satisfies Record<Quadrant, string>;

export const chartTexts = {
  name: nameOf,
  caution,
  table: 'As a table',
  tableOf: (title: string) => `${title}, as a table`,
  save: 'Save',
  saveAs: (format: string, title: string) => `Save as ${format}: ${title}`,
  notDrawn: 'This browser could not draw the picture. Save it as SVG.',
  noTruth: 'Nothing to draw: none of these questions has a known answer.',
  nothing: 'No question passes the filters.',
  filtered: 'Choose a part to see only its questions in the other pictures and in the list.',
  selected: 'The questions were chosen by how they came out: their shares say nothing of others.',
  head: {
    method: 'Method',
    group: 'G',
    questions: 'Questions',
    scored: { truth: 'Right', given: 'Mean data set’s score', rubric: 'Mean reward', nothing: 'Right' } satisfies Words,
    from: '95 % from',
    to: '95 % to',
    ahead: 'Synthesis minus it',
    written: 'Tokens written',
    read: 'Tokens read',
    seconds: 'Seconds',
    rollouts: 'Answers',
    flat: 'Of groups with equal rewards',
    lower: 'From',
    upper: 'To',
    share: 'Share',
    vote: 'Synthesis and vote',
    what: 'Synthesis',
  },

  scaling: {
    title: 'Accuracy against G',
    caption: ({ questions: n, absent, manners }: ScalingPicture) =>
      `${questions(n)} with a known answer. At each smaller G the mean over all choices of G from the same answers; of the synthesis, which had to be written anew, those that were drawn. So the points hang together.${unscaled(absent)}${intervals(manners)}`,
    x: 'answers sampled, G',
    y: 'right, %',
    /** `few`: of how many questions, where not of all. */
    point: (series: string, group: number, found: Interval, few: number | null) =>
      `${nameOf(series)}, G ${count(group)}: ${percent(found.estimate)} right, ${bounds(found)}${
        few === null ? '' : `, of ${questions(few)}`
      }`,
    paper: 'Show the paper’s figures',
    paperName: (series: string) => `Paper: ${within(series)}`,
    paperPoint: (series: string, group: number, share: number) =>
      `The paper’s, another model and set: ${within(series)}, G ${count(group)}: ${percent(share)} right`,
    paperCaption: (model: string, set: string) =>
      ` Dotted: the paper’s, another model and set (arXiv 2509.14234, ${model} on ${set}; which version has them is not confirmed); only these points are known, without intervals.`,
  },

  methods: {
    title: 'Methods compared',
    scoredBy: 'Scored by:',
    ways: { truth: 'known answers', given: 'the data set’s rubric', rubric: 'rewards by criteria', nothing: 'nothing' } satisfies Words,
    caption: ({ scored, questions: n, marks }: MethodsPicture) =>
      `${questions(n)} ${OVER[scored]}. The dashed line is the synthesis.${intervals(marks.map(({ manner }) => manner))}`,
    x: { truth: 'right, %', given: 'mean data set’s score, %', rubric: 'mean reward, %', nothing: 'right, %' } satisfies Words,
    point: ({ name, score, questions: n, difference }: MethodMark) =>
      `${nameOf(name)}: ${percent(score.estimate)}, ${bounds(score)}, of ${questions(n)}${
        difference === null
          ? ''
          : `; the synthesis minus it: ${inPoints(difference.estimate)} points, 95 % from ${inPoints(difference.low)} to ${inPoints(difference.high)}`
      }`,
  },

  cost: {
    title: 'Tokens against accuracy',
    caption: ({ scored, questions: n, marks }: MethodsPicture, voted: boolean) =>
      `${questions(n)} ${OVER[scored]}; tokens are those written for a question, on average. ${
        voted ? 'The line of the vote goes through each G; the vertical line is what the synthesis takes: at equal compute, compare along it.' : 'The vertical line is what the synthesis takes.'
      }${intervals(marks.map(({ manner }) => manner))}`,
    x: 'tokens written for a question',
    vote: 'Majority vote at each G',
    point: (name: string, tokens: number, score: Interval) =>
      `${nameOf(name)}: ${percent(score.estimate)}, ${bounds(score)}, for ${count(tokens)} tokens`,
    votePoint: (group: number, tokens: number, score: Interval) =>
      `Majority vote at G ${count(group)}: ${percent(score.estimate)}, ${bounds(score)}, for about ${count(tokens)} tokens`,
  },

  distribution: {
    title: (measure: Measure) => measures[measure].title,
    caption: ({ measure, questions: n, rollouts, unknown, flat }: Distribution) =>
      [
        `${some(rollouts, 'answer', 'answers')} to ${questions(n)}.`,
        ...(measure === 'advantage'
          ? ['An advantage is the reward less its group’s mean, in standard deviations of the group.']
          : []),
        `Hatched: ${questions(flat)} whose answers all have the same reward, and which teach nothing.`,
        ...(unknown === 0 ? [] : [`${some(unknown, 'answer', 'answers')} without a reward left out.`]),
      ].join(' '),
    x: (measure: Measure): string => (measure === 'reward' ? 'reward' : 'advantage, standard deviations'),
    y: 'answers',
    bin: binName,
    tick: ({ from, to }: Bin) => {
      if (from === to) return count(from);
      if (from === -Infinity) return '≤ −3';
      return to === Infinity ? '≥ 3' : decimals((from + to) / 2).replace(/\.?0+$/, '');
    },
    point: (measure: Measure, bin: Bin, n: number, of: number, flat: number) =>
      `${measures[measure].one} ${binName(bin)}: ${some(n, 'answer', 'answers')}${
        of === 0 ? '' : `, ${percent(n / of)}`
      }${flat === 0 ? '' : `, ${count(flat)} of them from groups with equal rewards`}`,
  },

  quadrants: {
    title: 'Synthesis and vote',
    caption: ({ questions: n }: QuadrantsPicture) =>
      `${questions(n)} with a known answer. Where both agree they are right or wrong together: only where they differ can one be ahead.`,
    agree: 'agree',
    differ: 'differ',
    right: 'synthesis right',
    wrong: 'synthesis wrong',
    name: quadrantNames,
    /** Begins with what is seen, so that who speaks to the page can call it by that. */
    point: (quadrant: Quadrant, n: number, of: number) =>
      `Synthesis ${quadrant.endsWith('right') ? 'right' : 'wrong'} ${count(n)}${of === 0 ? '' : ` ${percent(n / of)}`}, where it ${quadrant.startsWith('agree') ? 'agrees with' : 'differs from'} the vote`,
    share: (n: number, of: number) => (of === 0 ? '' : percent(n / of)),
    allWrong: (n: number, rescued: number) =>
      `Only where no answer is right: ${questions(n)}, the synthesis right in ${count(rescued)}`,
    rescued: 'No answer right, the synthesis is',
    none: 'No answer right',
  },
};
