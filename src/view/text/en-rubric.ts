/** The rubric's words, in English: criteria, verdicts, who judged, and what a person changes. */
import type { Rubric } from '../../reward/rubric/rubric.ts';
import type { Pair } from '../../reward/rubric/score.ts';
import { count, decimals, plain, seconds } from '../format.ts';

const some = (n: number, one: string, more: string): string =>
  `${count(n)} ${n === 1 ? one : more}`;

/** Places count from 0 in the records and from 1 on the page. */
const name = (index: number): string => String(index + 1);

const column = (of: number | 'synthesis'): string =>
  of === 'synthesis' ? 'the synthesis' : `answer ${name(of)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const rubricTexts = {
  heading: 'Rubric',
  hint: 'Criteria from the synthesis, and a verdict on every answer by each of them.',
  empty: 'Criteria and verdicts will stand here.',
  waiting: 'Waits for the synthesis: it alone decides the criteria.',
  none: {
    stopped: 'There is no rubric: the run was stopped before.',
    failed: 'There is no rubric.',
    unusable: 'None of the model’s lines could be used as a criterion, so nothing was judged.',
  },
  judges: {
    self: 'The model judges itself.',
    selfWhy:
      'The paper asks an independent judge: in the settings a second model can be loaded as one.',
    independent: (id: string) => `Judged by ${id}, an independent model.`,
    loading: (id: string) => `Loading ${id} as the judge`,
    ready: (id: string) => `${id} judges the next question, as an independent model.`,
    cancel: 'Cancel',
    unload: (id: string) => `Let go of ${id}`,
  },

  table: 'Verdicts by criterion and answer',
  criterion: 'Criterion',
  rollout: (index: number) => `Answer ${name(index)}`,
  synthesis: 'Synthesis',
  reward: 'Reward',
  advantage: 'Advantage',
  given: 'Data set’s score',
  nothing: '–',
  notAsked: 'The synthesis is not judged by what it proposed itself.',
  values: {
    yes: 'yes',
    no: 'no',
    unreadable: 'unreadable',
    missing: 'not yet',
  } satisfies Record<Pair['value'], string>,
  notJudged: 'not judged',
  tied: 'tied',
  byYou: 'by you',
  agree: (same: number, of: number) => `${count(same)} of ${count(of)}`,
  weight: (weight: number) => `weight ${plain(weight)}`,
  points: (points: number) => `${points > 0 ? '+' : '−'}${plain(Math.abs(points))} points of the data set`,
  off: 'off',
  written: 'yours',
  cell: (criterion: number, of: number | 'synthesis', value: string, more: readonly string[]) =>
    [`Criterion ${name(criterion)}, ${column(of)}: ${value}`, ...more].join(', '),
  keys: 'Arrow keys move from cell to cell; Enter shows the evidence.',

  totals: {
    yes: (n: number) => `${count(n)} yes`,
    no: (n: number) => `${count(n)} no`,
    unreadable: (n: number) => `${count(n)} unreadable`,
    missing: (n: number) => `${count(n)} not judged`,
    overruled: (n: number) => `${count(n)} overruled by you`,
    agreement: (share: number) => `${percent(share)} of the repeated verdicts agree`,
    ties: (n: number) => `${some(n, 'tie counts', 'ties count')} as no`,
  },
  unreadableWhy: 'A verdict that cannot be read counts as not met. It is kept and can be overruled.',

  evidence: {
    heading: (criterion: number, of: number | 'synthesis') =>
      `Criterion ${name(criterion)} · ${column(of)}`,
    label: 'Evidence of a verdict',
    close: 'Close the evidence',
    missing: 'The judge has not been asked, so there is nothing to overrule.',
    yours: 'Your verdict',
    says: { yes: 'yes', no: 'no', back: 'as judged' },
    backWhy: 'Takes your verdict back.',
    said: (value: string) => `The judge said ${value}.`,
    unreadable: 'The judge’s words hold no verdict.',
    nth: (repeat: number, of: number) => `Verdict ${name(repeat)} of ${count(of)}`,
    noReason: 'It gave no reason.',
    order: { true: 'answer before the criterion', false: 'answer after the criterion' },
    place: (at: number) => `asked as number ${name(at)}`,
    cost: (tokens: number, read: number, time: number) =>
      `${some(tokens, 'token', 'tokens')} written, ${count(read)} read, ${seconds(time)}`,
    cut: 'cut off at its limit',
    failed: 'failed',
    words: 'Its words as they came',
    show: (of: number | 'synthesis') => `Show ${column(of)}`,
    agreement: (same: number, of: number) => `${count(same)} of ${count(of)} readable verdicts agree.`,
    tied: 'As many say yes as no: that counts as no.',
  },

  criteria: {
    heading: 'Change the criteria',
    hint:
      'A weight counts against the other weights. Changed words lose their verdicts; the judge can ' +
      'be asked again. Undo brings the words back, not the verdicts.',
    counts: (at: number) => `Criterion ${name(at)} counts`,
    text: (at: number) => `Text of criterion ${name(at)}`,
    weight: (at: number) => `Weight of criterion ${name(at)}`,
    weightHead: 'Weight',
    remove: (at: number) => `Remove criterion ${name(at)}`,
    add: 'Add',
    addLabel: 'A criterion of your own, to be answered by yes or no',
    addPlaceholder: 'Says …',
    undo: 'Undo',
    empty: 'A criterion needs words.',
    same: 'This criterion is there already.',
    badWeight: 'A weight is a number above 0.',
    keys: 'Enter keeps a changed text, Escape takes it back.',
  },
  refused: (n: number) => `${some(n, 'line was', 'lines were')} refused`,
  why: {
    empty: 'empty',
    duplicate: 'the same as another',
    'not-a-criterion': 'not a criterion',
    'too-long': 'too long',
    'too-many': 'more than 12',
  } satisfies Record<Rubric['refused'][number]['why'], string>,
  proposal: 'The model’s words as they came',

  judge: (calls: number) => `Judge what is missing (${some(calls, 'call', 'calls')})`,
  repeat: (calls: number) => `Ask once more, in another order (${some(calls, 'call', 'calls')})`,

  settings: {
    heading: 'Judging open questions',
    repeats: 'Verdicts on each pair',
    repeatsHint: 'How often the judge is asked about each answer and criterion. The majority counts.',
    permute: 'Orders in turn',
    permuteHint:
      'Criteria in random order, the answer before and after the criterion in turn: small judges are ' +
      'swayed by both.',
  },

  progress: {
    rubric: 'Proposes the criteria',
    verdicts: (done: number, total: number) => `Verdict ${count(done)} of ${count(total)}`,
    left: (time: number) => `about ${time < 90 ? `${count(Math.max(1, Math.round(time)))} s` : `${count(Math.round(time / 60))} min`} left`,
    timing: 'the first calls tell how long it takes',
    label: 'Progress of the judging',
    stop: 'Stop',
  },

  verdict: {
    headline: (mean: number) => `Answers meet ${percent(mean)} of the criteria on average`,
    none: 'No answer has a reward.',
    empty: 'Rewards are compared here.',
    waiting: 'Waits for the synthesis.',
    judging: 'The judge is at work.',
    sentence: (best: readonly number[], reward: number, worst: number) =>
      reward === worst
        ? `Every answer has the reward ${decimals(reward)}, so none stands out.`
        : `${capital(bestOf(best))} most: ${decimals(reward)}. The lowest reward is ${decimals(worst)}.`,
    mean: 'Mean reward',
    best: 'Highest reward',
    andOthers: (n: number) => `and ${some(n, 'other', 'others')}`,
    criteria: 'Criteria that count',
    notJudged: 'not judged yet',
    unreadable: (n: number) => (n === 0 ? 'all verdicts readable' : `${some(n, 'verdict', 'verdicts')} unreadable`),
    given: (parts: readonly string[]) => `By the data set’s own points: ${parts.join(', ')}.`,
    givenMean: (mean: string) => `an answer has ${mean} on average`,
    givenSynthesis: (score: string) => `the synthesis has ${score}`,
    changed: (index: number, from: number, to: number) =>
      `Answer ${name(index)}: reward ${decimals(to)}, was ${decimals(from)}.`,
    unchanged: 'The rewards stay as they were.',
  },
};

const bestOf = (indices: readonly number[]): string =>
  indices.length === 1
    ? `answer ${name(indices[0] ?? 0)} meets`
    : `answers ${indices.map(name).join(', ')} meet`;

const percent = (share: number): string => `${count(Math.round(share * 100))} %`;
