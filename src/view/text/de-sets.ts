/** The words around choosing a question set, in German. */
import type { Container } from '../../question/set/container.ts';
import type { RowKind } from '../../question/set/rows.ts';
import type { Level } from '../../question/world/level.ts';
import { count, megabytes } from '../format.ts';
import { questions } from './de-words.ts';
import type { setTexts as english } from './en-sets.ts';

const ROWS: Readonly<Record<RowKind, string>> = {
  plain: 'schlichte Fragen',
  gsm8k: 'GSM8K',
  'math-500': 'MATH-500',
  healthbench: 'HealthBench',
};
const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' } as const;
const SEPARATORS = { ',': 'Kommas', ';': 'Semikolons', '\t': 'Tabulatoren' } as const;

const LEVELS: Readonly<Record<Level, string>> = {
  easy: 'leichte Aufgaben',
  medium: 'mittlere Aufgaben',
  hard: 'schwere Aufgaben',
  expert: 'Aufgaben für Experten',
  master: 'Aufgaben für Meister',
  grandmaster: 'Aufgaben für Großmeister',
};

const container = (kind: Container): string =>
  kind.kind === 'jsonl' ? 'JSON-Zeilen' : `einer Tabelle mit ${SEPARATORS[kind.separator]}`;

/** `among` is the plural after `unter den`. */
const facet = (one: string, all: string, among: string) => ({
  legend: one,
  hint: `Nichts angekreuzt: Fragen aller ${all} werden genommen.`,
  find: `Unter den ${among} suchen`,
  none: `Unter den ${among} hat nichts das im Namen.`,
  more: (n: number) =>
    `Der Satz hat mehr ${all}: Ankreuzen lassen sich nur die ersten ${count(n)}, die darin stehen. Kürzen Sie die Datei vorher, oder nehmen Sie zufällige.`,
});

