/** Every word of the page, in English. Values are plain text; functions take what varies. */
import type { StopReason } from '../../engine/sample.ts';
import type { Recipe } from '../../group/recipe.ts';
import { count, megabytes, plain, rate } from '../format.ts';
import { explainTexts } from './en-explain.ts';
import { kindTexts } from './en-kind.ts';
import { measureTexts } from './en-measure.ts';
import { methodTexts } from './en-methods.ts';
import { rubricTexts } from './en-rubric.ts';
import { settingTexts } from './en-settings.ts';
import { verdictTexts } from './en-verdict.ts';

const some = (n: number, one: string, more: string): string =>
  `${count(n)} ${n === 1 ? one : more}`;

/** Indices count from 0 in the records and from 1 on the page. */
const name = (index: number): string => String(index + 1);
const names = (indices: readonly number[]): string => indices.map(name).join(', ');
const answers = (indices: readonly number[]): string =>
  `${indices.length === 1 ? 'answer' : 'answers'} ${names(indices)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const en = {
  title: 'CaT Lab',
  subtitle: 'Compute as Teacher',
  claim:
    'A language model in this tab answers one question many times, then reads its own answers ' +
    'and reconciles them into one.',
  settings: settingTexts,
  verdict: verdictTexts,
  rubric: rubricTexts,
  explain: explainTexts,
  methods: methodTexts,

  places: {
    label: 'Parts of the page',
    question: 'One question',
    experiments: 'Experiments',
    lessons: 'Lessons',
    /** Beside the link while a run goes on. */
    running: (done: number, total: number) => `${count(done)} of ${count(total)}`,
    coming: 'Fetching this part of the page …',
    failed:
      'This part of the page could not be fetched. The page may have been updated since it was opened, ' +
      'or the connection is gone.',
    again: 'Try again',
    busy: 'An experiment is running in this tab. To ask a question pauses it; what is done is kept.',
    toRun: 'To the experiment',
  },

  model: {
    none: 'No model loaded',
    load: (id: string) => `Load ${id}`,
    loading: (id: string) => `Loading ${id}`,
    bytes: (now: number, all: number | null) =>
      all === null ? megabytes(now) : `${megabytes(now)} of ${megabytes(all)}`,
    files: (done: number, all: number) => `${done} of ${all} files`,
    starting: 'starting',
    calibrating: 'measuring its speed',
    progress: (id: string) => `Loading ${id}`,
    cancel: 'Cancel',
    failed: 'No model',
    again: 'Try again',
    speed: (perSecond: number) => `${rate(perSecond)} tokens/s`,
    measured: (perSecond: number) => `${rate(perSecond)} tokens/s measured at load`,
    threads: (n: number) => some(n, 'thread', 'threads'),
    device: {
      cpu: 'CPU',
      gpu: 'GPU',
      'software-gpu': 'GPU in software',
      remote: 'server',
    },
    decoding: {
      'shared-prompt': 'one batch, its prompt read once',
      batch: 'one batch',
      'in-turn': 'one answer after another',
    },
    room: (slots: number, tokens: number) =>
      `${some(slots, 'answer', 'answers')} at once, up to ${count(tokens)} tokens each`,
    noGpu: (why: string) => `No graphics processor in use. ${why}`,
    label: 'Model',
  },

  question: {
    heading: 'Question',
    hint: 'Edit it, or take another.',
    label: 'The question',
    placeholder: 'A short story problem with whole numbers …',
    another: 'Another problem',
    level: 'Level',
    levels: { easy: 'easy', medium: 'medium', hard: 'hard', expert: 'expert', master: 'master', grandmaster: 'grandmaster' },
    notTaught: 'This model was not taught this level.',
    kind: kindTexts,
    known: 'known answer',
    unknown: 'right answer not known here',
    ask: 'Ask',
    askAndLoad: (id: string) => `Load ${id} and ask`,
    waiting: 'Waiting for the model',
    stop: 'Stop',
    again: 'Run again',
    cached: 'from your earlier run',
    goOn: 'Continue',
    partKept: 'what is done is kept',
    askKey: 'or Ctrl + Enter',
    stopKey: 'or Esc',
  },

  rollouts: {
    heading: (n: number) => some(n, 'answer', 'answers'),
    hint: 'The same model tries independently, from different random seeds.',
    hintOne: 'The model tries once.',
    legend: {
      reward: {
        verifiable: 'Reward 1: says the same as the synthesis',
        open: 'Reward: share of the criteria met',
      },
      logprob: 'log-prob: mean per token, nearer to 0 is surer',
    },
    failed: (indices: readonly number[]) => `${capital(answers(indices))} failed.`,
    extra: 'extra vote',
    extraWhy: 'One more answer for voting at equal compute; the synthesis never reads it.',
    queued: 'waiting',
    writing: 'writing',
    absent: 'no answer',
    right: 'right',
    wrong: 'wrong',
    undecided: 'undecided',
    reward: 'reward',
    rewardWhy: (value: number): string =>
      value === 1 ? 'Says the same as the synthesis.' : 'Does not say the same as the synthesis.',
    fractionWhy: 'The share of the criteria that this answer meets.',
    tokens: (n: number) => some(n, 'token', 'tokens'),
    logprob: 'log-prob',
    logprobWhy: 'Mean log-probability per token: nearer to 0 means the model was surer.',
    label: (index: number) => `Answer ${name(index)}`,
    text: (index: number) => `Text of answer ${name(index)}`,
    stops: {
      end: '',
      length: 'cut off',
      aborted: 'stopped',
      fault: 'failed',
    } satisfies Record<StopReason, string>,
    cutWhy: (limit: number) => `Stopped at the limit of ${count(limit)} tokens; it does not vote.`,
    progress: (done: number, all: number) => `${count(done)} of ${count(all)} done`,
  },

  /** What decided a group, in a line. */
  recipe: ({ policy, group, sampling, seed, questionVisible }: Recipe) =>
    [
      `Asked of ${policy.model} with G ${count(group)}`,
      `temperature ${plain(sampling.temperature)}`,
      ...(sampling.topP < 1 ? [`top-p ${plain(sampling.topP)}`] : []),
      ...(sampling.topK > 0 ? [`top-k ${plain(sampling.topK)}`] : []),
      `seed ${seed}`,
      questionVisible ? 'question visible' : 'question-blind',
    ].join(' · '),

  synthesis: {
    heading: 'Synthesis',
    blind: 'The same model reads the answers, not the question.',
    sighted: 'The same model reads the question and the answers.',
    empty: 'The reconciled answer will be written here.',
    waiting: 'Waits until every answer is there.',
    reading: 'reads the answers',
    stopped: 'Nothing was synthesised: the run was stopped first.',
    failed: 'There is no synthesis.',
    label: 'Text of the synthesis',
    read: (n: number) => `Read ${some(n, 'answer', 'answers')}`,
    readAll: (n: number) => (n === 1 ? 'Read the one answer' : `Read all ${count(n)} answers`),
    shortened: (indices: readonly number[]) =>
      `Of ${answers(indices)}, only the end fitted.`,
    omitted: {
      empty: (indices: readonly number[]) => `Left out ${answers(indices)}: empty.`,
      fault: (indices: readonly number[]) => `Left out ${answers(indices)}: failed.`,
      'no-room': (indices: readonly number[]) => `Left out ${answers(indices)}: no room.`,
    },
    promptTokens: (n: number) => `${some(n, 'token', 'tokens')} in all`,
    order: (indices: readonly number[]) =>
      `In place of {rollouts} stood the answers ${names(indices)}, in this order.`,
    answer: 'says',
    absent: 'no final answer',
    shown: 'with the question',
    hidden: 'question-blind',
    prompt: 'show its prompt',
  },

  beyond: {
    heading: {
      world: 'This is outside nano’s world',
      open: 'Nano was not taught open questions',
      notes: 'This is outside nano’s world',
    },
    text: {
      world:
        'Nano is a very small model. Of questions with a final answer it learned one kind: short story ' +
        'problems with whole numbers, in a few steps of + − × ÷. About others it knows nothing, and whatever ' +
        'it wrote here would be noise.',
      open:
        'An open question needs a model that proposes criteria and judges answers by them. Nano ' +
        'is a very small model that did not learn to do both, so this question is not asked of it. ' +
        'Load an instruct model to ask this.',
      notes:
        'Nano is a very small model. Of open questions it learned to give advice on a few hundred ' +
        'everyday topics, asked in plain words. About anything else it knows nothing, and whatever it ' +
        'wrote here would be noise.',
    },
    example: 'The kind of question it can answer:',
    take: 'Take this one',
    anyway: 'Ask nano anyway',
  },

  loader: {
    heading: 'Load another model',
    text:
      'Any GGUF file that llama.cpp can run, up to 2 GB a file; or a model compiled for WebLLM, for ' +
      'the graphics processor. It is fetched from the address you give and runs in this tab; your ' +
      'questions never leave it.',
    urls:
      'Address of the GGUF file (of a split one its first part, …-00001-of-00003.gguf); or, of a ' +
      'compiled model, its folder on one line and its library (.wasm) on another',
    placeholder: 'https://…/model-q4_0.gguf',
    example: (name: string, size: string) =>
      `An example that nobody has tried here, ${name}, about ${size}:`,
    fill: 'Fill in this address',
    next: 'Continue',
    invalid:
      'Every line must be an address that starts with https:// (or http://localhost); beside a ' +
      'library (.wasm) there is just the folder.',
    ask: (host: string) => `Fetch from ${host}?`,
    confirm: (host: string) => `Fetch from ${host}`,
    warn:
      'That host will see your network address and which file you fetch. The size is not known ' +
      'before it answers; models have hundreds of megabytes, and a CPU writes a few tokens a ' +
      'second with them.',
    cancel: 'Cancel',
    home: (id: string) => `Back to ${id}`,
  },

  loadAs: {
    label: 'The next model is for',
    policy: 'answers and synthesis',
    judge: 'judging open questions',
  },

  measure: measureTexts,

  history: {
    heading: 'Earlier questions',
    kept: {
      browser: 'Kept in this browser only.',
      tab: 'Kept until this tab closes.',
      'tab-from-now': 'Kept in this browser only; new ones until this tab closes.',
    },
    open: 'Open:',
    remove: 'Delete',
    removeLabel: (question: string) => `Delete: ${question}`,
    everything: 'Delete everything',
    size: (n: number) => some(n, 'answer', 'answers'),
    right: 'synthesis right',
    wrong: 'synthesis wrong',
    differs: 'differs from the vote',
    statuses: { running: 'not finished', done: '', stopped: 'stopped', failed: 'failed' },
    more: (n: number) => `Show ${count(n)} more`,
    experiments: 'Questions of experiments are with their runs',
    removed: 'The question and its answers were deleted.',
    removedRun: 'The experiment and its answers were deleted.',
    removedAll: 'Everything was deleted.',
    undo: 'Undo',
    undone: 'Brought back.',
    notUndone: 'There is nothing to bring back.',
    shown: 'shown above',
  },

  fault: {
    label: 'Something went wrong',
    dismiss: 'Dismiss',
  },
  toast: { dismiss: 'Dismiss' },

  said: {
    rollout: (index: number, answer: string | null) =>
      answer === null
        ? `Answer ${name(index)} has ended.`
        : `Answer ${name(index)} has ended: ${answer}.`,
    synthesis: 'The synthesis has ended.',
    stopped: 'Stopped. What was done is kept.',
    ready: (id: string) => `${id} is ready.`,
  },

  foot: {
    local: 'Everything runs in this tab, and your questions never leave it, unless you choose a server.',
    deviation:
      'Nano was taught beforehand, with problems whose answers were known. The anchor of the ' +
      'paper is not taught so: our deviation 1.',
    paper: 'Method: Compute as Teacher, arXiv 2509.14234.',
    language: 'Language',
    languageBusy: 'Another can be chosen once nothing is running: the page is loaded anew for it.',
  },
};

/** What another language has to give. */
export type Messages = typeof en;
