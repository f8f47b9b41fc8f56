/** What an interval must not be read as, in English: a sentence for the page and the command line. */
import type { Caution } from '../../stats/caution.ts';
import { percent } from '../percent.ts';
import { count } from '../format.ts';

const questions = (n: number): string => `${count(n)} ${n === 1 ? 'question' : 'questions'}`;

export function cautionText(caution: Caution): string {
  switch (caution.kind) {
    case 'few-questions':
      return `Of ${questions(caution.questions)} only: with fewer than ${count(caution.enough)}, intervals hold less than they say.`;
    case 'no-spread':
      return (
        'Where all questions score the same, an interval has no width, which is no certainty: of right and ' +
        `wrong answers up to ${percent(caution.share)} may be otherwise.`
      );
    case 'few-differences':
      return (
        `Only ${questions(caution.differences)} came out differently: with fewer than ${count(caution.enough)} ` +
        'no test can tell the two apart.'
      );
    case 'undecided':
      return 'The interval of the difference holds 0, so these questions do not tell which is better.';
    default:
      return caution satisfies never;
  }
}
