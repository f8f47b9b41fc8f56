/** The words around servers, in German. */
import type { serverTexts as english } from './en-server.ts';

export const serverTexts: typeof english = {
  heading: 'Auf einem Server',
  text:
    'Jeder Server mit der Schnittstelle von OpenAI: vLLM, llama.cpp, Ollama oder ein gemieteter. Er dekodiert ' +
    'viele Antworten zugleich, auch von Modellen, die in keinen Laptop passen.',
  address: 'Adresse',
  placeholder: 'http://localhost:8080/v1',
  key: 'Schlüssel',
  keyHint:
    'Bleibt in diesem Tab, bis Sie ihn schließen, und geht nur an diesen Server. Lassen Sie das Feld leer, wo keiner verlangt wird.',
  invalid:
    'Geben Sie die Adresse der Schnittstelle an, etwa „https://host/v1“: mit https, oder mit http auf diesem ' +
    'Rechner, ohne Benutzernamen, Schlüssel oder Abfrage darin.',
  next: 'Modelle ansehen',
  ask: (host) => `Ihre Fragen an ${host} senden?`,
  leaves: (host) =>
    `Text verlässt diesen Rechner: ${host} erhält jede Frage, jeden Prompt und jede Antwort sowie Ihre Netzwerkadresse.`,
  confirm: (host) => `${host} fragen`,
  cancel: 'Nicht jetzt',
  looking: (host) => `${host} wird nach seinen Modellen gefragt …`,
  stop: 'Anhalten',
  model: 'Modell',
  none: (host) => `${host} bietet kein Modell an.`,
  concurrency: 'Gleichzeitige Anfragen',
  concurrencyHint:
    'Wie viele Antworten der Server zugleich schreiben soll: 1 bis 64. Über unverschlüsseltes HTTP öffnet ein ' +
    'Browser sechs Verbindungen zu einem Server; weitere Anfragen warten darauf.',
  load: (name) => `${name} verwenden`,
  other: 'Anderer Server',
  untold: {
    lead: 'Dieser Server verrät nicht:',
    and: 'und',
    weights: 'welche Gewichte er verwendet',
    logprobs: 'Log-Wahrscheinlichkeiten',
    context: 'wie viel er auf einmal liest (angenommen werden 4.096 Token)',
    sampling: 'ob er die Auswahl nach eigenen Vorgaben beschneidet',
  },
};
