/** Every word of the page, in German. Which term stands for which: docs/german.md. */
import { count, megabytes, plain, rate } from '../format.ts';
import { explainTexts } from './de-explain.ts';
import { kindTexts } from './de-kind.ts';
import { measureTexts } from './de-measure.ts';
import { methodTexts } from './de-methods.ts';
import { rubricTexts } from './de-rubric.ts';
import { settingTexts } from './de-settings.ts';
import { verdictTexts } from './de-verdict.ts';
import { answers, name, names, some } from './de-words.ts';
import type { Messages } from './en.ts';

const failedAnswers = (indices: readonly number[]): string =>
  `${answers(indices)} ${indices.length === 1 ? 'ist' : 'sind'} fehlgeschlagen.`;

export const de: Messages = {
  title: 'CaT Lab',
  subtitle: 'Compute as Teacher',
  claim:
    'Ein Sprachmodell in diesem Tab beantwortet eine Frage viele Male, liest dann seine eigenen Antworten ' +
    'und führt sie zu einer zusammen.',
  settings: settingTexts,
  verdict: verdictTexts,
  rubric: rubricTexts,
  explain: explainTexts,
  methods: methodTexts,

  places: {
    label: 'Teile der Seite',
    question: 'Eine Frage',
    experiments: 'Experimente',
    lessons: 'Lektionen',
    running: (done, total) => `${count(done)} von ${count(total)}`,
    coming: 'Dieser Teil der Seite wird geholt …',
    failed:
      'Dieser Teil der Seite konnte nicht geholt werden. Vielleicht wurde die Seite erneuert, seit sie geöffnet ist, ' +
      'oder die Verbindung ist weg.',
    again: 'Noch einmal versuchen',
    busy: 'In diesem Tab läuft ein Experiment. Eine Frage zu stellen pausiert es; was fertig ist, ist aufbewahrt.',
    toRun: 'Zum Experiment',
  },

  model: {
    none: 'Kein Modell geladen',
    load: (id) => `${id} laden`,
    loading: (id) => `${id} wird geladen`,
    bytes: (now, all) => (all === null ? megabytes(now) : `${megabytes(now)} von ${megabytes(all)}`),
    files: (done, all) => `${count(done)} von ${count(all)} Dateien`,
    starting: 'startet',
    calibrating: 'misst seine Geschwindigkeit',
    progress: (id) => `${id} wird geladen`,
    cancel: 'Abbrechen',
    failed: 'Kein Modell',
    again: 'Noch einmal versuchen',
    speed: (perSecond) => `${rate(perSecond)} Token/s`,
    measured: (perSecond) => `${rate(perSecond)} Token/s beim Laden gemessen`,
    threads: (n) => some(n, 'Thread', 'Threads'),
    device: {
      cpu: 'CPU',
      gpu: 'GPU',
      'software-gpu': 'GPU in Software',
      remote: 'Server',
    },
    decoding: {
      'shared-prompt': 'ein Stapel, der Prompt einmal gelesen',
      batch: 'ein Stapel',
      'in-turn': 'eine Antwort nach der anderen',
    },
    room: (slots, tokens) =>
      `${some(slots, 'Antwort', 'Antworten')} zugleich, bis zu je ${count(tokens)} Token`,
    noGpu: (why) => `Kein Grafikprozessor in Gebrauch. ${why}`,
    label: 'Modell',
  },

  question: {
    heading: 'Frage',
    hint: 'Ändern Sie sie, oder nehmen Sie eine andere.',
    label: 'Die Frage',
    placeholder: 'Eine kurze Textaufgabe mit ganzen Zahlen (auf Englisch) …',
    another: 'Andere Aufgabe',
    level: 'Stufe',
    levels: {
      easy: 'leicht',
      medium: 'mittel',
      hard: 'schwer',
      expert: 'Experte',
      master: 'Meister',
      grandmaster: 'Großmeister',
    },
    notTaught: 'Diese Stufe hat das Modell nicht gelernt.',
    kind: kindTexts,
    known: 'bekannte Antwort',
    unknown: 'richtige Antwort hier nicht bekannt',
    ask: 'Fragen',
    askAndLoad: (id) => `${id} laden und fragen`,
    waiting: 'Wartet auf das Modell',
    stop: 'Anhalten',
    again: 'Noch einmal',
    cached: 'von einem früheren Lauf',
    goOn: 'Fortsetzen',
    partKept: 'was fertig ist, bleibt',
    askKey: 'oder Strg + Eingabe',
    stopKey: 'oder Esc',
  },

  rollouts: {
    heading: (n) => some(n, 'Antwort', 'Antworten'),
    hint: 'Dasselbe Modell versucht es unabhängig, von verschiedenen Startwerten aus.',
    hintOne: 'Das Modell versucht es einmal.',
    legend: {
      reward: {
        verifiable: 'Belohnung 1: sagt dasselbe wie die Synthese',
        open: 'Belohnung: Anteil der erfüllten Kriterien',
      },
      logprob: 'log p: mittlere Log-Wahrscheinlichkeit je Token, näher an 0 ist sicherer',
    },
    failed: failedAnswers,
    extra: 'zusätzliche Stimme',
    extraWhy: 'Eine weitere Antwort für den Entscheid bei gleichem Aufwand; die Synthese liest sie nie.',
    queued: 'wartet',
    writing: 'schreibt',
    absent: 'keine Antwort',
    right: 'richtig',
    wrong: 'falsch',
    undecided: 'unentschieden',
    reward: 'Belohnung',
    rewardWhy: (value) =>
      value === 1 ? 'Sagt dasselbe wie die Synthese.' : 'Sagt nicht dasselbe wie die Synthese.',
    fractionWhy: 'Der Anteil der Kriterien, den diese Antwort erfüllt.',
    tokens: (n) => `${count(n)} Token`,
    logprob: 'log p',
    logprobWhy: 'Mittlere Log-Wahrscheinlichkeit je Token: Näher an 0 war das Modell sicherer.',
    label: (index) => `Antwort ${name(index)}`,
    text: (index) => `Text von Antwort ${name(index)}`,
    stops: {
      end: '',
      length: 'abgeschnitten',
      aborted: 'angehalten',
      fault: 'fehlgeschlagen',
    },
    cutWhy: (limit) => `An der Grenze von ${count(limit)} Token angehalten; stimmt nicht mit ab.`,
    progress: (done, all) => `${count(done)} von ${count(all)} fertig`,
  },

  recipe: ({ policy, group, sampling, seed, questionVisible }) =>
    [
      `${policy.model} gefragt mit G ${count(group)}`,
      `Temperatur ${plain(sampling.temperature)}`,
      ...(sampling.topP < 1 ? [`Top-p ${plain(sampling.topP)}`] : []),
      ...(sampling.topK > 0 ? [`Top-k ${plain(sampling.topK)}`] : []),
      `Startwert ${seed}`,
      questionVisible ? 'Synthese sieht die Frage' : 'Synthese ohne die Frage',
    ].join(' · '),

  synthesis: {
    heading: 'Synthese',
    blind: 'Dasselbe Modell liest die Antworten, nicht die Frage.',
    sighted: 'Dasselbe Modell liest die Frage und die Antworten.',
    empty: 'Hier wird die zusammengeführte Antwort stehen.',
    waiting: 'Wartet, bis jede Antwort da ist.',
    reading: 'liest die Antworten',
    stopped: 'Nichts wurde zusammengeführt: Der Lauf wurde vorher angehalten.',
    failed: 'Es gibt keine Synthese.',
    label: 'Text der Synthese',
    read: (n) => `Las ${some(n, 'Antwort', 'Antworten')}`,
    readAll: (n) => (n === 1 ? 'Las die eine Antwort' : `Las alle ${count(n)} Antworten`),
    shortened: (indices) => `Von ${answers(indices)} passte nur das Ende.`,
    omitted: {
      empty: (indices) => `Ausgelassen: ${answers(indices)}, leer.`,
      fault: (indices) => `Ausgelassen: ${answers(indices)}, fehlgeschlagen.`,
      'no-room': (indices) => `Ausgelassen: ${answers(indices)}, kein Platz.`,
    },
    promptTokens: (n) => `${count(n)} Token insgesamt`,
    order: (indices) =>
      `An der Stelle von {rollouts} standen die Antworten ${names(indices)}, in dieser Reihenfolge.`,
    answer: 'sagt',
    absent: 'kein Endergebnis',
    shown: 'mit der Frage',
    hidden: 'ohne die Frage',
    prompt: 'Prompt zeigen',
  },

  beyond: {
    heading: {
      world: 'Das liegt außerhalb von nanos Welt',
      open: 'Nano hat offene Fragen nicht gelernt',
      notes: 'Das liegt außerhalb von nanos Welt',
    },
    text: {
      world:
        'Nano ist ein sehr kleines Modell. Von Fragen mit einer Antwort am Ende hat es eine Art gelernt: kurze ' +
        'englische Textaufgaben mit ganzen Zahlen, in wenigen Schritten aus + − × ÷. Von anderen weiß es nichts, ' +
        'und was es hier schriebe, wäre Rauschen.',
      open:
        'Eine offene Frage braucht ein Modell, das Kriterien vorschlägt und Antworten nach ihnen beurteilt. Nano ' +
        'ist ein sehr kleines Modell, das nicht beides gelernt hat; darum wird ihm diese Frage nicht gestellt. ' +
        'Laden Sie dafür ein Instruct-Modell.',
      notes:
        'Nano ist ein sehr kleines Modell. Von offenen Fragen hat es gelernt, zu einigen hundert alltäglichen ' +
        'Themen Rat zu geben, wenn in schlichten englischen Worten gefragt wird. Von allem anderen weiß es nichts, ' +
        'und was es hier schriebe, wäre Rauschen.',
    },
    example: 'Eine Frage, wie es sie beantworten kann:',
    take: 'Diese nehmen',
    anyway: 'Nano trotzdem fragen',
  },

  loader: {
    heading: 'Anderes Modell laden',
    text:
      'Jede GGUF-Datei, die llama.cpp ausführen kann, bis zu 2 GB je Datei; oder ein für WebLLM kompiliertes Modell, ' +
      'für den Grafikprozessor. Es wird von der angegebenen Adresse geholt und läuft in diesem Tab; Ihre Fragen ' +
      'verlassen ihn nie.',
    urls:
      'Adresse der GGUF-Datei (bei einer geteilten der erste Teil, …-00001-of-00003.gguf); oder bei einem ' +
      'kompilierten Modell sein Ordner in einer Zeile und seine Bibliothek (.wasm) in einer anderen',
    placeholder: 'https://…/modell-q4_0.gguf',
    example: (model, size) => `Ein Beispiel, das hier niemand versucht hat: ${model}, etwa ${size}:`,
    fill: 'Diese Adresse eintragen',
    next: 'Weiter',
    invalid:
      'Jede Zeile muss eine Adresse sein, die mit https:// (oder http://localhost) beginnt; neben einer ' +
      'Bibliothek (.wasm) steht nur der Ordner.',
    ask: (host) => `Von ${host} herunterladen?`,
    confirm: (host) => `Von ${host} herunterladen`,
    warn:
      'Dieser Host sieht dann Ihre Netzwerkadresse und welche Datei Sie holen. Die Größe ist erst bekannt, wenn er ' +
      'antwortet; Modelle haben Hunderte von Megabyte, und eine CPU schreibt damit einige wenige Token in der ' +
      'Sekunde.',
    cancel: 'Abbrechen',
    home: (id) => `Zurück zu ${id}`,
  },

  loadAs: {
    label: 'Das nächste Modell ist für',
    policy: 'Antworten und Synthese',
    judge: 'das Beurteilen offener Fragen',
  },

  measure: measureTexts,

  history: {
    heading: 'Frühere Fragen',
    kept: {
      browser: 'Nur in diesem Browser aufbewahrt.',
      tab: 'Aufbewahrt, bis dieser Tab geschlossen wird.',
      'tab-from-now': 'Nur in diesem Browser aufbewahrt; neue, bis dieser Tab geschlossen wird.',
    },
    open: 'Öffnen:',
    remove: 'Löschen',
    removeLabel: (question) => `Löschen: ${question}`,
    everything: 'Alles löschen',
    size: (n) => some(n, 'Antwort', 'Antworten'),
    right: 'Synthese richtig',
    wrong: 'Synthese falsch',
    differs: 'anders als die Mehrheit',
    statuses: { running: 'nicht fertig', done: '', stopped: 'angehalten', failed: 'fehlgeschlagen' },
    more: (n) => `${count(n)} weitere zeigen`,
    experiments: 'Fragen von Experimenten stehen bei ihren Läufen',
    removed: 'Die Frage und ihre Antworten wurden gelöscht.',
    removedRun: 'Das Experiment und seine Antworten wurden gelöscht.',
    removedAll: 'Alles wurde gelöscht.',
    undo: 'Rückgängig',
    undone: 'Wieder da.',
    notUndone: 'Es gibt nichts zurückzuholen.',
    shown: 'oben gezeigt',
  },

  fault: {
    label: 'Etwas ging schief',
    dismiss: 'Schließen',
  },
  toast: { dismiss: 'Schließen' },

  said: {
    rollout: (index, answer) =>
      answer === null
        ? `Antwort ${name(index)} ist zu Ende.`
        : `Antwort ${name(index)} ist zu Ende: ${answer}.`,
    synthesis: 'Die Synthese ist zu Ende.',
    stopped: 'Angehalten. Was fertig war, ist aufbewahrt.',
    ready: (id) => `${id} ist bereit.`,
  },

  foot: {
    local: 'Alles läuft in diesem Tab, und Ihre Fragen verlassen ihn nie, es sei denn, Sie wählen einen Server.',
    deviation:
      'Nano wurde vorher unterrichtet, mit Aufgaben, deren Antworten bekannt waren. Der Anker der Studie wird ' +
      'nicht so unterrichtet: unsere Abweichung 1.',
    paper: 'Methode: Compute as Teacher, arXiv 2509.14234.',
    language: 'Sprache (Language)',
    languageBusy: 'Eine andere lässt sich wählen, sobald nichts mehr läuft: Die Seite wird dafür neu geladen.',
  },
};
