/** What figures cannot carry, in German. */
import { count } from '../format.ts';
import { percent } from '../percent.ts';
import { questions } from './de-words.ts';
import type { cautionText as english } from './en-cautions.ts';

export const cautionText: typeof english = (caution) => {
  switch (caution.kind) {
    case 'few-questions':
      return `Nur ${questions(caution.questions)}: Bei weniger als ${count(caution.enough)} halten Intervalle weniger, als sie sagen.`;
    case 'no-spread':
      return (
        'Wo alle Fragen gleich ausgehen, hat ein Intervall keine Breite, und das ist keine Gewissheit: Von richtigen ' +
        `und falschen Antworten können bis zu ${percent(caution.share)} anders sein.`
      );
    case 'few-differences':
      return (
        `Nur ${questions(caution.differences)} ${caution.differences === 1 ? 'ging' : 'gingen'} verschieden aus: Unter ` +
        `${count(caution.enough)} kann kein Test die beiden auseinanderhalten.`
      );
    case 'undecided':
      return 'Das Intervall des Unterschieds enthält 0, also sagen diese Fragen nicht, was besser ist.';
    default:
      return caution satisfies never;
  }
};
