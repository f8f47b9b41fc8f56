/** The words around the two kinds of question, in English. */
import { count, duration } from '../format.ts';

export const kindTexts = {
  legend: 'Kind of question',
  names: { verifiable: 'has a final answer', open: 'open' },
  known: 'no final answer',
  knownWhy: 'scored by criteria',
  untaught: (id: string) => `${id} was not taught open questions.`,
  another: 'Another question',
  placeholder: 'A question for advice …',
  remedy: 'Load an instruct model',
  /** `from` and `to` count the calls of a judge for the fewest and the most criteria. */
  cost: (from: number, to: number) =>
    'The model draws 5 to 12 yes/no criteria from its synthesis, and a judge holds every answer ' +
    `against each of them: ${count(from)} to ${count(to)} short calls after the synthesis.`,
  /** By earlier questions of this kind, all of it. */
  time: (seconds: number) => `Here such a question takes about ${duration(seconds, 'days')} in all.`,
};
