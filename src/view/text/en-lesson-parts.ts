/** Parts of sentences that several lessons share, in English. */
import type { AnswerFact } from '../lesson/facts.ts';
import { count } from '../format.ts';

/** Indices count from 0 in the records and from 1 on the page. */
export const place = (step: number): string => String(step + 1);

export const some = (n: number, one: string, more: string): string =>
  `${count(n)} ${n === 1 ? one : more}`;

export const rollouts = (n: number): string => some(n, 'rollout', 'rollouts');

/** At the start of a sentence: models have small names. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `says` or `say`, by how many there are. */
export const says = (n: number): string => (n === 1 ? 'says' : 'say');

export const differentAnswers = (n: number): string =>
  n === 1 ? 'one and the same answer' : `${count(n)} different answers`;

/** Nothing where every rollout has an answer. */
export const noAnswer = (absent: number): string[] =>
  absent === 0 ? [] : [`In ${rollouts(absent)} no final answer could be read.`];

/** `5 of 8 rollouts say 42, 2 say 40, and 1 says 7.` */
export function votesFor(answers: readonly AnswerFact[], group: number): string[] {
  const [first, second] = answers;
  if (first === undefined) return [];
  const rest = answers.slice(2).length;
  const told = [`${count(first.votes)} of ${count(group)} rollouts ${says(first.votes)} ${first.answer}`];
  if (second !== undefined) told.push(`${count(second.votes)} ${says(second.votes)} ${second.answer}`);
  const others = rest === 0 ? '' : `; there ${rest === 1 ? 'is' : 'are'} ${some(rest, 'other answer', 'other answers')}`;
  return [`${told.join(', and ')}${others}.`];
}
