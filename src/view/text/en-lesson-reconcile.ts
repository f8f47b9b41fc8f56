/** The words of lesson 3, in English. `[shown](term)` marks a word of the glossary. */
import { count, decimals } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import type { LessonWords } from './lesson-words.ts';
import { capital, differentAnswers, place, rollouts, says } from './en-lesson-parts.ts';

/** `one rollout says the same`, `no rollout says the same`, `3 rollouts say the same`. */
const same = (n: number): string =>
  `${n === 0 ? 'no rollout' : rollouts(n)} ${n === 0 ? 'says' : says(n)} the same`;

function contradiction({ marks }: LessonFacts): string[] {
  const found = marks?.disputed ?? null;
  if (found === null) return ['In this recording no rollout contradicts a step of the synthesis.'];
  const { step, otherwise } = found;
  return [
    `Look at step ${place(step)}: ${same(found.same)} as the synthesis, and ${count(otherwise)} ${says(otherwise)} otherwise, for instance “${found.says}”.`,
    'Both cannot be true. Whoever only counts last lines never sees this place.',
  ];
}

function omission({ marks, group }: LessonFacts): string[] {
  const found = marks?.omitted ?? null;
  if (found === null) {
    return ['Here every step of the synthesis is either in a rollout or contradicted by one: nothing was left out.'];
  }
  const { step, silent } = found;
  return [
    `Look at step ${place(step)}: ${same(found.same)}, but ${rollouts(silent)} of ${count(group)} ${says(silent)} nothing of it that could be compared.`,
    'The synthesis keeps a step although not every rollout has it. So it can put together what no single rollout has complete.',
  ];
}

function taught({ rewarded, group, advantages, synthesisRight }: LessonFacts): string[] {
  const told = [`${rollouts(rewarded)} of ${count(group)} ${rewarded === 1 ? 'gets' : 'get'} reward 1.`];
  const { one, zero } = advantages;
  if (one === null || zero === null || rewarded === 0 || rewarded === group) {
    told.push('All rewards are equal, so every [advantage](advantage) is 0: from this group nothing could be learned.');
  } else {
    told.push(
      rewarded === 1
        ? `Its [advantage](advantage) is ${decimals(one)}, that of the others ${decimals(zero)}: training would make rollouts like it likelier and the others rarer.`
        : `Their [advantage](advantage) is ${decimals(one)}, that of the others ${decimals(zero)}: training would make rollouts like them likelier and the others rarer.`,
    );
  }
  told.push(
    synthesisRight
      ? 'No known answer was needed for that: the synthesis was the teacher.'
      : 'Here the synthesis is wrong, and so it would have taught something wrong.',
  );
  return told;
}

export const reconcileLesson: LessonWords<'reconcile'> = {
  title: 'Reconciling what differs',
  shows: 'How a model settles contradictions between its own answers, fills in what some left out, and becomes their teacher.',
  steps: {
    tries: {
      heading: 'Answers that disagree',
      say: ({ group, answers }) => [
        `[${rollouts(group)}](rollout), ${differentAnswers(answers.length)}. In most lines they agree, and in some they do not.`,
        'Read two of them side by side: where do they part?',
      ],
    },
    read: {
      heading: 'The model reads its own answers',
      say: ({ group }) => [
        `A copy of the model that stays as it is, the [anchor](anchor), now reads all ${count(group)} rollouts. It is [question-blind](blind): nobody shows it the question.`,
        'It writes one answer with all its steps, the [synthesis](synthesis).',
      ],
      after: ({ synthesis, rewarded, group }) => [
        synthesis === '' ? 'It gives no answer that could be read.' : `The synthesis says ${synthesis}.`,
        rewarded === 0
          ? `None of the ${count(group)} rollouts says that: it is an answer of its own.`
          : `${rollouts(rewarded)} of ${count(group)} ${says(rewarded)} that too.`,
      ],
    },
    contradictions: {
      heading: 'Contradictions',
      say: (facts) => [
        'Beside each step of the synthesis stand two numbers: how many rollouts say the same, and how many say otherwise.',
        ...contradiction(facts),
      ],
    },
    omissions: {
      heading: 'What some left out',
      say: (facts) => omission(facts),
    },
    rewards: {
      heading: 'The synthesis as a teacher',
      say: () => [
        'Now the synthesis becomes the reference. A rollout that ends with the same answer gets [reward](reward) 1, every other one 0.',
        'This is the idea of Compute as Teacher: more computing takes the place of a known answer.',
      ],
      after: (facts) => taught(facts),
    },
    try: {
      heading: 'Try it yourself',
      say: () => [
        'Ask the model, then select a step of its synthesis. The rollouts show which of their lines say the same and which say otherwise.',
      ],
    },
    limits: {
      heading: 'What does not hold',
      say: ({ model }) => [
        'A synthesis can go wrong too: it loses its place now and then, or copies a number wrong.',
        'All rollouts have to fit into what the model can read at once. Where they do not, they are shortened or left out, and the page says which.',
        `${capital(model)} was taught to reconcile with problems whose answers were known. The anchor of the paper was not. So this shows the method at work, not that it arises by itself.`,
        'Only the last answer is rewarded: a rollout that comes to it by two mistakes which cancel gets reward 1 as well.',
        'Whether question-blindness helps is open: the authors themselves measured hardly any difference.',
      ],
    },
  },
};
