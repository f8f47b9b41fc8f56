/** The words around the two kinds of question, in German. */
import { count, duration } from '../format.ts';
import type { kindTexts as english } from './en-kind.ts';

export const kindTexts: typeof english = {
  legend: 'Art der Frage',
  names: { verifiable: 'mit Endergebnis', open: 'offen' },
  known: 'kein Endergebnis',
  knownWhy: 'nach Kriterien bewertet',
  untaught: (id) => `${id} hat offene Fragen nicht gelernt.`,
  another: 'Andere Frage',
  placeholder: 'Eine Frage, die um Rat bittet …',
  remedy: 'Ein Instruct-Modell laden',
  cost: (from, to) =>
    'Das Modell leitet 5 bis 12 Ja-nein-Kriterien aus seiner Synthese ab, und ein Richter misst jede Antwort ' +
    `an jedem davon: ${count(from)} bis ${count(to)} kurze Aufrufe nach der Synthese.`,
  time: (seconds) => `Hier dauert eine solche Frage im Ganzen etwa ${duration(seconds, 'Tage')}.`,
};
