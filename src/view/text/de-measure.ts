/** The words around a measured device, in German. */
import { count, decimals, gigabytes, rate, tenth } from '../format.ts';
import { some } from './de-words.ts';
import type { measureTexts as english } from './en-measure.ts';

const answers = (n: number): string => some(n, 'Antwort', 'Antworten');

export const measureTexts: typeof english = {
  heading: 'Dieses Gerät',
  text: (id) =>
    `Wie schnell ${id} hier dekodiert: viele Antworten als ein Stapel, verglichen mit einer nach der anderen. ` +
    'Es dauert von einer halben Minute bis zu einigen Minuten; wer eine Frage stellt, beendet es.',
  start: 'Dieses Gerät messen',
  again: 'Noch einmal messen',
  stop: 'Anhalten',
  progress: 'Das Gerät wird gemessen',
  at: (done, all, group) => `${count(done)} von ${count(all)} Messungen · ${answers(group)} zugleich`,
  waiting: 'wartet auf das Modell',
  stopped: 'Ohne Tabelle beendet.',
  done: 'Gemessen.',
  table: 'Geschwindigkeit nach der Zahl gleichzeitiger Antworten',
  save: 'Als JSON speichern',
  columns: {
    group: 'Antworten zugleich',
    decode: 'Dekodieren, Token/s',
    inTurn: 'eine nach der anderen, Token/s',
    gain: 'Gewinn',
    step: 'ein Schritt, ms',
    firstToken: 'erstes Token, s',
    prefill: 'Prompt, Token/s',
  },
  gain: (times) => `${decimals(times)}-fach`,
  milliseconds: (value) => (value < 10 ? tenth(value) : count(value)),
  seconds: (value) => decimals(value),
  caption: ({ model, tokens, rounds, device }, adapter) =>
    `${model} auf ${adapter ?? 'diesem Gerät'}${device === 'software-gpu' ? ', einer GPU in Software' : ''}: ` +
    `${count(tokens)} Token je Antwort, der Median aus ${count(rounds)} Runden.`,
  memory: ({ gpuBytes, slots }) =>
    gpuBytes === null
      ? ''
      : `Der Grafikprozessor hält dafür ${gigabytes(gpuBytes)} bereit, mit Platz für ${answers(slots)} zugleich.`,
  limit: (bytes, step) =>
    `Ein Schritt liest alle Gewichte einmal, gleich wie vielen Antworten er dient: etwa ${gigabytes(bytes)}. ` +
    `Ein Schritt für eine Antwort liest also ${rate(bytes / 1e6 / step)} GB in der Sekunde. Kostete nur das etwas, ` +
    'dauerten alle Schritte gleich lang.',
  leftOut: (sizes, slots) =>
    `Ausgelassen: ${sizes.map(count).join(', ')} zugleich, denn es ist Platz für ${count(slots)}.`,
  inTurn:
    'Dieses Modell dekodiert hier eine Antwort nach der anderen, weil ein Stapel nicht zu haben war oder auf ' +
    'diesem Gerät nicht dasselbe ergab.',
  bench:
    'Die eigene Schleife von WebLLM über n Antworten fehlt in dieser Tabelle: Dafür muss das Modell ein zweites ' +
    'Mal geladen werden, und das tut nur „npm run bench -- webllm“.',
};
