/** Parts of sentences that several lessons share, in German. */
import { count } from '../format.ts';
import { some } from './de-words.ts';
import type * as english from './en-lesson-parts.ts';

export { capital, name as place, some } from './de-words.ts';

export const rollouts = (n: number): string => some(n, 'Rollout', 'Rollouts');

export const says: typeof english.says = (n) => (n === 1 ? 'sagt' : 'sagen');

export const differentAnswers: typeof english.differentAnswers = (n) =>
  n === 1 ? 'ein und dieselbe Antwort' : `${count(n)} verschiedene Antworten`;

/** After `mit`. */
export const withAnswers = (n: number): string =>
  n === 1 ? 'ein und derselben Antwort' : `${count(n)} verschiedenen Antworten`;

export const noAnswer: typeof english.noAnswer = (absent) =>
  absent === 0 ? [] : [`In ${rollouts(absent)} ließ sich kein Endergebnis lesen.`];

/** `5 von 8 Rollouts sagen 42, und 2 sagen 40; es gibt 1 weitere Antwort.` */
export const votesFor: typeof english.votesFor = (answers, group) => {
  const [first, second] = answers;
  if (first === undefined) return [];
  const rest = answers.slice(2).length;
  const told = [`${count(first.votes)} von ${rollouts(group)} ${says(first.votes)} ${first.answer}`];
  if (second !== undefined) told.push(`${count(second.votes)} ${says(second.votes)} ${second.answer}`);
  const others = rest === 0 ? '' : `; es gibt ${some(rest, 'weitere Antwort', 'weitere Antworten')}`;
  return [`${told.join(', und ')}${others}.`];
};