export const setTexts: typeof english = {
  heading: 'Fragensatz wählen',
  hint: 'Sie sehen, was darin ist, bevor etwas aufbewahrt wird. Legen Sie eine Datei hier ab, oder fügen Sie Zeilen ein.',

  bring: {
    heading: 'Eigener',
    text: 'JSON-Zeilen oder eine Tabelle (CSV) mit „question“ und „answer“; MATH-500, GSM8K und HealthBench, wie sie sind.',
    file: 'Eine Datei',
    pasted: 'Zeilen zum Einfügen',
    pastedPlaceholder: '{"question": "…", "answer": "…"}',
    pastedName: 'Eingefügte Fragen',
    read: 'Zeilen ansehen',
    address: 'Eine Adresse',
    addressPlaceholder: 'https://…/questions.jsonl',
    next: 'Weiter',
    invalid: 'Eine Adresse beginnt mit https:// (oder http://localhost).',
  },

  ready: {
    heading: 'Zur Hand',
    text: 'Hier erzeugt oder Teil dieser Seite; von anderswo wird nichts geholt.',
    count: 'Wie viele',
    seed: 'Startwert',
    level: 'Stufe',
    number: (low, high) => `Muss eine ganze Zahl von ${count(low)} bis ${count(high)} sein.`,
    problems: 'Nanos zurückgehaltene Aufgaben',
    problemsHint: 'Textaufgaben (auf Englisch), mit denen nano nicht trainiert wurde.',
    makeProblems: 'Aufgaben nehmen',
    problemsName: (level, n, seed) => `${count(n)} ${LEVELS[level]}, Startwert ${seed}`,
    notes: 'Fragen um Rat',
    notesHint: 'Offene Fragen (auf Englisch): kurzer Rat, mit dem als richtig Bekannten als Kriterien.',
    makeNotes: 'Fragen um Rat nehmen',
    notesName: (n, seed) => `Rat, ${count(n)}, Startwert ${seed}`,
    competition: 'Aufgaben wie im Wettbewerb',
    competitionHint: 'Sechzig in drei Stufen (auf Englisch), für dieses Projekt geschrieben; für ein richtiges Modell.',
    takeCompetition: 'Die sechzig nehmen',
  },

  known: {
    heading: 'Bekannte',
    text: 'Je eine Datei, von der Adresse, an der sie veröffentlicht ist.',
    facts: ({ questions: n, bytes, licence }) => `${questions(n)} · ${megabytes(bytes)} · Lizenz: ${licence}`,
    fetch: (name) => `${name} holen`,
    pinned: (digest) =>
      `Eine Datei wird nur angenommen, wenn ihre SHA-256 ${digest} ist. Diese Prüfsumme nennen viele öffentliche ` +
      'Verzeichnisse; hier hat niemand die Datei geholt.',
  },

  ask: {
    question: (host) => `Von ${host} herunterladen?`,
    warn: 'Dieser Host sieht dann Ihre Netzwerkadresse und welche Datei Sie holen.',
    from: (url) => `Die Datei: ${url}`,
    confirm: (host) => `Von ${host} herunterladen`,
    cancel: 'Nicht jetzt',
  },

  kept: {
    heading: 'Hier aufbewahrt',
    none: 'In diesem Browser wird noch kein Satz aufbewahrt.',
    facts: (n, open, when) => [questions(n), ...(open > 0 ? [`${count(open)} offen`] : []), when].join(' · '),
    take: (name) => `${name} nehmen`,
    remove: 'Löschen',
    removeLabel: (name) => `${name} löschen`,
    sure: (name) => `„${name}“ endgültig löschen?`,
    cancel: 'Behalten',
    removed: (name) => `„${name}“ ist gelöscht.`,
  },

  progress: {
    label: 'Der Satz wird durchgesehen',
    at: ({ stage, done, total }) => {
      const shown = stage === 'make' ? count : megabytes;
      const words = { fetch: 'Wird geholt', read: 'Wird durchgesehen', make: 'Aufgaben werden erzeugt' }[stage];
      return total === null ? `${words}: ${shown(done)}` : `${words}: ${shown(done)} von ${shown(total)}`;
    },
    begun: 'Beginnt …',
    cancel: 'Abbrechen',
    cancelled: 'Abgebrochen. Nichts wurde aufbewahrt.',
  },

  review: {
    heading: (name) => `Was in ${name} ist`,
    other: 'Anderen Satz wählen',
    found: (n, open) =>
      open === 0
        ? `${questions(n)}, ${n === 1 ? 'mit ihrer Antwort' : 'jede mit ihrer Antwort'}.`
        : open === n
          ? `${questions(n)}, alle offen.`
          : `${questions(n)}, davon ${count(open)} offen.`,
    readable: (n) => `${questions(n)} darin ${n === 1 ? 'lässt' : 'lassen'} sich lesen.`,
    format: ({ container: kind, encoding, rows }) =>
      rows === null
        ? `Nichts darin wurde als Frage erkannt (${container(kind)}, ${ENCODINGS[encoding]}).`
        : `Erkannt als ${ROWS[rows]} in ${container(kind)}, ${ENCODINGS[encoding]}.`,
    noFormat: 'Nicht als Fragensatz erkannt.',
    digest: (digest) => `SHA-256 der Datei: ${digest}`,
    faults: (n) =>
      n === 1
        ? 'Eine Sache darin ist falsch, darum kann nichts davon übernommen werden.'
        : `${count(n)} Sachen darin sind falsch, darum kann nichts davon übernommen werden.`,
    faultsRemedy: 'Berichtigen Sie die Datei, und wählen Sie sie noch einmal.',
    moreFaults: (n) => `und ${count(n)} weitere`,
    sample: (n) => (n === 1 ? 'Die erste Frage' : `Die ersten ${count(n)} Fragen`),
    level: (name) => `Stufe ${name}`,
    line: (n) => `Zeile ${count(n)}`,
    answer: (truth) => `Antwort: ${truth}`,
    unknown: 'Antwort nicht bekannt',
    open: 'Offene Frage',
    criteria: (n) => `Offene Frage, ${n === 1 ? 'ein Kriterium' : `${count(n)} Kriterien`}`,
    narrow: 'Welche davon',
    facets: {
      subjects: facet('Fach', 'Fächer', 'Fächern'),
      levels: facet('Stufe', 'Stufen', 'Stufen'),
      tags: facet('Schlagwort', 'Schlagwörter', 'Schlagwörtern'),
    },
    part: 'Nur zufällige',
    partHint: 'Leer: alle. Derselbe Startwert zieht dieselben Fragen.',
    seed: 'Startwert',
    counting: 'Wird gezählt …',
    chosen: (n, all) =>
      n === all ? `Alle gewählt: ${questions(n)}.` : `${count(n)} von ${questions(all)} gewählt.`,
    tooMany: (most) => `Mehr als ${count(most)} auf einmal sind zu viele: Filtern Sie, oder nehmen Sie zufällige.`,
    name: 'Name',
    nameMissing: 'Der Satz braucht einen Namen.',
    use: 'Verwenden',
    keep: 'Hier aufbewahren',
    keepHint: '„Hier aufbewahren“ legt die gewählten Fragen in diesem Browser ab; „Verwenden“ geht mit ihnen weiter.',
    taking: 'Die gewählten Fragen werden gelesen …',
    keeping: (name) => `„${name}“ wird aufbewahrt …`,
    kept: (n, name) => `${questions(n)} hier aufbewahrt als „${name}“.`,
    notKept: 'Nichts wurde aufbewahrt.',
  },
};
