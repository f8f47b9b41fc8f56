import { expect, test } from 'vitest';
import { unfinishedLine } from '../../../bin/cat/experiment.ts';

test('questions without a synthesis are named by their place in the file', () => {
  expect(unfinishedLine(new Set([0, 2]), 4)).toBe(
    '2 of 4 questions ended without a synthesis, and the figures are without them: number 2, 4.',
  );
});

test('of many only the first are named', () => {
  expect(unfinishedLine(new Set(), 100)).toMatch(/number 1, 2, .*, 20, …\.$/);
});
