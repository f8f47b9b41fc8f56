/** The words of the table of methods, in English. */
import type { MethodName } from '../../baseline/selection.ts';
import type { FigureName } from '../../group/figures.ts';
import type { Why } from '../methods/methods-rows.ts';
import { count, decimals, seconds } from '../format.ts';

const some = (n: number, one: string, more: string): string =>
  `${count(n)} ${n === 1 ? one : more}`;

const name = (index: number): string => String(index + 1);

export const methodTexts = {
  heading: 'Methods',
  hint: 'What each way to one answer comes to, and what it costs.',
  table: 'Methods side by side',
  columns: {
    method: 'Method',
    chose: 'Chose',
    right: 'Right',
    score: 'Reward',
    written: 'Tokens written',
    read: 'Tokens read',
    time: 'Time',
    why: 'Evidence',
  },
  names: {
    single: 'Single answer',
    majority: 'Majority vote',
    majorityEqualCompute: 'Majority at equal compute',
    bestOfN: 'Best of N',
    perplexity: 'Least perplexity',
    mutualPredictability: 'Mutual predictability',
    judgeScore: 'Judge score',
    selfConsistency: 'Self-consistency',
    synthesis: 'Synthesis',
    oracle: 'Oracle',
  } satisfies Record<FigureName, string>,
  what: (group: number) =>
    ({
      single: `any one of the ${count(group)}, on average`,
      majority: `the most frequent of ${count(group)} answers`,
      majorityEqualCompute: `the same over ${count(group + 1)}, as many calls as the synthesis takes`,
      bestOfN: 'the model reads all and names one',
      perplexity: 'the one whose own words the model held likeliest',
      mutualPredictability: 'the one that the others foretell best',
      judgeScore: 'judged to say what the synthesis says, the first such',
      selfConsistency: 'the model names the one most consistent with the others',
      synthesis: 'written anew from all of them',
      oracle: 'any of them right: what no choice can beat',
    }) satisfies Record<FigureName, string>,
  best: 'the highest of all: what no choice can beat',

  answer: (index: number) => `Answer ${name(index)}`,
  oracle: (right: number, group: number) => `${count(right)} of ${count(group)} right`,
  share: (share: number) => `${count(Math.round(share * 100))} %`,
  right: 'right',
  wrong: 'wrong',
  undecided: 'undecided',
  unknown: 'not known',
  nothing: '–',
  seconds,
  why: {
    'not-asked': 'not asked for: the settings offer what this model can do',
    'not-sampled': 'needs one more answer: switch on the vote at equal compute',
    'no-votes': 'no answer to vote for',
    'no-answer': 'no final answer in it',
    'not-judged': 'not judged: it proposed the criteria itself',
    'no-score': 'needs log-probabilities of given text: not on this engine',
    'not-taught': 'this model was not taught to do it',
    'nothing-to-choose': 'nothing to choose from: no answer ended by itself, or no synthesis did',
    unreadable: 'the model’s words name none',
    'no-room': 'does not fit what the model can read at once',
    fault: 'it failed',
    unfinished: 'stopped before its calls had ended: Continue asks the rest',
  } satisfies Record<Why, string>,
  noOwnScores: 'the answers came without log-probabilities',

  evidence: {
    show: (method: string) => `show the evidence of ${method}`,
    word: 'show',
    scores: 'Scores',
    scoreOf: {
      perplexity: 'Mean log-probability of its own tokens, nearer to 0 is better.',
      mutualPredictability: 'Mean log-probability after the others, nearer to 0 is better.',
      judgeScore: '1: the judge says it is equivalent to the synthesis.',
      bestOfN: '',
      selfConsistency: '',
    } satisfies Record<MethodName, string>,
    rollout: 'Answer',
    score: 'Score',
    value: (score: number | null) => (score === null ? '–' : decimals(score)),
    calls: (n: number) => some(n, 'call', 'calls'),
    about: (index: number) => `about answer ${name(index)}`,
    order: (indices: readonly number[]) => `It read the answers ${indices.map(name).join(', ')}, in this order.`,
    cost: (tokens: number, read: number, time: number) =>
      `${some(tokens, 'token', 'tokens')} written, ${count(read)} read, ${seconds(time)}`,
    scored: 'Nothing was written: a given text was scored.',
    cut: 'cut off at its limit',
  },

  settings: 'Settings of the methods',
  progress: (method: string, done: number, total: number) =>
    `${method}: ${count(done)} of ${count(total)} calls`,
  progressLabel: 'Progress of the methods',

  choose: {
    heading: 'Methods to compare',
    hint: 'Off, they cost nothing. The votes, the synthesis and the oracle are always there.',
    extra: ({ calls, scored }: { readonly calls: number; readonly scored: number }) => {
      if (calls > 0) return `${some(calls, 'more call', 'more calls')} a question.`;
      return scored > 0 ? `${some(scored, 'text', 'texts')} scored a question.` : 'No more calls.';
    },
    cannot: {
      'no-score': 'Not on this engine: it gives no log-probabilities of given text.',
      'not-taught': 'The loaded model was not taught to do it.',
    },
    sum: (calls: number, scored: number) =>
      `Together ${[some(calls, 'more call', 'more calls'), ...(scored > 0 ? [`${some(scored, 'scored text', 'scored texts')}`] : [])].join(' and ')} for every question.`,
    all: 'All',
    none: 'None',
  },
};
