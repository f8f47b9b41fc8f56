/** What an interval must not be read as, in a sentence each. */
import type { Caution } from '../../src/stats/caution.ts';
import { percent } from './grid.ts';

export const questions = (n: number): string => `${n} ${n === 1 ? 'question' : 'questions'}`;

function cautionText(caution: Caution): string {
  switch (caution.kind) {
    case 'few-questions':
      return `over ${questions(caution.questions)}, fewer than ${caution.enough}: bootstrapped intervals hold less than 95 %`;
    case 'no-spread':
      return `all ${questions(caution.questions)} score the same: the width of 0 is no certainty, up to ${percent(caution.share)} may be otherwise`;
    case 'few-differences':
      return `the two differ on ${questions(caution.differences)}: with fewer than ${caution.enough} no test can tell them apart`;
    case 'undecided':
      return 'the interval holds 0: these questions do not tell which is better';
    default:
      return caution satisfies never;
  }
}

/** A line for each, with what it is about; of equal ones the first. */
export function cautionLines(about: readonly (readonly [string, readonly Caution[]])[]): string[] {
  const said = new Set<string>();
  return about.flatMap(([name, cautions]) =>
    cautions.flatMap((caution) => {
      const text = cautionText(caution);
      if (said.has(text)) return [];
      said.add(text);
      return [`caution, ${name}: ${text}`];
    }),
  );
}

/** Below a ten-thousandth only that. */
export const chance = (p: number): string => (p < 0.0001 ? 'p < 0.0001' : `p = ${p.toFixed(4)}`);
