/** What a part of the tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const nothing: Tally = { passed: 0, failed: 0 };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
});

/** The last line of every test command. */
export const render = (tally: Tally): string => `${tally.passed} passed, ${tally.failed} failed`;

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Counts a report. A file that could not be loaded counts as one failure, and so does a test that
 * was skipped, unless names were filtered: a suite that skips itself must not look green. A run
 * that ended badly without a failed test (an unhandled error) counts as one failure.
 */
export function count(report: VitestReport, exitCode: number, filtered: boolean): Tally {
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const states = file.assertionResults.map(({ status }) => status);
    const bad = states.filter((state) => state === 'failed').length;
    const skipped = states.filter((state) => state !== 'failed' && state !== 'passed').length;
    passed += states.filter((state) => state === 'passed').length;
    failed += bad + (filtered ? 0 : skipped);
    if (file.status === 'failed' && bad === 0) failed += 1;
  }
  return exitCode !== 0 && failed === 0 ? { passed, failed: 1 } : { passed, failed };
}
