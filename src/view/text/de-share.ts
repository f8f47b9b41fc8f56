/** What people send each other, in German. */
import { count } from '../format.ts';
import { whyIn } from './de-reasons.ts';
import { some } from './de-words.ts';
import type { shareTexts as english } from './en-share.ts';

const names: typeof english.dialog.names = {
  settings: 'die Einstellungen',
  models: 'andere Modelle und das Messen',
  experiments: 'die Experimente',
  history: 'die früheren Fragen',
};

export const shareTexts: typeof english = {
  open: 'Teilen …',
  classFile: 'Klassendatei …',
  row: 'Teilen oder öffnen',

  note: {
    label: 'Von anderswo gekommen',
    wrongLink: (path, reason) =>
      `Der Link war nicht zu lesen, und nichts davon wurde verwendet. ${whyIn(path, reason)}`,
    wrongFile: (path, reason) =>
      `Die Klassendatei war nicht zu lesen, und nichts davon wurde verwendet. ${whyIn(path, reason)}`,
    wrongKeep: (what, cause) => `${what} ${cause}`,
    missing:
      'Der Teil der Seite, der Links und Klassendateien öffnet, war nicht zu bekommen. Laden Sie die Seite neu, um es noch einmal zu versuchen.',
    link: 'Frage und Einstellungen kommen aus einem Link. Nichts läuft, bevor Sie auf „Fragen“ drücken.',
    settings: 'Die Einstellungen kommen aus einem Link. Nichts läuft, bevor Sie auf „Fragen“ drücken.',
    live: 'Die Frage und ihre Einstellungen stehen unten. Nichts läuft, bevor Sie auf „Fragen“ drücken.',
    replaced: 'Was vorher dastand, ist ihnen gewichen.',
    undo: 'Zurückholen, was dastand',
    undone: 'Es steht wieder da wie vorher.',
    waiting: 'Ein Link wurde geöffnet, während eine Frage beantwortet wird.',
    now: 'Jetzt öffnen',
    dismiss: 'Schließen',
  },
  prepared: {
    line: 'Vorbereiteter Link',
    hidden: (what) => (what.length === 0 ? '' : ` ohne ${what.map((one) => names[one]).join(', ')}`),
    pinned: 'die Einstellungen stehen fest',
    all: 'alle Bedienelemente zeigen',
    fixed:
      'Der Link, den Sie geöffnet haben, legt diese Einstellungen fest. „Alle Bedienelemente zeigen“, oben auf der Seite, gibt sie frei.',
  },
  recorded: {
    link: 'Diese Aufzeichnung kam durch einen Link; niemand hat sie geprüft. Nichts davon ist gespeichert.',
    file: 'Diese Aufzeichnung kam durch eine Klassendatei; niemand hat sie geprüft. Nichts davon ist gespeichert.',
    keep: 'Aufbewahren',
    keepWhy: 'Legt sie zu den früheren Fragen in diesem Browser.',
    kept: 'Bei den früheren Fragen aufbewahrt.',
    here: 'Sie ist schon hier.',
    live: 'Selbst ausprobieren',
    again: 'Aufzeichnung zeigen',
    close: 'Aufzeichnung schließen',
  },
  list: {
    heading: (n) => some(n, 'Frage dieser Klasse', 'Fragen dieser Klasse'),
    from: (name) => `„${name}“, aus einer Klassendatei; niemand hat sie geprüft. Nichts davon ist gespeichert.`,
    play: 'Abspielen',
    playLabel: (question) => `Abspielen: ${question}`,
    live: 'Selbst ausprobieren',
    liveLabel: (question) => `Selbst ausprobieren: ${question}`,
    recorded: (model, n) => `aufgezeichnet mit ${model}, ${some(n, 'Antwort', 'Antworten')}`,
    asked: 'eine Frage zum Stellen',
    playing: 'unten gezeigt',
    close: 'Klassendatei schließen',
  },
  dialog: {
    heading: 'Teilen',
    what: 'Was darin steht',
    question: 'Die Frage und ihre Einstellungen',
    truth: 'mit der bekannten Antwort',
    recording: 'Die aufgezeichneten Antworten',
    size: (characters) => `${count(characters)} Zeichen`,
    none: 'Zu dieser Frage gibt es noch keine Antworten.',
    unstored: 'Die gezeigten Antworten waren aus dem, was hier aufbewahrt ist, nicht zu lesen.',
    prepare: 'Für eine Klasse',
    hide: 'Weglassen für alle, die es öffnen',
    names,
    pin: 'Einstellungen festlegen',
    start: 'Beginnt bei',
    starts: { question: 'dieser Frage', lessons: 'der Liste der Lektionen' },
    lesson: (n) => `Lektion ${count(n)}`,
    step: 'Schritt',
    link: 'Der Link',
    making: 'Der Link entsteht …',
    long: 'Manche Nachrichtendienste kürzen einen Link dieser Länge oder lehnen ihn ab. Mail und Dokumente nehmen ihn; eine Datei geht auch.',
    tooLong: (most) =>
      `Das ist zu lang für einen Link: ${count(most)} Zeichen sind das Höchste, was Mail und Nachrichtendienste ganz weitergeben. Speichern Sie es stattdessen als Datei; sie lässt sich mit „Klassendatei …“ öffnen.`,
    empty: 'Wählen Sie, was darin stehen soll.',
    refused: (path, reason) => `Die Seite könnte es nicht wieder öffnen. ${whyIn(path, reason)}`,
    privacy:
      'Was hinter dem # steht, wird an keinen Server gesendet. Wer den Link bekommt, kann alles darin lesen.',
    copy: 'Link kopieren',
    copied: 'Kopiert.',
    notCopied: 'Der Browser hat das nicht erlaubt. Der Link ist ausgewählt: Kopieren Sie ihn selbst.',
    send: 'Senden …',
    save: 'Als Datei speichern',
    saved: 'Gespeichert.',
    close: 'Schließen',
  },
  maker: {
    heading: 'Klassendatei',
    open: 'Eine öffnen',
    openHint:
      'Eine Datei, die jemand hier oder anderswo gemacht hat. Sie können sie auch irgendwo auf die Seite ziehen.',
    file: 'Datei',
    make: 'Eine machen',
    makeHint:
      'Wählen Sie frühere Fragen: Jede kommt mit ihren Antworten in die Datei, zum Abspielen und Ausprobieren.',
    none: 'Es gibt noch keine früheren Fragen.',
    name: 'Name',
    usual: 'Meine Klasse',
    choose: 'Fragen',
    current: 'Die Frage, die auf der Seite steht, ohne Antworten',
    chosen: (n) => `${some(n, 'Frage', 'Fragen')} gewählt`,
    most: (n) => `In eine Klassendatei passen höchstens ${count(n)} Fragen.`,
    large: (megabytes) => `Zu groß: Eine Klassendatei hat höchstens ${megabytes}.`,
    gone: (n) =>
      `${some(n, 'Frage hat', 'Fragen haben')} keine fertigen Antworten mehr und ${n === 1 ? 'fehlt' : 'fehlen'} darin.`,
    save: 'Klassendatei speichern',
    saved: 'Gespeichert.',
    close: 'Schließen',
  },
};
