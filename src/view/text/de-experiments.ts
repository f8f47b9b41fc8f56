/** The words of the experiments, in German. */
import type { NoFigure } from '../../group/accuracy.ts';
import type { Recipe } from '../../group/recipe.ts';
import type { Settings } from '../../run/settings.ts';
import * as numbers from '../experiment/numbers.ts';
import * as format from '../format.ts';
import { count, decimals, gigabytes, plain } from '../format.ts';
import { inPercent, inPoints, percent } from '../percent.ts';
import { cautionText } from './de-cautions.ts';
import { questions, some } from './de-words.ts';
import type { experimentTexts as english } from './en-experiments.ts';

const chance = (p: number): string => numbers.chance(p, 'unter');
const duration = (seconds: number): string => format.duration(seconds, 'Tage');

const bounds = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${inPoints(low)} bis ${inPoints(high)}`;

const span = ({ from, to }: { readonly from: number; readonly to: number }): string => {
  if (from === -Infinity) return `unter ${decimals(to)}`;
  if (to === Infinity) return `ab ${decimals(from)}`;
  return from === to ? decimals(from) : `${decimals(from)} bis ${decimals(to)}`;
};

const model = ({ model: name, engine }: Recipe['policy']): string => `${name} auf ${engine}`;

/** What decides a group, besides the prompts, in words. */
const decides = ({
  group,
  sampling,
  seed,
  questionVisible,
  equalCompute,
  methods = [],
}: Omit<Settings, 'prompts' | 'judging'>): string[] => [
  `G ${count(group)}`,
  `Temperatur ${plain(sampling.temperature)}`,
  ...(sampling.topP < 1 ? [`Top-p ${plain(sampling.topP)}`] : []),
  ...(sampling.topK > 0 ? [`Top-k ${plain(sampling.topK)}`] : []),
  `bis zu ${count(sampling.maxTokens)} Token je Antwort`,
  `Startwert ${seed}`,
  questionVisible ? 'Synthese sieht die Frage' : 'Synthese ohne die Frage',
  ...(equalCompute ? ['Entscheid bei gleichem Aufwand'] : []),
  ...(methods.length > 0 ? [some(methods.length, 'weiteres Verfahren', 'weitere Verfahren')] : []),
];

const NONE: Readonly<Record<NoFigure, string>> = {
  'not-asked': 'nicht verlangt',
  'no-truth': 'die Antwort ist nicht bekannt',
  'no-score': 'braucht Log-Wahrscheinlichkeiten gegebener Texte: nicht mit dieser Engine',
  'not-taught': 'dieses Modell hat das nicht gelernt',
  'nothing-to-choose': 'nichts zu wählen',
  unreadable: 'die Worte des Modells nennen keine',
  'no-room': 'passt nicht in das, was das Modell auf einmal lesen kann',
  fault: 'ist fehlgeschlagen',
  unfinished: 'angehalten, bevor alle Aufrufe fertig waren',
};

export const experimentTexts: typeof english = {
  heading: 'Experimente',
  hint: 'Viele Fragen mit denselben Einstellungen, und was daraus wurde.',
  back: 'Alle Experimente',
  questions,

  list: {
    heading: 'Läufe',
    create: 'Neues Experiment',
    reading: 'Das Aufbewahrte wird gelesen …',
    empty: 'Hier ist noch kein Experiment gelaufen.',
    emptyHint:
      'Ein Experiment stellt dem geladenen Modell viele Fragen und sagt, wie oft Synthese, Mehrheit und jedes ' +
      'andere Verfahren recht haben. Wählen Sie zuerst einen Fragensatz; nanos eigene Aufgaben liegen bereit. ' +
      'Ein Lauf kann pausieren, übersteht einen geschlossenen Tab und geht weiter, wo er stand.',
    open: (name) => `${name} öffnen`,
    columns: {
      name: 'Name',
      set: 'Fragen',
      model: 'Modell',
      group: 'G',
      done: 'Fertig',
      state: 'Stand',
      when: 'Begonnen',
      actions: 'Aktionen',
    },
    done: (done, planned) => `${count(done)} von ${count(planned)}`,
    missed: (n) => `${count(n)} ausgefallen`,
    states: {
      done: 'fertig',
      paused: 'pausiert',
      here: 'läuft',
      elsewhere: 'läuft in einem anderen Tab',
    },
    rename: 'Umbenennen',
    renameLabel: (name) => `Umbenennen: ${name}`,
    remove: 'Löschen',
    removeLabel: (name) => `Löschen: ${name}`,
    table: 'Experimente, die hier aufbewahrt werden',
  },

  name: {
    label: 'Name des Experiments',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },

  actions: {
    pause: 'Pausieren',
    resume: 'Fortsetzen',
    again: 'Ausgefallenes noch einmal versuchen',
    takeOver: 'Übernehmen',
    takeOverHint: 'Ein anderer Tab arbeitet daran. Was dort fertig wird, erscheint hier; Übernehmen hält es dort an.',
    anew: 'Dasselbe neu fragen',
    anewHint: 'Ein neuer Lauf dieser Fragen mit diesen Einstellungen und dem geladenen Modell; dieser bleibt, wie er ist. Für andere Antworten ändern Sie den Startwert.',
    print: 'Drucken',
    compare: 'Vergleichen',
    label: (what, name) => `${what}: ${name}`,
  },

  create: {
    heading: 'Neues Experiment',
    set: 'Fragen',
    chosen: (name, n) => `${name}: ${questions(n)}.`,
    none: 'Noch sind keine Fragen übernommen: Wählen Sie sie oben, und drücken Sie „Verwenden“.',
    settings: 'Einstellungen',
    settingsHint: 'Sie werden mit dem Lauf festgehalten und bleiben, was immer später eingestellt wird.',
    withModel: (id) => `Fragt ${id}`,
    noModel: 'Noch ist kein Modell geladen',
    words: (settings) => decides(settings),
    ownPrompts: (of) =>
      ({
        all: 'eigene Prompts',
        open: 'eigene Prompts für offene Fragen',
        verifiable: 'eigene Prompts für Fragen mit Endergebnis',
      })[of],
    change: 'Einstellungen ändern',
    models: 'Anderes Modell',
    count: 'Wie viele',
    countHint: (n) => `So viele der ersten von ${questions(n)}.`,
    countInvalid: (n) => `Eine ganze Zahl von 1 bis ${count(n)}.`,
    name: 'Name des Laufs',
    estimate: 'Was es braucht',
    estimating: 'Wird berechnet …',
    time: (seconds) => `Etwa ${duration(seconds)}`,
    timeUnknown: 'Hier lief noch nichts Vergleichbares, darum weiß niemand, wie lange es dauert',
    space: (bytes) => `etwa ${gigabytes(bytes)} Speicherplatz`,
    free: (bytes) => `${gigabytes(bytes)} sind frei`,
    tooLittle: 'Das ist mehr, als da ist: Der Lauf würde pausieren, wenn der Speicherplatz fast voll ist.',
    start: (n) => `Mit ${questions(n)} beginnen`,
    startNone: 'Beginnen',
    starting: 'Wartet auf das Modell …',
    busy: 'In diesem Tab läuft ein anderes Experiment. Dieses zu beginnen pausiert es.',
    known: 'Antworten, die hier zur selben Frage, vom selben Modell, mit denselben Einstellungen und demselben Startwert aufbewahrt sind, werden übernommen, wie sie sind.',
    title: (set, first, g) => `${set}${first === null ? '' : `, die ersten ${count(first)}`}, G ${count(g)}`,
  },

  scale: {
    label: 'Synthese kleinerer Gruppen',
    legend: 'Synthese bei kleinerem G',
    size: (n) => `G ${count(n)}`,
    hint: 'Jede andere Linie folgt aus den Antworten; die Synthese muss neu geschrieben werden, aus einigen von ihnen.',
    hintNew:
      'Nach jeder Frage aus einigen ihrer Antworten geschrieben, für die Kurve der Genauigkeit über G. Keine ist nötig, und jede braucht Zeit.',
    takes: ({ calls, seconds }) =>
      `${some(calls, 'Synthese ist', 'Synthesen sind')} zu schreiben, ` +
      (seconds === null ? 'wie lange das hier dauert, weiß niemand.' : `etwa ${duration(seconds)}.`),
    all: 'Alle sind geschrieben.',
    among: (n) => `${some(n, 'Synthese', 'Synthesen')} kleinerer Gruppen`,
    start: (n) => `${some(n, 'Synthese', 'Synthesen')} schreiben`,
    busy: 'In diesem Tab läuft ein anderes Experiment. Wer dieses beginnt, hält jenes an.',
    progress: (done, total) => `${count(done)} von ${some(total, 'Synthese', 'Synthesen')} geschrieben`,
    stop: 'Anhalten',
  },

  progress: {
    label: 'Fortschritt des Experiments',
    text: (done, total) => `${count(done)} von ${questions(total)} fertig`,
    left: (seconds) => `noch etwa ${duration(seconds)}`,
    leftUnknown: 'verbleibende Zeit noch nicht bekannt',
    inFlight: 'In Arbeit',
    sampling: (ended, all) => `${count(ended)} von ${count(all)} Antworten`,
    synthesis: 'schreibt die Synthese',
    assessing: 'beurteilt die Antworten',
    said: (done, total) => `${count(done)} von ${questions(total)} fertig.`,
    elsewhere: 'Ein anderer Tab arbeitet an diesem Lauf.',
    paused: 'Pausiert: Er geht weiter, wo er stand.',
  },

  run: {
    reading: 'Der Lauf wird gelesen …',
    gone: 'Einen solchen Lauf gibt es hier nicht.',
    goneHint: 'Vielleicht wurde er gelöscht, oder er wird in einem anderen Browser aufbewahrt.',
    nothing: 'Noch ist keine Frage beantwortet.',
    facts: ({ policy, ...recipe }) => [model(policy), ...decides(recipe)],
    judge: (name, itself) => (itself ? `${name} beurteilt sich selbst` : `beurteilt von ${name}`),
    begun: (when) => `begonnen ${when}`,
    from: (set) => `Fragen aus ${set}`,
  },

  report: {
    heading: 'Bericht',
    table: (over) => `Verfahren mit ihren Intervallen und Kosten. ${over}`,
    over: {
      truth: (n) => `Über ${questions(n)} mit bekannter Antwort.`,
      given: (n) => `Über ${some(n, 'offene Frage', 'offene Fragen')} nach dem Kriterienkatalog des Datensatzes; mittlere Punkte.`,
      rubric: (n) => `Über ${some(n, 'offene Frage', 'offene Fragen')} nach CaTs eigenen Kriterien; mittlere Belohnungen.`,
      nothing: () => 'Keine Frage hat eine bekannte Antwort oder ein Urteil.',
    },
    left: (n) => `${some(n, 'Frage hat', 'Fragen haben')} weder eine bekannte Antwort noch ein Urteil und ${n === 1 ? 'geht' : 'gehen'} in keine Zahl ein.`,
    columns: {
      method: 'Verfahren',
      scored: { truth: 'Richtig', given: 'Punkte des Datensatzes', rubric: 'Belohnung', nothing: 'Richtig' },
      interval: '95-%-Intervall',
      difference: 'Synthese − dies, Punkte',
      written: 'Token geschrieben',
      read: 'Token gelesen',
      time: 'Zeit',
      notes: 'Anmerkungen',
    },
    costHint: 'Token und Zeit sind Mittelwerte für eine Frage.',
    interval: ({ low, high }) => `${inPercent(low)} bis ${inPercent(high)}`,
    difference: ({ estimate, low, high }) => `${inPoints(estimate)} (${bounds({ low, high })})`,
    nothing: '–',
    none: (reason) => NONE[reason],
    noChoice: (reason, n) => `${NONE[reason]}: ${questions(n)}`,
    gap: (synthesis, majority, gap) =>
      `Die Synthese ist bei ${percent(synthesis)} richtig, der Mehrheitsentscheid bei ${percent(majority)}: ` +
      `${inPoints(gap.estimate)} Punkte (95 % ${bounds(gap)}).`,
    mcnemar: (onlyMajority, onlySynthesis, p) =>
      `Nur die Synthese ist richtig bei ${questions(onlySynthesis)}, nur die Mehrheit bei ` +
      `${questions(onlyMajority)}: McNemars exakter Test ergibt p = ${chance(p)}.`.replace('p = unter', 'p unter'),
    disagree: (n, right) =>
      (n === 0 ? 'Sie antworten auf jede Frage gleich' : `Sie antworten auf ${questions(n)} verschieden`) +
      (right === null || n === 0 ? '.' : `; die Synthese ist bei ${count(right)} davon richtig.`),
    allWrong: (n, rescued) =>
      n === 0
        ? 'Es gibt keine Frage, bei der jede Antwort falsch ist.'
        : `Bei ${questions(n)} ist jede Antwort falsch, sodass keine Mehrheit recht haben kann; die Synthese ist bei ${count(rescued)} davon richtig.`,
    agreement: ({ estimate, low, high }) =>
      `Zwei Antworten auf dieselbe Frage stimmen in ${percent(estimate)} der Fälle überein (95 %: ${inPercent(low)} bis ${inPercent(high)}).`,
    undecided: (n) =>
      `${some(n, 'Vergleich', 'Vergleiche')} mit der bekannten Antwort ${n === 1 ? 'blieb unentschieden und zählt' : 'blieben unentschieden und zählen'} als falsch.`,
    missed: (n) => `${questions(n)} ${n === 1 ? 'endete' : 'endeten'} ohne Ergebnis:`,
    missedMore: (n) => `und ${count(n)} weitere`,
    at: (index) => `Frage ${count(index + 1)}`,
    cautions: 'Vorbehalte',
  },

  caution: cautionText,

  charts: { heading: 'Bilder' },

  groups: {
    heading: 'Fragen',
    passing: (n, all) =>
      n === all ? `Alle: ${questions(all)}` : `${count(n)} von ${questions(all)} bestehen die Filter`,
    none: 'Keine Frage besteht alle Filter.',
    table: 'Fragen mit dem, was Mehrheit und Synthese ergaben',
    open: 'Öffnen:',
    columns: { number: 'Nr.', question: 'Frage', majority: 'Mehrheit', synthesis: 'Synthese' },
    right: 'richtig',
    wrong: 'falsch',
    unknown: 'nicht bekannt',
    differs: 'uneinig',
    share: {
      truth: (share) => `${share} richtig`,
      given: (share) => `Punkte des Datensatzes ${share}`,
      rubric: (share) => `Belohnung ${share}`,
      nothing: (share) => share,
    },
    pages: 'Seiten der Fragen',
    before: 'Frühere',
    after: 'Spätere',
    range: (from, to, all) => `${count(from)} bis ${count(to)} von ${count(all)}`,
  },

  filters: {
    label: 'Wirksame Filter',
    quadrant: {
      'agree-right': 'Synthese einig mit der Mehrheit, richtig',
      'agree-wrong': 'Synthese einig mit der Mehrheit, falsch',
      'disagree-right': 'Synthese anders als die Mehrheit, richtig',
      'disagree-wrong': 'Synthese anders als die Mehrheit, falsch',
    },
    allWrong: 'jede Antwort falsch',
    reward: (bin) => `eine Antwort mit Belohnung ${span(bin)}`,
    advantage: (bin) => `eine Antwort mit Vorteil ${span(bin)}`,
    clear: (name) => `Filter aufheben: ${name}`,
    all: 'Alle Filter aufheben',
  },

  compare: {
    heading: 'Mit einem anderen Lauf vergleichen',
    choose: 'Lauf zum Vergleich',
    nothing: 'Lauf wählen',
    none: 'Es gibt hier keinen anderen Lauf mit einer beantworteten Frage.',
    end: 'Vergleich beenden',
    first: 'A',
    second: 'B',
    shared: (n) => `${questions(n)} in beiden.`,
    only: (first, second) => `${count(first)} nur in A, ${count(second)} nur in B: Sie zählen hier nicht.`,
    noneShared: 'Die beiden Läufe haben keine beantwortete Frage gemeinsam, also gibt es nichts zu vergleichen.',
    differ: 'Worin sich unterscheidet, wie gefragt wurde',
    same: 'Es wurde auf dieselbe Weise gefragt.',
    table: 'Trefferquote jedes Laufs nach Verfahren, Frage für Frage',
    columns: {
      method: 'Verfahren',
      questions: 'Fragen',
      first: 'A',
      second: 'B',
      difference: 'B − A, Punkte',
      only: 'Nur in A richtig, nur in B',
      p: 'McNemars p',
    },
    chance,
    method: 'Fragen, bei denen sie sich unterscheiden, nach',
    list: 'Fragen, bei denen sich die beiden Läufe unterscheiden',
    noneDiffer: 'Nach diesem Verfahren unterscheiden sie sich bei keiner Frage.',
    of: (run) => `in Lauf ${run}`,
    change: (name, first, second) => `${name}: in A ${first}, in B ${second}`,
    names: {
      policy: 'Modell',
      anchor: 'Anker',
      judge: 'Richter',
      group: 'G',
      temperature: 'Temperatur',
      topP: 'Top-p',
      topK: 'Top-k',
      maxTokens: 'Längste Antwort',
      seed: 'Startwert',
      questionVisible: 'Synthese sieht die Frage',
      equalCompute: 'Entscheid bei gleichem Aufwand',
      prompts: 'Prompts',
      methods: 'Verfahren',
      rest: 'Weitere Einstellungen',
    },
    noMethods: 'keine',
    yes: 'ja',
    no: 'nein',
    own: 'ein Text',
    other: 'ein anderer Text',
  },
};
