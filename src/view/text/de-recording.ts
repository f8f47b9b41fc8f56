/** Recorded runs and their player, in German. */
import { count, plain, seconds, when } from '../format.ts';
import { name } from './de-words.ts';
import type { recordingTexts as english } from './en-recording.ts';

const moment: typeof english.moment = (at) => {
  switch (at.kind) {
    case 'start':
      return 'Vor dem ersten Token';
    case 'rollout':
      return `Antwort ${name(at.index)} ist fertig, ${count(at.done)} von ${count(at.all)}`;
    case 'line':
      return `Zeile ${count(at.line)} der Synthese ist geschrieben`;
    case 'synthesis':
      return 'Die Synthese ist fertig';
    case 'criteria':
      return 'Die Kriterien sind da';
    case 'verdict':
      return `Urteil ${count(at.done)} von ${count(at.all)} ist gefällt`;
    case 'end':
      return 'Das Ende, mit dem Urteil';
    default:
      return at satisfies never;
  }
};

export const recordingTexts: typeof english = {
  heading: 'Ein aufgezeichneter Lauf',
  real: (model, made) =>
    `Ein echter Lauf von ${model}, ${when(made)}, Token für Token abgespielt, wie er war. Jetzt wird nichts berechnet.`,
  assumed: (model, made) =>
    `Ein Lauf von ${model}, ${when(made)}, wie er aufgezeichnet wurde. Seine Zeiten wurden es nicht: Jeder Text ist gleichmäßig über die Sekunden verteilt, die er brauchte. Jetzt wird nichts berechnet.`,
  asked: 'Gefragt',
  known: 'bekannte Antwort',
  take: 'Diese Frage selbst stellen',
  show: 'Den aufgezeichneten Lauf zeigen',
  own: 'Zurück zu Ihren Antworten',
  player: 'Abspielen der Aufzeichnung',
  play: 'Abspielen',
  pause: 'Anhalten',
  again: 'Noch einmal abspielen',
  back: 'Einen Schritt zurück',
  on: 'Einen Schritt weiter',
  stepWhy: 'Ein Schritt: die nächste fertige Antwort, Zeile der Synthese oder das nächste Urteil',
  position: 'Stelle in der Aufzeichnung',
  speed: 'Tempo',
  times: (speed) => `${plain(speed)} ×`,
  clock: (now, all) => `${seconds(now / 1000)} von ${seconds(all / 1000)}`,
  moment,
  place: (at, now, all) => `${moment(at)}, ${seconds(now / 1000)} von ${seconds(all / 1000)}`,
};
