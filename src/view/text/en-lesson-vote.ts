/** The words of lesson 2, in English. `[shown](term)` marks a word of the glossary. */
import { count } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import type { LessonWords } from './lesson-words.ts';
import { differentAnswers, noAnswer, rollouts, votesFor } from './en-lesson-parts.ts';

function outvoted({ right, votes, majority, truth, voteRight }: LessonFacts): string[] {
  if (voteRight) return [`${majority} is the known answer: here the vote is right.`];
  const said = `The known answer is ${truth}. The vote is wrong.`;
  if (right === 0) return [said, 'No rollout has the right answer, so no vote could have found it.'];
  const had = right === 1 ? 'One rollout is right' : `${count(right)} rollouts are right`;
  return [said, `${had}, and ${votes === right ? 'as many' : count(votes)} agree on ${majority}.`];
}

function scattered({ answers, right, votes, group, voteRight }: LessonFacts): string[] {
  const wrong = group - right;
  if (voteRight) return ['Most rollouts found the same way, so counting them was enough here.'];
  if (votes > 1 && votes >= right) {
    return [
      `Here ${rollouts(votes)} of ${count(group)} ended with the same wrong answer. A slip that is easy to make is made more than once.`,
    ];
  }
  return [
    `Here ${count(wrong)} of ${count(group)} rollouts slipped, nearly each in its own way: there are ${differentAnswers(answers.length)}. So a handful of votes decides, and chance decides which.`,
  ];
}

export const voteLesson: LessonWords<'vote-fails'> = {
  title: 'Voting, and when it fails',
  shows: 'Counting answers is simple and often good. Here it goes wrong, and one can see why.',
  steps: {
    tries: {
      heading: 'Another problem',
      say: ({ group, answers, absent }) => [
        `These are [${rollouts(group)}](rollout) of another problem. They end with ${differentAnswers(answers.length)}.`,
        ...noAnswer(absent),
        'Only one answer can be right. Which one should we believe?',
      ],
    },
    count: {
      heading: 'Count the votes',
      say: () => [
        'The simplest way is a [majority vote](majority): take the answer that most rollouts end with.',
        'Count them, and predict what the vote will say.',
      ],
      after: ({ answers, group, majority, tied }) => [
        ...votesFor(answers, group),
        `So the vote says ${majority}.`,
        ...(tied ? ['Another answer has as many votes. Then the one that was seen first counts.'] : []),
      ],
    },
    truth: {
      heading: 'Is the vote right?',
      say: (facts) => outvoted(facts),
    },
    why: {
      heading: 'Why counting fails',
      say: (facts) => [
        'A vote looks at the last line of each rollout. How the rollout came there does not count.',
        ...scattered(facts),
        'Look at the lines before the last one: there one can see who has slipped, and where.',
      ],
    },
    read: {
      heading: 'Reading instead of counting',
      say: ({ synthesis, synthesisRight, majority }) => [
        'Now the model reads all of its rollouts, line by line, and writes one answer of its own: the [synthesis](synthesis).',
        synthesisRight
          ? `It says ${synthesis}, not ${majority}. That is the known answer.`
          : `It says ${synthesis === '' ? 'nothing that could be read as an answer' : synthesis}. Here that is not right either.`,
        'The next lesson looks at how it decides.',
      ],
    },
    try: {
      heading: 'Try it yourself',
      say: () => [
        'Ask the model the same question, or another one of the same level. Does the vote fail again?',
        'Rollouts are drawn by chance, so the votes will fall in another way.',
      ],
    },
    limits: {
      heading: 'What does not hold',
      say: ({ model }) => [
        'A vote is not bad. Where most rollouts are right, it is right, and it costs nothing more.',
        `On problems with smaller numbers and more steps, those for experts, the vote of ${model} was even ahead of its synthesis when we measured it.`,
        'A synthesis costs one more call of the model. To be fair, compare it with a vote of one rollout more: the page can do that.',
        'This recording was chosen because the vote fails in it. One group proves nothing; the experiments of this page count many.',
      ],
    },
  },
};
