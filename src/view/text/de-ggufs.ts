/** The words around GGUF models, in German. */
import type { ggufTexts as english } from './en-ggufs.ts';

export const ggufTexts: typeof english = {
  heading: 'In llama.cpp, ohne WebLLM-Bibliothek',
  text:
    'Für eines der drei Modelle der Studie gibt es keine. Es läuft in llama.cpp: auf einem Grafikprozessor mit ' +
    'halber Genauigkeit, sonst auf der CPU, langsam und mit fast 4 GB Speicher. Hier hat es noch niemand versucht.',
  finer:
    'Eine größere, feinere Datei muss geteilt werden: „llama-gguf-split --split-max-size 512M FILE.gguf NAME“. ' +
    'Geben Sie dann oben die Adresse des ersten Teils an.',
  size: (size) => `etwa ${size} GB herunterzuladen`,
  licence: (name) => `Lizenz: ${name}`,
  from: (repository, host) => `${repository} auf ${host}`,
  preset: 'mit den Einstellungen der Studie',
  kept: {
    part: (size) => `zum Teil hier (${size})`,
    whole: (size) => `hier vorhanden (${size})`,
  },
  load: (name) => `${name} laden`,
  ask: (host, size) =>
    `Etwa ${size} GB von ${host} herunterladen? Dieser Host sieht dann Ihre Netzwerkadresse.`,
  confirm: 'Herunterladen und laden',
  cancel: 'Nicht jetzt',
  remove: (name) => `Dateien von ${name} löschen`,
  removed: (name) => `Die Dateien von ${name} sind gelöscht.`,
};
