import { chartTexts } from './en-charts.ts';

/** The words of the charts in the language in use; apart, since they come with that part alone. */
export const label: typeof chartTexts = chartTexts;
