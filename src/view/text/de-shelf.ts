/** The words around models for the graphics processor, in German. */
import { count, gigabytes, megabytes, plain } from '../format.ts';
import { some } from './de-words.ts';
import type {
  checkTexts as englishCheck,
  downloadTexts as englishDownload,
  shelfTexts as english,
} from './en-shelf.ts';

const files = (n: number): string => some(n, 'Datei', 'Dateien');

/** A size that is a guess has no tenths of a megabyte. */
const roughly = (bytes: number): string =>
  bytes >= 1e9 ? `${gigabytes(bytes)}` : `${count(Math.round(bytes / 1e6))} MB`;

const parameters = (n: number): string =>
  n >= 1e9 ? `${plain(n / 1e9)} Milliarden` : `${count(n / 1e6)} Millionen`;

export const shelfTexts: typeof english = {
  heading: 'Modelle für den Grafikprozessor',
  text: (n) =>
    `${count(n)} Modelle, die WebLLM kompiliert hat, zuerst die für dieses Gerät geeigneten. Alle Antworten werden ` +
    'als ein Stapel dekodiert, sodass acht kaum mehr kosten als eine.',
  noGpu: (why) => `Keines davon läuft hier. ${why}`,
  noneRuns: 'Keines davon läuft hier:',
  hints: 'Was über dieses Gerät zu wissen ist',
  missing:
    'Für Gemma 3 4B, eines der drei Modelle der Studie, gibt es keine WebLLM-Bibliothek; es hat oben eine eigene ' +
    'Zeile. Bei einer anderen geteilten GGUF-Datei genügt die Adresse des ersten Teils.',
  search: 'Modell suchen',
  none: 'Kein Modell heißt so.',
  more: (n) => `${count(n)} weitere zeigen`,
  memory: (size) => `${size} GB Grafikspeicher`,
  context: (tokens) => `${tokens} Token Kontext, wie kompiliert`,
  licence: (name) => `Lizenz: ${name}`,
  fit: { likely: 'passt wohl', perhaps: 'passt vielleicht', hardly: 'passt kaum' },
  fitHint: 'nach dem Speicher dieses Rechners, soweit der Browser ihn verrät',
  kept: {
    none: '',
    part: (size) => `zum Teil hier (${size})`,
    whole: (size) => `heruntergeladen (${size}), noch nicht geprüft`,
    checked: (size) => `offline bereit (${size})`,
    broken: (size) => `hier, aber nicht in Ordnung (${size})`,
  },
  preset: 'mit den Einstellungen der Studie',
  load: (name) => `${name} laden`,
  remove: (name) => `Dateien von ${name} löschen`,
  removed: (name) => `Die Dateien von ${name} sind gelöscht.`,
};

export const downloadTexts: typeof englishDownload = {
  hosts: (hosts) => `${hosts} nach der Liste der Dateien fragen?`,
  about: (about) =>
    about.basis === 'memory'
      ? `Der Download hat etwa ${roughly(about.bytes)} oder weniger: Dateien brauchen weniger Platz als der ` +
        'Grafikspeicher, den die Hersteller des Modells nennen.'
      : `Der Download hat etwa ${roughly(about.bytes)}: ${parameters(about.parameters)} Parameter, ` +
        `wie der Name sagt, zu je ${count(about.bits)} Bit.`,
  aboutNothing: 'Wie groß der Download ist, weiß niemand, bevor der Host geantwortet hat.',
  then:
    'Die Liste ist klein. Danach steht hier die genaue Größe, bevor etwas Großes geholt wird. Der Host sieht ' +
    'Ihre Netzwerkadresse und welches Modell Sie ansehen.',
  ask: 'Nach der genauen Größe fragen',
  asking: 'Die genaue Größe wird erfragt …',
  exact: (bytes, n, hosts) =>
    `Genau ${count(bytes)} Byte (${megabytes(bytes)}) in ${files(n)} von ${hosts} herunterladen?`,
  atLeast: (bytes, n, hosts) =>
    `${count(bytes)} Byte (${megabytes(bytes)}) und etwas mehr in ${files(n)} von ${hosts} herunterladen?`,
  unknown: (names) =>
    `Weder eine Liste noch ein Host verrät die Größe von: ${names}. Sie ist klein neben dem Rest.`,
  here: (bytes) => `${megabytes(bytes)} davon sind schon hier und werden nicht noch einmal geholt.`,
  memory: (size) => `Geladen braucht es ${size} GB Grafikspeicher.`,
  free: (bytes) => `Dieser Seite bleiben ${gigabytes(bytes)} Speicherplatz.`,
  confirm: 'Herunterladen und laden',
  again: 'Noch einmal fragen',
  cancel: 'Nicht jetzt',
};

export const checkTexts: typeof englishCheck = {
  check: 'Prüfen',
  checkLabel: (name) => `Dateien von ${name} prüfen`,
  stop: 'Anhalten',
  stopLabel: (name) => `Prüfung von ${name} anhalten`,
  progress: (name) => `${name} wird geprüft`,
  at: (done, all, bytes, total) =>
    `${count(done)} von ${files(all)} · ${megabytes(bytes)} von ${megabytes(total)}`,
  stopped: (name) => `Die Prüfung von ${name} wurde angehalten; geändert wurde nichts.`,
  ready: (name, n) =>
    n === 1
      ? `${name} ist offline bereit: Die Datei wurde neu gelesen und entspricht ihrer Prüfsumme.`
      : `${name} ist offline bereit: Alle ${files(n)} wurden neu gelesen und entsprechen ihren Prüfsummen.`,
  notReady: (name) => `${name} ist nicht offline bereit.`,
  good: (n) => `${files(n)} ${n === 1 ? 'entspricht ihrer Prüfsumme' : 'entsprechen ihren Prüfsummen'}.`,
  changed: (names) => `Seit dem Download verändert oder abgeschnitten: ${names}.`,
  missing: (names) => `Nicht hier: ${names}.`,
  size: (names) =>
    `Nur nach der Größe verglichen, da keine Prüfsumme bekannt ist: ${names}. Beim Laden werden solche Dateien neu geholt.`,
  unknown: (names) =>
    `Weder Prüfsumme noch Größe sind bekannt von: ${names}. Beim Laden werden solche Dateien neu geholt.`,
  remedy: 'Diese Dateien neu holen; die anderen bleiben.',
  repair: (n) => `Reparieren: ${files(n)} neu holen`,
  failed: (reason) =>
    `Die Dateien konnten nicht gelesen werden: ${reason}. Laden Sie die Seite neu, oder löschen Sie sie und laden Sie sie neu.`,
};
