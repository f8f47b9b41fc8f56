/** The words around working without a connection, in German. */
import { count, megabytes } from '../format.ts';
import type { offlineTexts as english } from './en-offline.ts';

export const offlineTexts: typeof english = {
  label: 'Ohne Verbindung',
  insecure:
    'Offline nicht verfügbar: Diese Adresse ist nicht gesichert. Über https oder von localhost kann sich die Seite selbst aufbewahren.',
  noWorkers: 'Offline nicht verfügbar: Dieser Browser oder diese Art von Fenster bewahrt keine Seiten auf.',
  off: 'Nicht für offline aufbewahrt.',
  filling: (bytes, total) =>
    total === null
      ? 'Die Seite wird für offline aufbewahrt …'
      : `Die Seite wird für offline aufbewahrt: ${megabytes(bytes)} von ${megabytes(total)}`,
  checking: 'Das für offline Aufbewahrte wird geprüft …',
  ready: (files, bytes) =>
    `Offline bereit: Alle ${count(files)} Dateien sind da und unversehrt (${megabytes(bytes)}).`,
  mended: (files) =>
    files === 1
      ? 'Eine davon war nicht mehr, wie sie kam, und wurde neu geholt.'
      : `${count(files)} davon waren nicht mehr, wie sie kamen, und wurden neu geholt.`,
  broken: (files) =>
    `Offline nicht bereit: ${files === 1 ? 'Eine Datei' : `${count(files)} Dateien`} nicht mehr wie gekommen ` +
    'und nicht zu holen. Mit Verbindung noch einmal prüfen.',
  failed: (reason) =>
    `Offline nicht bereit: ${reason}. Die Verbindung prüfen und noch einmal versuchen; was da ist, bleibt.`,
  check: 'Noch einmal prüfen',
  free: 'Speicher freigeben',
  keep: 'Für offline aufbewahren',
  again: 'Noch einmal versuchen',

  update: {
    offered: 'Eine neue Fassung der Seite ist bereit.',
    busy: 'Sie wartet, bis zu Ende ist, was läuft.',
    agreed: 'Die neue Fassung kommt, sobald zu Ende ist, was läuft, hier und in anderen Tabs.',
    elsewhere:
      'Ein anderer Tab ist zu einer neuen Fassung der Seite gewechselt. Auch diesen neu laden, sobald zu Ende ist, was läuft.',
    reload: 'Neu laden',
    whenDone: 'Danach neu laden',
    later: 'Später',
  },
};
