import type { Points } from './point.ts';
import { covered } from './recognise.ts';

export interface Coverage {
  /** The share of the true points that the text covers, 0 to 1; wrong ones take nothing away. */
  readonly share: number;
  /** Wrong points that the text makes. */
  readonly wrong: number;
}

/** How much of what is true on a question a text says, and how much that is wrong. */
export function coverage(text: string, points: Points): Coverage {
  const has = covered(text, points);
  const said = has.true.filter(Boolean).length;
  return {
    share: points.true.length === 0 ? 0 : said / points.true.length,
    wrong: has.wrong.filter(Boolean).length,
  };
}
