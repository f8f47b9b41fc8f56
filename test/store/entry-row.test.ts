import { describe, expect, test } from 'vitest';
import type { RunId } from '../../src/base/id.ts';
import type { Outcome } from '../../src/group/outcome.ts';
import { parseRow, rowOf } from '../../src/store/entry-row.ts';
import { entry } from './conformance-runs.ts';

const run = 'run-x' as RunId;
const row = rowOf(entry(3));
/** The row with another value at a place. */
const broken = (at: number, value: unknown): unknown => (row as readonly unknown[]).with(at, value);

describe('an entry as a row', () => {
  test('comes back equal', () => {
    expect(parseRow(run, row)).toEqual({ ok: true, value: entry(3) });
  });

  test('has the syntheses of smaller groups, and is without where there are none', () => {
    const smaller = [
      { size: 1, score: 0.5, subsets: 4 },
      { size: 2, score: 1, subsets: 1 },
    ];
    const { outcome } = entry(3);
    const more = entry(3, { outcome: { ...outcome, smaller } });
    expect(parseRow(run, rowOf(more))).toEqual({ ok: true, value: more });
    expect(parseRow(run, row.slice(0, 12))).toEqual({ ok: true, value: entry(3) });
  });

  test('of before one could tell, is by the data set’s rubric where the synthesis has a score by a rubric', () => {
    const { outcome } = entry(3);
    const scoredBy = (scores: Outcome['scores']): unknown => {
      const parsed = parseRow(run, rowOf(entry(3, { outcome: { ...outcome, scored: 'rubric', scores } })));
      return parsed.ok && parsed.value.outcome.scored;
    };
    expect(scoredBy({ ...outcome.scores, synthesis: 0.4 })).toBe('given');
    expect(scoredBy({ ...outcome.scores, synthesis: null })).toBe('rubric');
  });

  test('keeps numbers to the last digit', () => {
    const { outcome } = entry(3);
    const exact = entry(3, { outcome: { ...outcome, sureness: [-0.1 - 0.2, -1 / 3] } });
    expect(parseRow(run, structuredClone(rowOf(exact)))).toEqual({ ok: true, value: exact });
  });

  test.each([
    ['a place below zero', 0, -1, 'index'],
    ['no group', 1, '', 'groupId'],
    ['an unknown kind of score', 2, 'luck', 'scored'],
    ['a word for a flag', 3, 'yes', 'disagrees'],
    ['half a count', 4, 0.5, 'undecided'],
    ['a number among flags', 5, [true, 1], 'right'],
    ['half a cluster', 6, [0, 0.5], 'clusters'],
    ['a cluster that so few rollouts do not have', 6, [0, Number.MAX_SAFE_INTEGER], 'clusters'],
    ['more rollouts than a group has', 6, Array.from({ length: 1001 }, () => null), 'clusters'],
    ['a rollout that is right and has no place among the votes', 5, [true, true, true], 'right'],
    ['a reward that is no number', 7, [Number.NaN, 1], 'rewards'],
    ['a text among numbers', 8, ['-1'], 'sureness'],
    ['no list', 9, null, 'scores'],
    ['a text for a cost', 10, ['1', 2, 3], 'costs'],
    ['a method of no known name', 11, ['__proto__', null], 'choices'],
    ['a reason of no known name', 11, ['bestOfN', 'bored'], 'choices'],
    ['a size that is no number', 12, ['2', 1, 1], 'smaller'],
  ])('%s is told with its path and its key', (_name, at, value, path) => {
    const parsed = parseRow(run, broken(at, value));
    expect(!parsed.ok && parsed.fault).toMatchObject({ kind: 'record-invalid', store: 'entries', path });
    expect(!parsed.ok && parsed.fault.key).toMatch(/^run-x/);
  });

  test.each([null, undefined, 5, 'text', {}, []])('%j is no row at all', (found) => {
    expect(parseRow(run, found).ok).toBe(false);
  });
});
