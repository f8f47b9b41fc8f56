import { chartTexts } from './en-charts.ts';
import { wordsOf } from './words.ts';

/** The words of the charts in the language in use; apart, since they come with that part alone. */
export const label = wordsOf('charts', chartTexts);
