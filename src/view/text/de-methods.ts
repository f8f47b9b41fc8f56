/** The words of the table of methods, in German. */
import { count, decimals, seconds } from '../format.ts';
import { name, some } from './de-words.ts';
import type { methodTexts as english } from './en-methods.ts';

export const methodTexts: typeof english = {
  heading: 'Verfahren',
  hint: 'Was jeder Weg zu einer einzigen Antwort ergibt und was er kostet.',
  table: 'Verfahren nebeneinander',
  columns: {
    method: 'Verfahren',
    chose: 'Wählte',
    right: 'Richtig',
    score: 'Belohnung',
    written: 'Token geschrieben',
    read: 'Token gelesen',
    time: 'Zeit',
    why: 'Belege',
  },
  names: {
    single: 'Einzelne Antwort',
    majority: 'Mehrheitsentscheid',
    majorityEqualCompute: 'Mehrheit bei gleichem Aufwand',
    bestOfN: 'Beste aus N',
    perplexity: 'Geringste Perplexität',
    mutualPredictability: 'Gegenseitige Vorhersagbarkeit',
    judgeScore: 'Richterwertung',
    selfConsistency: 'Selbstkonsistenz',
    synthesis: 'Synthese',
    oracle: 'Orakel',
  },
  what: (group) => ({
    single: `irgendeine der ${count(group)}, im Mittel`,
    majority: `die häufigste von ${count(group)} Antworten`,
    majorityEqualCompute: `dasselbe über ${count(group + 1)}, so viele Aufrufe, wie die Synthese braucht`,
    bestOfN: 'das Modell liest alle und nennt eine',
    perplexity: 'die, deren eigene Worte das Modell für die wahrscheinlichsten hielt',
    mutualPredictability: 'die, welche die anderen am besten vorhersagen',
    judgeScore: 'die erste, von der es heißt, sie sage, was die Synthese sagt',
    selfConsistency: 'das Modell nennt die, die am besten zu den anderen passt',
    synthesis: 'aus allen neu geschrieben',
    oracle: 'irgendeine davon richtig: was keine Auswahl übertreffen kann',
  }),
  best: 'die höchste von allen: was keine Auswahl übertreffen kann',

  answer: (index) => `Antwort ${name(index)}`,
  oracle: (right, group) => `${count(right)} von ${count(group)} richtig`,
  share: (share) => `${count(Math.round(share * 100))} %`,
  right: 'richtig',
  wrong: 'falsch',
  undecided: 'unentschieden',
  unknown: 'nicht bekannt',
  nothing: '–',
  seconds,
  why: {
    'not-asked': 'nicht verlangt: die Einstellungen bieten an, was dieses Modell kann',
    'not-sampled': 'braucht eine weitere Antwort: den Entscheid bei gleichem Aufwand einschalten',
    'no-votes': 'keine Antwort, für die zu stimmen war',
    'no-answer': 'kein Endergebnis darin',
    'not-judged': 'nicht beurteilt: Sie hat die Kriterien selbst vorgeschlagen',
    'no-score': 'braucht Log-Wahrscheinlichkeiten gegebener Texte: nicht mit dieser Engine',
    'not-taught': 'dieses Modell hat das nicht gelernt',
    'nothing-to-choose': 'nichts zu wählen: keine Antwort endete von selbst, oder die Synthese nicht',
    unreadable: 'die Worte des Modells nennen keine',
    'no-room': 'passt nicht in das, was das Modell auf einmal lesen kann',
    fault: 'ist fehlgeschlagen',
    unfinished: 'angehalten, bevor alle Aufrufe fertig waren: „Fortsetzen“ holt den Rest nach',
  },
  noOwnScores: 'die Antworten kamen ohne Log-Wahrscheinlichkeiten',

  evidence: {
    show: (method) => `Belege zeigen: ${method}`,
    word: 'zeigen',
    scores: 'Werte',
    scoreOf: {
      perplexity: 'Mittlere Log-Wahrscheinlichkeit der eigenen Token; näher an 0 ist besser.',
      mutualPredictability: 'Mittlere Log-Wahrscheinlichkeit nach den anderen; näher an 0 ist besser.',
      judgeScore: '1: Der Richter nennt sie gleichwertig mit der Synthese.',
      bestOfN: '',
      selfConsistency: '',
    },
    rollout: 'Antwort',
    score: 'Wert',
    value: (score) => (score === null ? '–' : decimals(score)),
    calls: (n) => some(n, 'Aufruf', 'Aufrufe'),
    about: (index) => `zu Antwort ${name(index)}`,
    order: (indices) => `Gelesen wurden die Antworten ${indices.map(name).join(', ')}, in dieser Reihenfolge.`,
    cost: (tokens, read, time) =>
      `${count(tokens)} Token geschrieben, ${count(read)} gelesen, ${seconds(time)}`,
    scored: 'Geschrieben wurde nichts: Ein gegebener Text wurde bewertet.',
    cut: 'an der Grenze abgeschnitten',
  },

  settings: 'Einstellungen der Verfahren',
  progress: (method, done, total) => `${method}: ${count(done)} von ${count(total)} Aufrufen`,
  progressLabel: 'Fortschritt der Verfahren',

  choose: {
    heading: 'Verfahren zum Vergleich',
    hint: 'Ausgeschaltet kosten sie nichts. Mehrheitsentscheide, Synthese und Orakel sind immer dabei.',
    extra: ({ calls, scored }) => {
      if (calls > 0) return `${some(calls, 'weiterer Aufruf', 'weitere Aufrufe')} je Frage.`;
      return scored > 0 ? `${some(scored, 'bewerteter Text', 'bewertete Texte')} je Frage.` : 'Keine weiteren Aufrufe.';
    },
    cannot: {
      'no-score': 'Nicht mit dieser Engine: Sie gibt keine Log-Wahrscheinlichkeiten gegebener Texte.',
      'not-taught': 'Das geladene Modell hat das nicht gelernt.',
    },
    sum: (calls, scored) =>
      `Zusammen ${[some(calls, 'weiterer Aufruf', 'weitere Aufrufe'), ...(scored > 0 ? [some(scored, 'bewerteter Text', 'bewertete Texte')] : [])].join(' und ')} für jede Frage.`,
    all: 'Alle',
    none: 'Keine',
  },
};
