/**
 * Model text as material in a prompt of a general model: between two lines of tildes, with role
 * tokens broken (docs/deviations.md, 4).
 */
import { neutralise } from './neutral.ts';

/** A line longer than any run of tildes in the texts, so that none of them can close it. */
export function fenceFor(texts: readonly string[]): string {
  const runs = texts.flatMap((text) => text.match(/~+/g) ?? []);
  return '~'.repeat(runs.reduce((most, run) => Math.max(most, run.length + 1), 3));
}

/** `fence` comes from `fenceFor` over everything that stands in the prompt. */
export const fenced = (text: string, fence: string): string =>
  `${fence}\n${neutralise(text.trim())}\n${fence}`;
