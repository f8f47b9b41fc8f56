/** Cautions in words: those that several methods share in one sentence. */
import type { Caution } from '../../stats/caution.ts';
import { label } from '../text/charts.ts';

export interface Cautioned {
  readonly name: string;
  readonly cautions: readonly Caution[];
}

export function cautionLines(marks: readonly Cautioned[]): string[] {
  const shared = new Map<string, { readonly caution: Caution; readonly names: string[] }>();
  for (const { name, cautions } of marks) {
    for (const caution of cautions) {
      const key = JSON.stringify(caution);
      const known = shared.get(key) ?? { caution, names: [] };
      known.names.push(name);
      shared.set(key, known);
    }
  }
  const lines = [...shared.values()].map(({ caution, names }) => label.caution(caution, names));
  return [...new Set(lines)];
}
