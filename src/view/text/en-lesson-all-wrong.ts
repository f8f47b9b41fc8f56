/** The words of lesson 4, in English. `[shown](term)` marks a word of the glossary. */
import { count } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import type { LessonWords } from './lesson-words.ts';
import { differentAnswers, place, rollouts, says, some } from './en-lesson-parts.ts';

function rightOnes({ right, group, truth }: LessonFacts): string {
  if (right === 0) return `The known answer is ${truth}, and not one of the ${count(group)} rollouts says it.`;
  return `The known answer is ${truth}, and ${count(right)} of ${count(group)} rollouts ${says(right)} it.`;
}

function reworked({ marks }: LessonFacts): string[] {
  if (marks === null) return [];
  const { disputed, steps, alone } = marks;
  const told: string[] = [];
  if (disputed !== null) {
    const { step, same, otherwise } = disputed;
    told.push(
      same === 0
        ? `Look at step ${place(step)}: ${rollouts(otherwise)} ${says(otherwise)} something else, for instance “${disputed.says}”, and none says what the synthesis says.`
        : `At step ${place(step)} the rollouts part: ${count(same)} ${says(same)} what the synthesis says, ${count(otherwise)} ${says(otherwise)} otherwise, for instance “${disputed.says}”.`,
    );
  }
  if (alone > 0) {
    told.push(`Of the ${some(steps, 'step', 'steps')} of the synthesis, ${count(alone)} ${alone === 1 ? 'stands' : 'stand'} in no rollout at all.`);
  }
  return told;
}

export const allWrongLesson: LessonWords<'all-wrong'> = {
  title: 'Right when all are wrong',
  shows: 'Every rollout is wrong, so no choice among them can help. The synthesis still finds the answer.',
  steps: {
    tries: {
      heading: 'A hard problem',
      say: ({ group, answers, truth }) => [
        `The numbers in this problem are large, and [${rollouts(group)}](rollout) have given ${differentAnswers(answers.length)}.`,
        ...(truth === '' ? [] : ['We know the right answer, but we do not look at it yet.']),
      ],
    },
    right: {
      heading: 'How many are right?',
      say: () => ['Look at how much the answers scatter. How many rollouts, do you think, are right?'],
      after: (facts) => [
        rightOnes(facts),
        ...(facts.right === 0 ? ['Each of them has slipped somewhere.'] : []),
      ],
    },
    oracle: {
      heading: 'Nothing to choose from',
      say: ({ majority, right }) => [
        `The [vote](majority) says ${majority}.`,
        right === 0
          ? 'But here no choice can help: not even an [oracle](oracle), who knows the right answer, finds a rollout that has it.'
          : 'An [oracle](oracle), who knows the right answer, would still find a rollout that has it.',
        'Whoever only chooses among answers can never be better than the best of them.',
      ],
    },
    synthesis: {
      heading: 'Writing instead of choosing',
      say: () => [
        'The [anchor](anchor) chooses nothing. It reads the rollouts and writes an answer anew.',
        'Will that be one of the answers that stand there already?',
      ],
      after: ({ synthesis, synthesisRight, rewarded }) => [
        `The [synthesis](synthesis) says ${synthesis === '' ? 'nothing that could be read' : synthesis}.`,
        synthesisRight ? 'That is the known answer.' : 'That is not the known answer.',
        ...(rewarded === 0 ? ['No rollout had it.'] : []),
      ],
    },
    how: {
      heading: 'How can that be?',
      say: (facts) => [
        'The synthesis does not start from nothing: what is right in the rollouts it can use, although no rollout is right to its end.',
        ...reworked(facts),
        'Where rollouts differ, the synthesis works the sum out anew, more carefully than a rollout does. Where they agree, it takes over what they say.',
      ],
    },
    try: {
      heading: 'Try it yourself',
      say: () => [
        'Ask the same question again, and other rollouts come: perhaps one of them is right this time.',
        'Or take another question of this level, until you find a group in which all are wrong. Is the synthesis right then?',
      ],
    },
    limits: {
      heading: 'What does not hold',
      say: ({ model, rewarded }) => [
        'This is rare. In the paper, the synthesis is right in about one of a hundred questions where all rollouts are wrong.',
        `With ${model} it happens more often, since it was taught to work out just the sums on which its rollouts differ. Where they all make the same slip, it makes it too.`,
        ...(rewarded === 0
          ? ['For training such a group is worth nothing: no rollout gets a [reward](reward), so every [advantage](advantage) is 0.']
          : []),
        'If the anchor is mistaken, all rollouts are measured against a wrong answer, and nobody notices.',
      ],
    },
  },
};
