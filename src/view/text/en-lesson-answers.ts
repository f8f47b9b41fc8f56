/** The words of lesson 1, in English. `[shown](term)` marks a word of the glossary. */
import { count, plain } from '../format.ts';
import type { LessonWords } from './lesson-words.ts';
import { differentAnswers, noAnswer, votesFor } from './en-lesson-parts.ts';

export const answersLesson: LessonWords<'answers'> = {
  title: 'Many answers',
  shows: 'One model, one question, and yet many answers: where they come from, and what they have in common.',
  steps: {
    question: {
      heading: 'One question',
      say: ({ model, truth }) => [
        `Here is a small story problem. A [language model](model) called ${model} is going to solve it.`,
        ...(truth === '' ? [] : [`The right answer is known: ${truth}. Nobody tells the model.`]),
        'The model writes one [token](token) after the other. Each of them is drawn by chance, likely ones more often than unlikely ones.',
      ],
    },
    tries: {
      heading: 'Many tries',
      say: ({ group }) => [
        `Now the model tries ${count(group)} times. No try sees the others.`,
        'A try is called a [rollout](rollout), and all of them together are a [group](group).',
      ],
      after: ({ group, answers, absent }) => [
        `${count(group)} rollouts have given ${differentAnswers(answers.length)}.`,
        ...noAnswer(absent),
        'You can stop the recording, go back in it, and read each rollout.',
      ],
    },
    chance: {
      heading: 'Why they differ',
      say: ({ temperature }) => [
        'The model was the same in every rollout, and so was the question. What differs is chance.',
        `How daring the drawing is, the [temperature](temperature) decides. Here it was ${plain(temperature)}.`,
        'One wrong digit is enough: the rollout goes on from there, and what follows is wrong as well.',
      ],
    },
    letters: {
      heading: 'What they have in common',
      say: ({ answers, group, absent }) => [
        'Rollouts with equal answers carry the same letter and the same colour.',
        ...votesFor(answers, group),
        ...noAnswer(absent),
        'How can one answer be made of so many? The next lesson counts them. The ones after it read them.',
      ],
    },
    try: {
      heading: 'Try it yourself',
      say: ({ group }) => [
        `Ask the model in this page. It runs on your own machine, and it will write ${count(group)} new rollouts unless you have changed the settings.`,
        'Will the same question give the same answers as in the recording?',
      ],
    },
    limits: {
      heading: 'What does not hold',
      say: ({ group }) => [
        `${count(group)} rollouts take ${count(group)} times the computing of one.`,
        'Rollouts of one model are no independent experts. What the model has never learned, it gets wrong in all of them.',
        'A low temperature does not make a model right. It only makes it say the same thing every time.',
      ],
    },
  },
};
