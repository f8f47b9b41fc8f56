/** The words around the lessons, in English. Each lesson has a file of its own beside this one. */
import type { LessonFacts } from '../lesson/facts.ts';
import type { LessonId } from '../lesson/lessons.ts';
import type { PredictKind, Share, Spread } from '../lesson/predict.ts';
import { count } from '../format.ts';
import { glossaryTexts } from './en-glossary.ts';
import { allWrongLesson } from './en-lesson-all-wrong.ts';
import { answersLesson } from './en-lesson-answers.ts';
import { capital, place, some } from './en-lesson-parts.ts';
import { reconcileLesson } from './en-lesson-reconcile.ts';
import { rubricLesson } from './en-lesson-rubric.ts';
import { voteLesson } from './en-lesson-vote.ts';
import type { LessonWords } from './lesson-words.ts';

const spreads: Record<Spread, string> = {
  one: 'All the same',
  few: 'Two or three different ones',
  many: 'Four or more different ones',
};

const shares: Record<Share, string> = {
  none: 'None',
  fewer: 'Some, but fewer than half',
  most: 'Half or more, but not all',
  all: 'All',
};

const yesNo: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' };

const questions: Record<PredictKind, (facts: LessonFacts) => string> = {
  distinct: ({ group }) => `How many different answers will ${count(group)} rollouts give?`,
  vote: () => 'Which answer will the vote give?',
  among: () => 'Will the answer of the synthesis be one that a rollout has given?',
  right: ({ group }) => `How many of the ${count(group)} rollouts are right?`,
  rewarded: ({ group }) => `How many of the ${count(group)} rollouts will get reward 1?`,
  best: ({ rubric }) => `How many of the ${count(rubric?.criteria ?? 0)} criteria will the best rollout meet?`,
};

/** A choice in words; of a vote, a choice is an answer. */
function choice(kind: PredictKind, key: string): string {
  switch (kind) {
    case 'distinct':
      return spreads[key as Spread];
    case 'vote':
      return key;
    case 'among':
      return yesNo[key] ?? key;
    case 'right':
    case 'rewarded':
    case 'best':
      return shares[key as Share];
    default:
      return kind satisfies never;
  }
}

export const lessonTexts = {
  heading: 'Lessons',
  hint: 'Five short lessons on recordings of real runs. Nothing has to be loaded, and nothing leaves this machine.',
  lesson: (number: number) => `Lesson ${count(number)}`,
  takes: (steps: number, minutes: number) =>
    `${some(steps, 'step', 'steps')}, about ${some(minutes, 'minute', 'minutes')}`,
  beginShort: 'Begin',
  begin: (number: number) => `Begin lesson ${count(number)}`,
  unrecorded: 'There is no recording for this lesson here.',
  words: 'The words',

  lessons: {
    answers: answersLesson,
    'vote-fails': voteLesson,
    reconcile: reconcileLesson,
    'all-wrong': allWrongLesson,
    rubric: rubricLesson,
  } satisfies { readonly [L in LessonId]: LessonWords<L> },

  step: (step: number, steps: number) => `Step ${count(step)} of ${count(steps)}`,
  steps: 'Steps of this lesson',
  toStep: (step: number, heading: string) => `Step ${count(step)}: ${heading}`,
  next: 'Next',
  previous: 'Back',
  nextLesson: (title: string) => `Next lesson: ${title}`,
  all: 'All lessons',
  keys: 'The arrow keys lead on and back.',
  recorded: 'Recorded',
  question: 'The question',
  coming: 'Fetching the recording …',
  failed: 'The recording could not be fetched. The connection may be gone.',
  again: 'Try again',

  predict: {
    legend: 'Predict first',
    question: (kind: PredictKind, facts: LessonFacts) => questions[kind](facts),
    choice,
    reveal: 'Show what happens',
    same: (right: string) => `As you predicted. ${right}.`,
    other: (guess: string, right: string) => `You predicted: ${guess}. It turned out otherwise: ${right}.`,
    none: (right: string) => `You made no prediction. ${right}.`,
    /** What it turned out to be, before a stop. */
    outcome: (kind: PredictKind, facts: LessonFacts, key: string): string => {
      const { group, answers, right, rewarded, rubric } = facts;
      switch (kind) {
        case 'distinct':
          return `There are ${some(answers.length, 'answer', 'different answers')}`;
        case 'vote':
          return `The vote says ${key}`;
        case 'among':
          return key === 'yes'
            ? `${some(rewarded, 'rollout says', 'rollouts say')} what the synthesis says`
            : 'No rollout says what the synthesis says';
        case 'right':
          return `${count(right)} of ${count(group)} are right`;
        case 'rewarded':
          return `${count(rewarded)} of ${count(group)} ${rewarded === 1 ? 'gets' : 'get'} reward 1`;
        case 'best':
          return `The best rollout meets ${count(rubric?.most ?? 0)} of ${count(rubric?.criteria ?? 0)}`;
        default:
          return kind satisfies never;
      }
    },
  },

  rewards: {
    label: 'Rewards of the rollouts',
    rollout: (index: number) => `Rollout ${place(index)}`,
    reward: (value: string) => `reward ${value}`,
    advantage: (value: string) => `advantage ${value}`,
    none: 'no answer',
  },
  votes: 'Votes by answer',
  criteria: 'The criteria, as the model wrote them',

  try: {
    ask: 'Ask this question',
    again: 'Ask it once more',
    loadAndAsk: (id: string) => `Load ${id} and ask`,
    another: 'Another question',
    stop: 'Stop',
    waiting: 'The model is being loaded. What you ask begins as soon as it is there.',
    busy: 'The model is at work on something else. To ask here ends that; what is done is kept.',
    none: 'No model is loaded. The button loads the one that comes with this page, which is small and needs no network once the page is there.',
    failed: 'There is no model at the moment: what went wrong, and what helps, stands at the head of the page.',
    untaught: (id: string) => `${capital(id)} was not taught open questions. Load an instruct model in the settings to ask this.`,
    models: 'Choose a model',
    toQuestion: 'Open it in “One question”, with all settings',
    heading: 'What came of it',
    known: 'Known answer',
  },

  glossary: glossaryTexts,

  limits: {
    heading: 'How far this goes',
    paper: [
      'These lessons show recordings that were chosen for what they show. How often a synthesis helps, only many questions tell: the experiments of this page count them, with intervals.',
      'Reviewers of the paper (arXiv 2509.14234) objected: letting the model choose its own best answer was as good or better in four of six pairs of model and data set; error bars overlap; on MATH-500 it was trained and tested on the same questions; all rollouts have to fit into what the model can read; and weak models synthesise badly.',
      'In the paper a synthesis is right in about one of a hundred questions where every rollout is wrong. It disagrees with the vote on a small part of all questions, and there it is mostly right.',
    ],
    nano: (id: string) => [
      `${capital(id)}, the model in these recordings, is tiny and was taught with known answers to combine (deviation 1 of our list). The anchor of the paper was not taught so.`,
      `On large numbers its synthesis is far ahead of the vote. On easy problems the two are level. On expert ones the vote is as good or a little better.`,
    ],
  },
};
