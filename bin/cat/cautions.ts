/** What an interval must not be read as, a line each. */
import type { Caution } from '../../src/stats/caution.ts';
import { cautionText } from '../../src/view/text/en-cautions.ts';

export const questions = (n: number): string => `${n} ${n === 1 ? 'question' : 'questions'}`;

/** A line for each, with what it is about; of equal ones the first. */
export function cautionLines(about: readonly (readonly [string, readonly Caution[]])[]): string[] {
  const said = new Set<string>();
  return about.flatMap(([name, cautions]) =>
    cautions.flatMap((caution) => {
      const text = cautionText(caution);
      if (said.has(text)) return [];
      said.add(text);
      return [`caution, ${name}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`];
    }),
  );
}

/** Below a ten-thousandth only that. */
export const chance = (p: number): string => (p < 0.0001 ? 'p < 0.0001' : `p = ${p.toFixed(4)}`);
