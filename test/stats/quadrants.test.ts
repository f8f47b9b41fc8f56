import { expect, test } from 'vitest';
import { quadrantOf } from '../../src/stats/quadrants.ts';

test.each([
  [false, true, 'agree-right'],
  [false, false, 'agree-wrong'],
  [true, true, 'disagree-right'],
  [true, false, 'disagree-wrong'],
] as const)('a question on which the two differ (%s) and the synthesis is right (%s) is of the kind %s', (disagrees, synthesisRight, kind) => {
  expect(quadrantOf({ disagrees, synthesisRight })).toBe(kind);
});
