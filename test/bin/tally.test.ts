import { describe, expect, test } from 'vitest';
import { add, count, render, type VitestReport } from '../../bin/tally.ts';

const report = (...files: readonly (readonly [string, ...string[]])[]): VitestReport => ({
  testResults: files.map(([status, ...states], index) => ({
    name: `file-${index}`,
    status,
    assertionResults: states.map((state) => ({ status: state, fullName: 'a test' })),
  })),
});

describe('the sum of the tests', () => {
  test('counts tests over files', () => {
    const states = report(['passed', 'passed', 'passed'], ['failed', 'passed', 'failed']);
    expect(count(states, 1, false)).toEqual({ passed: 3, failed: 1 });
  });

  test('counts a file that could not be loaded as a failure', () => {
    expect(count(report(['failed'], ['passed', 'passed']), 1, false)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  test('counts a skipped test as a failure, unless names were filtered', () => {
    const states = report(['passed', 'passed', 'skipped']);
    expect(count(states, 0, false).failed).toBe(1);
    expect(count(states, 0, true).failed).toBe(0);
  });

  test('counts an end in error without a failed test as a failure', () => {
    expect(count(report(['passed', 'passed']), 1, false)).toEqual({ passed: 1, failed: 1 });
  });

  test('is written as one line', () => {
    expect(render(add({ passed: 2, failed: 0 }, { passed: 3, failed: 1 }))).toBe(
      '5 passed, 1 failed',
    );
  });
});
