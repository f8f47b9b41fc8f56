/** The words of lesson 5, in English. `[shown](term)` marks a word of the glossary. */
import { count, decimals } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import type { LessonWords } from './lesson-words.ts';
import { capital, rollouts, some } from './en-lesson-parts.ts';

const criteria = (n: number): string => some(n, 'criterion', 'criteria');

function spread({ rubric, group }: LessonFacts): string[] {
  if (rubric === null) return [];
  const { most, least, best, unreadable, criteria: all } = rubric;
  const told =
    most === least
      ? `All ${count(group)} rollouts meet ${count(most)} of ${criteria(all)}.`
      : `The best ${best === 1 ? 'rollout meets' : `${count(best)} rollouts meet`} ${count(most)} of ${criteria(all)}, the weakest ${count(least)}.`;
  return [
    told,
    ...(unreadable === 0 ? [] : [`${some(unreadable, 'verdict', 'verdicts')} of the judge could not be read, and count as not met.`]),
  ];
}

/** What a model adds of its own should not pass for gathered. */
function made({ marks }: LessonFacts): string[] {
  if (marks === null || marks.alone === 0) return [];
  return [`Of its ${some(marks.steps, 'line', 'lines')}, ${count(marks.alone)} ${marks.alone === 1 ? 'stands' : 'stand'} in no rollout: the model adds those by itself.`];
}

function best({ rubric }: LessonFacts): string[] {
  if (rubric === null) return [];
  const { most, criteria: all } = rubric;
  return [`Here the highest is ${decimals(most / all)}, for ${count(most)} of ${criteria(all)}.`];
}

const LIMITS = [
  'A judge is swayed by things that should not matter: how long an answer is, where it stands, and even requests inside the answer. It can be asked several times, in another order.',
  'The criteria come from the synthesis. What the synthesis forgot, no criterion asks for.',
  'In the paper, on health questions, more than about four rollouts hardly helped.',
];

export const rubricLesson: LessonWords<'rubric'> = {
  title: 'Rubrics and a judge',
  shows: 'Some questions have no final answer to compare. Then a list of criteria takes its place, and a judge holds every answer against it.',
  steps: {
    open: {
      heading: 'No final answer',
      say: () => [
        'This is an [open question](open). Two good answers to it may not share a single sentence.',
        'So there is nothing to vote on, and “the same as the synthesis” cannot be checked.',
      ],
      without: [
        '“How do I keep bread fresh?” is an [open question](open). Two good answers to it may not share a single sentence.',
        'So there is nothing to vote on, and “the same as the synthesis” cannot be checked.',
      ],
    },
    answers: {
      heading: 'Advice in many words',
      say: (facts) => [
        `The model writes [${rollouts(facts.group)}](rollout), and the [anchor](anchor) reads them and writes a [synthesis](synthesis).`,
        'Here the synthesis gathers: what one rollout forgot may stand in another.',
        ...made(facts),
      ],
      without: [
        'The model would write several [rollouts](rollout), and the [anchor](anchor) would read them and write a [synthesis](synthesis).',
        'It gathers: what one rollout forgot may stand in another.',
      ],
    },
    criteria: {
      heading: 'From the synthesis to a rubric',
      say: ({ rubric }) => [
        'From the synthesis alone the anchor writes yes-or-no questions, the [criteria](criterion). Together they are the [rubric](rubric).',
        ...(rubric === null ? [] : [`This rubric has ${criteria(rubric.criteria)}. Is there one among them that you would not ask?`]),
      ],
      without: [
        'From the synthesis alone the anchor writes yes-or-no questions, the [criteria](criterion). Together they are the [rubric](rubric).',
        'We make one up to show it: “Does it say to keep the bread dry?” That can be answered with yes or no, and two people would hardly disagree.',
      ],
    },
    judge: {
      heading: 'The judge',
      say: ({ rubric, group }) => [
        'A [judge](judge) now reads one rollout and one criterion at a time and says: met, or not met.',
        ...(rubric === null
          ? []
          : [`That makes ${count(rubric.criteria)} × ${count(group)} = ${count(rubric.criteria * group)} short calls of the model.`]),
      ],
      after: (facts) => [
        ...spread(facts),
        'Select a cell of the table to read what the judge wrote. This one numbers the lines of the rollout, then names the one that meets the criterion, or 0, and then says yes or no.',
        'A judge can err: does the line that it quotes really meet the criterion?',
      ],
      without: [
        'A [judge](judge) reads one rollout and one criterion at a time and says: met, or not met.',
        'Small questions are easier to answer well than the large one: which answer is the best?',
      ],
    },
    rewards: {
      heading: 'Marks instead of right and wrong',
      say: (facts) => [
        'The [reward](reward) of a rollout is the share of the criteria that it meets: a mark between 0 and 1.',
        ...best(facts),
        'The [advantage](advantage) of a rollout tells how far that is above or below the mean of its group.',
        ...(facts.rubric?.judgedItself === true
          ? [`Here ${facts.model} judged its own answers. The paper asks an independent model.`]
          : []),
      ],
      without: [
        'The [reward](reward) of a rollout is the share of the criteria that it meets: a mark between 0 and 1.',
        'Of four criteria, an answer that meets three gets 0.75.',
      ],
    },
    try: {
      heading: 'Try it yourself',
      say: () => [
        'Ask the model this question. It writes, gathers, draws up criteria and judges: that takes a while.',
        'You may overrule the judge: select a cell of the table and say yes or no. The rewards follow you.',
      ],
      without: [
        'A general instruct model can do this. Load one under Settings, then ask the question: the page draws up the rubric and judges by it.',
      ],
    },
    limits: {
      heading: 'What does not hold',
      say: ({ model }) => [
        `${capital(model)} knows advice on a few hundred everyday topics and nothing else; on anything else its criteria would be noise.`,
        ...LIMITS,
      ],
      without: LIMITS,
    },
  },
};
