/** The run of a few sums that the tests of runs begin. */
import { expect } from 'vitest';
import type { SetItem } from '../../src/question/set/item.ts';
import type { BeginOptions } from '../../src/run/experiments.ts';
import { question, settings } from './lab-kit.ts';
import type { LabKit } from './lab-kit.ts';

export const items: readonly SetItem[] = ['1 + 1?', '1 + 2?', '1 + 3?', '1 + 4?'].map((text, at) => ({
  question: question(text, String(at + 2)),
  tags: [],
}));

export const options = (more: Partial<BeginOptions> = {}): BeginOptions => ({
  set: 'sums',
  items,
  settings: settings(),
  name: 'a run',
  ...more,
});

/** The one run that the lab knows. */
export async function onlyRun({ lab }: LabKit) {
  const [summary, ...others] = await lab.experiments();
  expect(others).toEqual([]);
  return summary!;
}
