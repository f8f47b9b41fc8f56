/** Why the synthesis says so, in German. */
import { count } from '../format.ts';
import { capital, list, name, some } from './de-words.ts';
import type { explainTexts as english, PartingCase, PartingFacts } from './en-explain.ts';

const answers = (indices: readonly number[]): string =>
  `${indices.length === 1 ? 'Antwort' : 'Antworten'} ${list(indices.map(name))}`;

/** Ways that are told one by one. */
const MOST_WAYS = 3;

function where(facts: PartingFacts): string {
  const { step, elsewhere } = facts;
  if (step === null) return 'Kein Schritt, der sich vergleichen lässt, zeigt, wo sie auseinandergehen';
  const [other, ...more] = elsewhere;
  if (other === undefined) return there(facts, step);
  const all = elsewhere.flatMap(({ indices }) => indices).sort((a, b) => a - b);
  const at = more.length === 0 ? `bei Schritt ${name(other.step)}` : 'bei anderen Schritten';
  return `${there(facts, step)}, ${answers(all)} ${at}`;
}

function there({ isFinal, ways }: PartingFacts, step: number): string {
  const all = ways.flatMap(({ indices }) => indices);
  const verb = all.length === 1 ? 'weicht' : 'weichen';
  if (isFinal) return `${answers(all)} ${verb} erst im Endergebnis von ihr ab`;
  const [only, ...more] = ways;
  if (only === undefined || more.length === 0) {
    const said = only === undefined ? '' : ` (${only.says})`;
    return `${answers(all)} ${verb} bei Schritt ${name(step)} von ihr ab${said}`;
  }
  const told = ways.slice(0, MOST_WAYS).map(({ indices, says }) => `${answers(indices)} (${says})`);
  const left = ways.length - told.length;
  if (left > 0) told.push(left === 1 ? 'ein weiterer Weg' : `${count(left)} weitere Wege`);
  return `${list(told)} weichen bei Schritt ${name(step)} von ihr ab`;
}

const leads = {
  differs: ({ majority }) => `Die Mehrheit sagt ${majority}, anders als die Synthese`,
  rescued: () => 'Jede Antwort ist falsch, die Synthese nicht',
  lost: () => 'Jede Antwort ist falsch, und die Synthese mit ihnen',
  'lost-differs': () => 'Jede Antwort ist falsch und auch die Synthese, auf ihre eigene Weise',
} satisfies Record<PartingCase, (facts: PartingFacts) => string>;

export const explainTexts: typeof english = {
  hint: 'Wählen Sie einen Schritt, um zu sehen, welche Antworten dasselbe sagen und welche anderes.',
  step: (step) => `Schritt ${name(step)}`,
  marks: (supports, contradicts) =>
    `${some(supports, 'Antwort sagt', 'Antworten sagen')} dasselbe, ` +
    `${some(contradicts, 'sagt', 'sagen')} anderes.`,
  supports: 'sagen dasselbe',
  contradicts: 'sagen anderes',
  heading: (step) => `Was die Antworten bei Schritt ${name(step)} sagen`,
  close: 'Schließen',
  closeLabel: 'Was die Antworten sagen, schließen',
  who: (indices) => answers(indices),
  same: 'Dasselbe',
  otherwise: 'Anderes',
  silent: (indices) =>
    `${answers(indices)} ${indices.length === 1 ? 'sagt' : 'sagen'} dazu nichts, was sich vergleichen ließe.`,
  parted: (step) => `bei Schritt ${name(step)} abgewichen`,
  difference: {
    result: 'anderes Ergebnis',
    operands: 'andere Zahlen',
    operation: 'andere Rechenart',
    number: 'andere Zahl',
    negation: 'das Gegenteil',
    answer: 'andere Antwort',
  },
  card: {
    supports: 'gleich',
    contradicts: 'anders',
    why: (step) => `bei Schritt ${name(step)} der Synthese`,
  },
  parting: (facts) => `${leads[facts.kind](facts)}: ${capital(where(facts))}.`,
};
