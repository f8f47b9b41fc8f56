/** The verdict's words, in English: a headline and one plain sentence for every case. */
import { count } from '../format.ts';
import type { Verdict } from '../verdict/verdict.ts';

export interface VerdictFacts {
  readonly rollouts: number;
  /** How many rollouts were right; 0 where the truth is not known. */
  readonly right: number;
  /** How many rollouts were cut off at the limit of tokens. */
  readonly cut: number;
  readonly majority: string;
  readonly votes: number;
  /** Another answer has as many votes. */
  readonly tied: boolean;
  readonly synthesis: string;
  readonly truth: string;
}

type Sentence = (facts: VerdictFacts) => string;

const answers = (n: number): string => (n === 1 ? 'the one answer' : `all ${count(n)} answers`);

const notOne = (n: number): string =>
  n === 1 ? 'The one answer was wrong.' : `Not one of the ${count(n)} answers was right.`;

const had = (right: number): string =>
  right === 1 ? 'Only one answer had it right.' : `Only ${count(right)} answers had it right.`;

const wrote = (synthesis: string): string =>
  synthesis === '' ? 'the synthesis gave no answer' : `the synthesis said ${synthesis}`;

const voted = (majority: string): string =>
  majority === '' ? 'No answer could be voted for' : `The vote said ${majority}`;

const cutOff = (cut: number, rollouts: number): string =>
  rollouts === 1
    ? 'The one answer was cut off'
    : `${count(cut)} of ${count(rollouts)} answers ${cut === 1 ? 'was' : 'were'} cut off`;

const voteCount = (n: number): string => (n === 1 ? '1 vote' : `${count(n)} votes`);

const headlines = {
  'both-right': 'The vote and the synthesis are right',
  'synthesis-right': 'The synthesis beats the vote',
  'synthesis-right-none': 'Right, where every answer was wrong',
  'vote-right': 'The vote beats the synthesis',
  'same-wrong': 'The vote and the synthesis are wrong',
  'same-wrong-none': 'Everyone is wrong',
  'both-wrong': 'The vote and the synthesis are wrong',
  'both-wrong-none': 'Everyone is wrong',
  unsettled: 'Could not be settled',
  agree: 'The vote and the synthesis agree',
  differ: 'The synthesis differs from the vote',
  'no-synthesis': 'The synthesis gave no answer',
  'no-votes': 'There was nothing to vote on',
  'no-answers': 'Nobody gave an answer',
} satisfies Record<Verdict, string>;

const sentences = {
  'both-right': ({ truth, votes, rollouts }) =>
    votes === rollouts
      ? `${capital(answers(rollouts))} said ${truth}, and so did the synthesis.`
      : `Both say ${truth}, the known answer.`,
  'synthesis-right': ({ majority, truth, right }) =>
    `${voted(majority)}. The synthesis found ${truth}, the known answer. ${had(right)}`,
  'synthesis-right-none': ({ rollouts, truth }) =>
    `${notOne(rollouts)} No vote could have found ${truth}; the synthesis did.`,
  'vote-right': ({ truth, synthesis }) =>
    `The vote found ${truth}, the known answer; ${wrote(synthesis)}.`,
  'same-wrong': ({ majority, truth, right }) =>
    `Both say ${majority}; the known answer is ${truth}. ${had(right)}`,
  'same-wrong-none': ({ majority, truth, rollouts }) =>
    `Both say ${majority}; the known answer is ${truth}. ${notOne(rollouts)}`,
  'both-wrong': ({ majority, synthesis, truth, right }) =>
    `${voted(majority)}, ${wrote(synthesis)}; the known answer is ${truth}. ${had(right)}`,
  'both-wrong-none': ({ majority, synthesis, truth, rollouts }) =>
    `${voted(majority)}, ${wrote(synthesis)}; the known answer is ${truth}. ${notOne(rollouts)}`,
  unsettled: ({ truth }) => `Whether an answer equals ${truth} could not be decided.`,
  agree: ({ majority }) => `Both say ${majority}. Whether it is right, nobody here knows.`,
  differ: ({ majority, synthesis }) =>
    `${voted(majority)}, ${wrote(synthesis)}. Which is right, nobody here knows.`,
  'no-synthesis': ({ majority }) => `${voted(majority)}; the synthesis ends without an answer.`,
  'no-votes': ({ synthesis }) => `No answer could be read, but ${wrote(synthesis)}.`,
  'no-answers': ({ cut, rollouts }) =>
    cut === 0
      ? 'No text ends with an answer that can be read.'
      : `${cutOff(cut, rollouts)} at the limit. Allow longer answers in the settings.`,
} satisfies Record<Verdict, Sentence>;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const verdictTexts = {
  heading: 'Verdict',
  empty: 'Votes and synthesis are compared here.',
  waiting: 'Waits for the synthesis.',
  none: 'There is no verdict without a synthesis.',
  headline: (verdict: Verdict): string => headlines[verdict],
  sentence: (verdict: Verdict, facts: VerdictFacts): string =>
    sentences[verdict](facts) + (facts.tied ? ' The votes are tied; the first seen counts.' : ''),
  majority: 'Majority vote',
  synthesis: 'Synthesis',
  truth: 'Known answer',
  votes: (n: number, voters: number) => `${count(n)} of ${count(voters)}`,
  right: 'right',
  wrong: 'wrong',
  undecided: 'undecided',
  unknown: 'not known',
  noAnswer: 'no answer',
  legendSynthesis: 'synthesis',
  legendTruth: 'known answer',
  chart: 'Votes by answer',
  row: (answer: string, votes: number, marks: readonly string[]) =>
    [`${answer}: ${voteCount(votes)}`, ...marks].join(', '),
  others: (n: number, votes: number) =>
    `and ${n === 1 ? '1 other' : `${count(n)} others`} with ${voteCount(votes)}`,
  equalCompute: (answer: string, n: number, voters: number) =>
    `Voting at equal compute: ${answer} (${count(n)} of ${count(voters)}).`,
};
