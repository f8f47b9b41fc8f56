/** Wie die Seite Modelltext zeigt, und wen sie gefragt hat, auf Deutsch. */
import type { trustTexts as english } from './en-trust.ts';

export const trustTexts: typeof english = {
  exact: 'Genauer Text',
  exactWhy: 'Zeigt jeden Text Zeichen für Zeichen, wie das Modell ihn schrieb, ohne Auszeichnung und gesetzte Formeln.',
  reads: 'Die Frage, wie sie zu lesen ist:',
  hosts: {
    none: 'Bisher gefragte Rechner: keine.',
    some: (hosts: readonly string[]) => `Bisher gefragte Rechner: ${hosts.join(', ')}.`,
    why: 'Andere Rechner, bei denen dieser Tab seit dem Öffnen etwas angefragt hat.',
  },
};
