/** The settings panel's words, in German: each setting with one line on what it does. */
import { count, plain } from '../format.ts';
import { reasonIn } from './de-reasons.ts';
import type { settingTexts as english } from './en-settings.ts';

export const settingTexts: typeof english = {
  heading: 'Einstellungen',
  open: 'Einstellungen',
  close: 'Schließen',
  sampling: 'Stichprobe',
  machine: 'Rechner',
  prompts: 'Prompts',
  defaults: 'Zurück zu den Vorgaben',
  next: 'Änderungen gelten ab der nächsten Frage.',
  numbers: {
    group: { label: 'Antworten (G)', hint: 'Wie viele Antworten gezogen werden. Die Studie nimmt 8.' },
    temperature: {
      label: 'Temperatur',
      hint: 'Wie frei das Modell Wörter wählt: 0 nimmt stets das wahrscheinlichste.',
    },
    topP: {
      label: 'Top-p',
      hint: 'Wählt unter den wahrscheinlichsten Wörtern, die zusammen diesen Anteil haben; 1 ist aus.',
    },
    topK: { label: 'Top-k', hint: 'Wählt unter so vielen wahrscheinlichsten Wörtern; 0 ist aus.' },
    maxTokens: {
      label: 'Längste Antwort',
      hint: 'In Token. Eine Antwort, die mehr braucht, wird abgeschnitten und stimmt nicht mit ab.',
    },
    seed: {
      label: 'Startwert',
      hint: 'Ein anderer Startwert gibt andere Antworten auf dieselbe Frage. „Noch einmal“ nimmt den nächsten.',
    },
  },
  blind: {
    label: 'Synthese ohne die Frage',
    hint: 'Die Synthese liest nur die Antworten, wie in der Studie. Aus: Sie sieht auch die Frage.',
  },
  equalCompute: {
    label: 'Entscheid bei gleichem Aufwand',
    hint: 'Eine weitere Antwort kommt zu einem zweiten Entscheid, sodass er so viele Aufrufe kostet wie CaT.',
  },
  threads: {
    label: 'Threads',
    hint: 'Prozessor-Threads für das Modell. „Automatisch“ misst und nimmt die schnellste Zahl.',
    auto: 'automatisch',
    reload: 'Das Modell damit neu laden',
    one:
      'Dieses Modell ist zu groß für mehrere Kopien, und diese Seite ist nicht ursprungsübergreifend isoliert; ' +
      'darum bekommt das Modell einen Thread.',
    each:
      'Diese Seite ist nicht ursprungsübergreifend isoliert, denn ihr Host sendet die Kopfzeilen dafür nicht: ' +
      'Ein Modell auf dem Prozessor bekommt einen Thread, ein kleines mehrere Kopien mit je einem.',
  },
  range: (low, high, above) =>
    above ? `über ${count(low)} bis ${count(high)}` : `${count(low)} bis ${count(high)}`,
  invalid: (expected, kept) => `Erlaubt ist: ${reasonIn(expected) ?? expected}. Bis dahin bleibt es bei ${plain(kept)}.`,
  outside: (outside) => {
    switch (outside.setting) {
      case 'group':
        return `Nano hat gelernt, ${count(outside.min)} bis ${count(outside.max)} Antworten zusammenzuführen.`;
      case 'temperature':
        return `Nanos Antworten sind für Temperaturen bis ${plain(outside.most)} gedacht.`;
      case 'maxTokens':
        return (
          `Nanos längere Lösungen brauchen ${count(outside.needed)} Token; kürzere Grenzen schneiden ` +
          'sie ab.'
        );
      case 'solve':
      case 'synthesise':
      case 'synthesiseWithQuestion':
        return 'Nano hat nur seinen eigenen Prompt gelernt, Wort für Wort.';
      default:
        return outside satisfies never;
    }
  },
  prompt: {
    solve: { label: 'Zum Antworten', hint: '{question} steht für die Frage.' },
    synthesise: { label: 'Zum Zusammenführen', hint: '{rollouts} steht für die Antworten.' },
    synthesiseWithQuestion: {
      label: 'Zum Zusammenführen mit Sicht auf die Frage',
      hint: '{question} und {rollouts} stehen für die Frage und die Antworten.',
    },
    changed: 'geändert',
    reset: 'Zurück zum Prompt des Modells',
    missing: (places) => `Muss ${places.join(' und ')} enthalten.`,
    barred: (places) => `Darf ${places.join(' oder ')} nicht enthalten: Diese Synthese sieht das nicht.`,
  },
};
