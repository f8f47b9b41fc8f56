/** What leaves this browser and what comes in, in German. */
import type { NoRow } from '../../export/material.ts';
import { count } from '../format.ts';
import { some } from './de-words.ts';
import type { transferTexts as english } from './en-transfer.ts';

const reasons: Readonly<Record<NoRow, string>> = {
  unfinished: 'nicht fertig',
  'no-reference': 'die Synthese hat keine Antwort',
  'not-judged': 'nicht beurteilt',
  'no-difference': 'keine zwei vollständigen Antworten mit verschiedener Belohnung',
  'no-answer': 'keine vollständige Antwort',
  'no-truth': 'richtige Antwort nicht bekannt',
};

type Piece = Parameters<typeof english.import.fresh>[0];

const fresh: Readonly<Record<Piece, readonly [one: string, more: string]>> = {
  run: ['neuer Lauf', 'neue Läufe'],
  plan: ['neuer Plan', 'neue Pläne'],
  set: ['neuer Fragensatz', 'neue Fragensätze'],
  group: ['neue Frage mit ihren Antworten', 'neue Fragen mit ihren Antworten'],
  entry: ['neue Kennzahl eines Laufs', 'neue Kennzahlen von Läufen'],
  missed: ['neue ausgefallene Frage', 'neue ausgefallene Fragen'],
};

const records = (n: number): string => some(n, 'Datensatz', 'Datensätze');

export const transferTexts: typeof english = {
  export: {
    heading: 'Für andere Programme speichern',
    format: 'Als',
    formats: {
      run: 'CaT-Lab-Datei, zum späteren Import',
      'trl-grpo': 'TRL GRPO: Prompts mit der festen Referenz',
      'trl-dpo': 'TRL DPO: beste und schlechteste Antwort nach Belohnung',
      'trl-kto': 'TRL KTO: jede Antwort, erwünscht oder nicht',
      'trl-sft': 'TRL SFT: die Synthese als Fortsetzung',
      verl: 'Zeilen für verl',
      'lm-eval': 'Stichproben für lm-evaluation-harness',
    },
    conversation: 'Als Listen von Nachrichten',
    hint:
      'Die Zeilen sagen, dass ihre Referenz fest ist: Es ist die aufgezeichnete Synthese, während das Training der ' +
      'Studie bei jedem Schritt eine neue aus der aktuellen Policy schreibt.',
    save: 'Speichern',
    everything: 'Alles Aufbewahrte speichern',
    working: 'Das Aufbewahrte wird gelesen …',
    saved: (rows) => `${some(rows, 'Zeile', 'Zeilen')} gespeichert.`,
    savedFile: 'Gespeichert.',
    none: 'Nichts wurde gespeichert: Keine Frage ergab eine Zeile.',
    leftOut: (left) =>
      `Fragen ohne Zeile: ${[...left].map(([reason, n]) => `${reasons[reason]}: ${count(n)}`).join('; ')}.`,
  },
  import: {
    heading: 'CaT-Lab-Datei importieren',
    hint: 'Eine Datei, die hier oder anderswo gespeichert wurde. Sie sehen ihren Inhalt, bevor etwas aufbewahrt wird.',
    choose: 'Datei',
    reading: 'Die Datei wird gelesen …',
    kind: { store: 'Ein ganzer Verlauf.', run: 'Ein Lauf.' },
    fresh: (kind, n) => some(n, ...fresh[kind]),
    same: (n) => `${records(n)} ${n === 1 ? 'ist' : 'sind'} schon hier.`,
    differing: (n) =>
      `${records(n)} ${n === 1 ? 'hat' : 'haben'} hier unter demselben Namen einen anderen Inhalt; was hier ist, bleibt.`,
    nothing: 'Alles davon ist schon hier.',
    faults: (n) => some(n, 'Fehler', 'Fehler'),
    moreFaults: (n) => `und ${count(n)} weitere`,
    take: 'Übernehmen',
    cancel: 'Nicht übernehmen',
    taking: 'Wird übernommen …',
    taken: (n) => `${records(n)} übernommen.`,
  },
};
