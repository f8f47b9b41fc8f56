/** The rubric's words, in German: criteria, verdicts, who judged, and what a person changes. */
import { count, decimals, plain, seconds } from '../format.ts';
import { capital, name, names, some } from './de-words.ts';
import type { rubricTexts as english } from './en-rubric.ts';

const column = (of: number | 'synthesis'): string => (of === 'synthesis' ? 'Synthese' : `Antwort ${name(of)}`);

const percent = (share: number): string => `${count(Math.round(share * 100))} %`;

const bestOf = (indices: readonly number[]): string =>
  indices.length === 1
    ? `Antwort ${name(indices[0] ?? 0)} erfüllt`
    : `die Antworten ${names(indices)} erfüllen`;

export const rubricTexts: typeof english = {
  heading: 'Kriterienkatalog',
  hint: 'Kriterien aus der Synthese, und zu jeder Antwort ein Urteil nach jedem davon.',
  empty: 'Hier werden Kriterien und Urteile stehen.',
  waiting: 'Wartet auf die Synthese: Sie allein bestimmt die Kriterien.',
  none: {
    stopped: 'Es gibt keinen Kriterienkatalog: Der Lauf wurde vorher angehalten.',
    failed: 'Es gibt keinen Kriterienkatalog.',
    unusable: 'Keine Zeile des Modells taugte als Kriterium, darum wurde nichts beurteilt.',
  },
  judges: {
    self: 'Das Modell beurteilt sich selbst.',
    selfWhy:
      'Die Studie fragt einen unabhängigen Richter: In den Einstellungen lässt sich dafür ein zweites Modell laden.',
    independent: (id) => `Beurteilt von ${id}, einem unabhängigen Modell.`,
    loading: (id) => `${id} wird als Richter geladen`,
    ready: (id) => `${id} beurteilt die nächste Frage, als unabhängiges Modell.`,
    cancel: 'Abbrechen',
    unload: (id) => `${id} freigeben`,
  },

  table: 'Urteile nach Kriterium und Antwort',
  criterion: 'Kriterium',
  rollout: (index) => `Antwort ${name(index)}`,
  synthesis: 'Synthese',
  reward: 'Belohnung',
  advantage: 'Vorteil',
  given: 'Punkte des Datensatzes',
  nothing: '–',
  notAsked: 'Die Synthese wird nicht nach dem beurteilt, was sie selbst vorgeschlagen hat.',
  values: {
    yes: 'ja',
    no: 'nein',
    unreadable: 'unlesbar',
    missing: 'noch nicht',
  },
  notJudged: 'nicht beurteilt',
  tied: 'unentschieden',
  byYou: 'von Ihnen',
  agree: (same, of) => `${count(same)} von ${count(of)}`,
  weight: (weight) => `Gewicht ${plain(weight)}`,
  points: (points) => `${points > 0 ? '+' : '−'}${plain(Math.abs(points))} Punkte des Datensatzes`,
  off: 'aus',
  written: 'Ihres',
  cell: (criterion, of, value, more) =>
    [`Kriterium ${name(criterion)}, ${column(of)}: ${value}`, ...more].join(', '),
  keys: 'Pfeiltasten gehen von Zelle zu Zelle; die Eingabetaste zeigt die Belege.',

  totals: {
    yes: (n) => `${count(n)} ja`,
    no: (n) => `${count(n)} nein`,
    unreadable: (n) => `${count(n)} unlesbar`,
    missing: (n) => `${count(n)} nicht beurteilt`,
    overruled: (n) => `${count(n)} von Ihnen geändert`,
    agreement: (share) => `${percent(share)} der wiederholten Urteile stimmen überein`,
    ties: (n) => some(n, 'Gleichstand zählt als Nein', 'Gleichstände zählen als Nein'),
  },
  unreadableWhy: 'Ein unlesbares Urteil zählt als nicht erfüllt. Es wird aufbewahrt und kann geändert werden.',

  evidence: {
    heading: (criterion, of) => `Kriterium ${name(criterion)} · ${column(of)}`,
    label: 'Belege für ein Urteil',
    close: 'Belege schließen',
    missing: 'Der Richter wurde nicht gefragt, also gibt es nichts zu ändern.',
    yours: 'Ihr Urteil',
    says: { yes: 'ja', no: 'nein', back: 'wie beurteilt' },
    backWhy: 'Nimmt Ihr Urteil zurück.',
    said: (value) => `Der Richter sagte: ${value}.`,
    unreadable: 'Die Worte des Richters enthalten kein Urteil.',
    nth: (repeat, of) => `Urteil ${name(repeat)} von ${count(of)}`,
    noReason: 'Er gab keinen Grund an.',
    order: { true: 'Antwort vor dem Kriterium', false: 'Antwort nach dem Kriterium' },
    place: (at) => `als Nummer ${name(at)} gefragt`,
    cost: (tokens, read, time) =>
      `${count(tokens)} Token geschrieben, ${count(read)} gelesen, ${seconds(time)}`,
    cut: 'an der Grenze abgeschnitten',
    failed: 'fehlgeschlagen',
    words: 'Seine Worte, wie sie kamen',
    show: (of) => `${column(of)} zeigen`,
    agreement: (same, of) => `${count(same)} von ${count(of)} lesbaren Urteilen stimmen überein.`,
    tied: 'Gleich viele sagen Ja wie Nein: Das zählt als Nein.',
  },

  criteria: {
    heading: 'Kriterien ändern',
    hint:
      'Ein Gewicht zählt im Verhältnis zu den anderen. Geänderte Worte verlieren ihre Urteile; der Richter kann neu ' +
      'gefragt werden. „Rückgängig“ bringt die Worte zurück, nicht die Urteile.',
    counts: (at) => `Kriterium ${name(at)} zählt`,
    text: (at) => `Text von Kriterium ${name(at)}`,
    weight: (at) => `Gewicht von Kriterium ${name(at)}`,
    weightHead: 'Gewicht',
    remove: (at) => `Kriterium ${name(at)} entfernen`,
    add: 'Hinzufügen',
    addLabel: 'Ein eigenes Kriterium, mit Ja oder Nein zu beantworten',
    addPlaceholder: 'Sagt …',
    undo: 'Rückgängig',
    empty: 'Ein Kriterium braucht Worte.',
    same: 'Dieses Kriterium gibt es schon.',
    badWeight: 'Ein Gewicht ist eine Zahl über 0.',
    keys: 'Die Eingabetaste übernimmt einen geänderten Text, Escape nimmt ihn zurück.',
  },
  refused: (n) => some(n, 'Zeile wurde zurückgewiesen', 'Zeilen wurden zurückgewiesen'),
  why: {
    empty: 'leer',
    duplicate: 'wie ein anderes',
    'not-a-criterion': 'kein Kriterium',
    'too-long': 'zu lang',
    'too-many': 'mehr als 12',
  },
  proposal: 'Die Worte des Modells, wie sie kamen',

  judge: (calls) => `Fehlendes beurteilen (${some(calls, 'Aufruf', 'Aufrufe')})`,
  repeat: (calls) => `Noch einmal fragen, in anderer Reihenfolge (${some(calls, 'Aufruf', 'Aufrufe')})`,

  settings: {
    heading: 'Beurteilung offener Fragen',
    repeats: 'Urteile je Paar',
    repeatsHint: 'Wie oft der Richter zu jeder Antwort und jedem Kriterium gefragt wird. Die Mehrheit zählt.',
    permute: 'Wechselnde Reihenfolge',
    permuteHint:
      'Kriterien in zufälliger Reihenfolge, die Antwort abwechselnd vor und nach dem Kriterium: Kleine Richter ' +
      'lassen sich von beidem beeinflussen.',
  },

  progress: {
    rubric: 'Schlägt die Kriterien vor',
    verdicts: (done, total) => `Urteil ${count(done)} von ${count(total)}`,
    left: (time) =>
      `noch etwa ${time < 90 ? `${count(Math.max(1, Math.round(time)))} s` : `${count(Math.round(time / 60))} min`}`,
    timing: 'die ersten Aufrufe zeigen, wie lange es dauert',
    label: 'Fortschritt der Beurteilung',
    stop: 'Anhalten',
  },

  verdict: {
    headline: (mean) => `Antworten erfüllen im Mittel ${percent(mean)} der Kriterien`,
    none: 'Keine Antwort hat eine Belohnung.',
    empty: 'Hier werden Belohnungen verglichen.',
    waiting: 'Wartet auf die Synthese.',
    judging: 'Der Richter ist bei der Arbeit.',
    sentence: (best, reward, worst) =>
      reward === worst
        ? `Jede Antwort hat die Belohnung ${decimals(reward)}, also sticht keine heraus.`
        : `${capital(bestOf(best))} am meisten: ${decimals(reward)}. Die niedrigste Belohnung ist ${decimals(worst)}.`,
    mean: 'Mittlere Belohnung',
    best: 'Höchste Belohnung',
    andOthers: (n) => `und ${some(n, 'andere', 'andere')}`,
    criteria: 'Kriterien, die zählen',
    notJudged: 'noch nicht beurteilt',
    unreadable: (n) => (n === 0 ? 'alle Urteile lesbar' : `${some(n, 'Urteil', 'Urteile')} unlesbar`),
    given: (parts) => `Nach den Punkten des Datensatzes: ${parts.join(', ')}.`,
    givenMean: (mean) => `eine Antwort hat im Mittel ${mean}`,
    givenSynthesis: (score) => `die Synthese hat ${score}`,
    changed: (index, from, to) =>
      `Antwort ${name(index)}: Belohnung ${decimals(to)}, vorher ${decimals(from)}.`,
    unchanged: 'Die Belohnungen bleiben, wie sie waren.',
  },
};
