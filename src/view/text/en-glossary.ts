/** The words of the method, each explained in a sentence or two, in English. */

export const glossaryTexts = {
  model: {
    name: 'language model',
    means: 'A program that continues a text. Again and again it gives every possible next piece a chance, and one is drawn.',
  },
  token: {
    name: 'token',
    means: 'The piece in which a model reads and writes: a word, a part of one, or a single digit.',
  },
  rollout: {
    name: 'rollout',
    means: 'One try: an answer that the model wrote from beginning to end, without seeing the other tries.',
  },
  group: {
    name: 'group',
    means: 'All rollouts of one question. Their number is called G.',
  },
  temperature: {
    name: 'temperature',
    means: 'How daring the drawing of words is. At 0 the likeliest piece is always taken; the higher it is, the more unlikely ones come.',
  },
  majority: {
    name: 'majority vote',
    means: 'The answer that most rollouts end with. Of equally frequent ones, the first counts.',
  },
  oracle: {
    name: 'oracle',
    means: 'Somebody who knows the right answer and takes a right rollout wherever there is one. No way of choosing among rollouts can do better.',
  },
  anchor: {
    name: 'anchor',
    means: 'The model that reads the rollouts and writes the synthesis: a copy of the model as it was before any training, which stays as it is.',
  },
  synthesis: {
    name: 'synthesis',
    means: 'One new answer that the anchor writes after it has read all rollouts. Where it decides what they are worth, it is called the reference.',
  },
  blind: {
    name: 'question-blind',
    means: 'The anchor sees the rollouts but not the question. So it has to work with what they say.',
  },
  reward: {
    name: 'reward',
    means: 'What a rollout earns: 1 if it ends with the same answer as the synthesis, else 0. Of an open question, the share of the criteria that it meets.',
  },
  advantage: {
    name: 'advantage',
    means: 'How far a reward is above or below the mean of its group, measured in standard deviations. In training, what is above becomes likelier and what is below rarer.',
  },
  open: {
    name: 'open question',
    means: 'A question without one final answer, such as a request for advice.',
  },
  rubric: {
    name: 'rubric',
    means: 'A list of criteria by which answers are marked, as a teacher marks essays.',
  },
  criterion: {
    name: 'criterion',
    means: 'One yes-or-no question about an answer, such as: does it say when to call a doctor?',
  },
  judge: {
    name: 'judge',
    means: 'The model that reads one answer and one criterion and says whether it is met.',
  },
};
