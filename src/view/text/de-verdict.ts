/** The verdict's words, in German: a headline and one plain sentence for every case. */
import { count } from '../format.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { some } from './de-words.ts';
import type { verdictTexts as english, VerdictFacts } from './en-verdict.ts';

const notOne = (n: number): string =>
  n === 1 ? 'Die eine Antwort war falsch.' : `Keine der ${count(n)} Antworten war richtig.`;

const had = (right: number): string =>
  right === 1 ? 'Nur eine Antwort war richtig.' : `Nur ${count(right)} Antworten waren richtig.`;

const wrote = (synthesis: string): string =>
  synthesis === '' ? 'die Synthese gab keine Antwort' : `die Synthese sagte ${synthesis}`;

const voted = (majority: string): string =>
  majority === '' ? 'Für keine Antwort gab es Stimmen' : `Die Mehrheit sagte ${majority}`;

const cutOff = (cut: number, rollouts: number): string =>
  rollouts === 1
    ? 'Die eine Antwort wurde'
    : `${count(cut)} von ${count(rollouts)} Antworten ${cut === 1 ? 'wurde' : 'wurden'}`;

const voteCount = (n: number): string => some(n, 'Stimme', 'Stimmen');

const headlines = {
  'both-right': 'Mehrheit und Synthese haben recht',
  'synthesis-right': 'Die Synthese schlägt die Mehrheit',
  'synthesis-right-none': 'Richtig, wo jede Antwort falsch war',
  'vote-right': 'Die Mehrheit schlägt die Synthese',
  'same-wrong': 'Mehrheit und Synthese irren',
  'same-wrong-none': 'Alle irren',
  'both-wrong': 'Mehrheit und Synthese irren',
  'both-wrong-none': 'Alle irren',
  unsettled: 'Ließ sich nicht klären',
  agree: 'Mehrheit und Synthese sind einig',
  differ: 'Die Synthese weicht von der Mehrheit ab',
  'no-synthesis': 'Die Synthese gab keine Antwort',
  'no-votes': 'Es gab nichts, worüber abzustimmen war',
  'no-answers': 'Niemand gab eine Antwort',
} satisfies Record<Verdict, string>;

const sentences = {
  'both-right': ({ truth, votes, rollouts }) =>
    votes !== rollouts
      ? `Beide sagen ${truth}, die bekannte Antwort.`
      : rollouts === 1
        ? `Die eine Antwort sagte ${truth}, und die Synthese auch.`
        : `Alle ${count(rollouts)} Antworten sagten ${truth}, und die Synthese auch.`,
  'synthesis-right': ({ majority, truth, right }) =>
    `${voted(majority)}. Die Synthese fand ${truth}, die bekannte Antwort. ${had(right)}`,
  'synthesis-right-none': ({ rollouts, truth }) =>
    `${notOne(rollouts)} Keine Mehrheit hätte ${truth} finden können; die Synthese fand es.`,
  'vote-right': ({ truth, synthesis }) =>
    `Die Mehrheit fand ${truth}, die bekannte Antwort; ${wrote(synthesis)}.`,
  'same-wrong': ({ majority, truth, right }) =>
    `Beide sagen ${majority}; die bekannte Antwort ist ${truth}. ${had(right)}`,
  'same-wrong-none': ({ majority, truth, rollouts }) =>
    `Beide sagen ${majority}; die bekannte Antwort ist ${truth}. ${notOne(rollouts)}`,
  'both-wrong': ({ majority, synthesis, truth, right }) =>
    `${voted(majority)}, ${wrote(synthesis)}; die bekannte Antwort ist ${truth}. ${had(right)}`,
  'both-wrong-none': ({ majority, synthesis, truth, rollouts }) =>
    `${voted(majority)}, ${wrote(synthesis)}; die bekannte Antwort ist ${truth}. ${notOne(rollouts)}`,
  unsettled: ({ truth }) => `Ob eine Antwort gleich ${truth} ist, ließ sich nicht entscheiden.`,
  agree: ({ majority }) => `Beide sagen ${majority}. Ob das richtig ist, weiß hier niemand.`,
  differ: ({ majority, synthesis }) =>
    `${voted(majority)}, ${wrote(synthesis)}. Was richtig ist, weiß hier niemand.`,
  'no-synthesis': ({ majority }) => `${voted(majority)}; die Synthese endet ohne Antwort.`,
  'no-votes': ({ synthesis }) => `Keine Antwort ließ sich lesen, aber ${wrote(synthesis)}.`,
  'no-answers': ({ cut, rollouts }) =>
    cut === 0
      ? 'Kein Text endet mit einer Antwort, die sich lesen lässt.'
      : `${cutOff(cut, rollouts)} an der Grenze abgeschnitten. Erlauben Sie in den Einstellungen längere Antworten.`,
} satisfies Record<Verdict, (facts: VerdictFacts) => string>;

export const verdictTexts: typeof english = {
  heading: 'Urteil',
  empty: 'Hier werden Mehrheit und Synthese verglichen.',
  waiting: 'Wartet auf die Synthese.',
  none: 'Ohne Synthese gibt es kein Urteil.',
  headline: (verdict) => headlines[verdict],
  sentence: (verdict, facts) =>
    sentences[verdict](facts) + (facts.tied ? ' Die Stimmen stehen gleich; die zuerst gesehene Antwort zählt.' : ''),
  majority: 'Mehrheitsentscheid',
  synthesis: 'Synthese',
  truth: 'Bekannte Antwort',
  votes: (n, voters) => `${count(n)} von ${count(voters)}`,
  right: 'richtig',
  wrong: 'falsch',
  undecided: 'unentschieden',
  unknown: 'nicht bekannt',
  noAnswer: 'keine Antwort',
  legendSynthesis: 'Synthese',
  legendTruth: 'bekannte Antwort',
  chart: 'Stimmen je Antwort',
  row: (answer, votes, marks) => [`${answer}: ${voteCount(votes)}`, ...marks].join(', '),
  others: (n, votes) =>
    `und ${n === 1 ? '1 andere' : `${count(n)} andere`} mit ${voteCount(votes)}`,
  equalCompute: (answer, n, voters) =>
    `Entscheid bei gleichem Aufwand: ${answer} (${count(n)} von ${count(voters)}).`,
};
