import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../bin/check-answers.ts';
import { readRows } from '../../../bin/check-answers/rows.ts';

const file = (...lines: readonly unknown[]): string => {
  const at = path.join(mkdtempSync(path.join(tmpdir(), 'answers-')), 'rows.jsonl');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(at, text.join('\n'));
  return at;
};

const run = async (
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> => {
  const [log, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  const said = (spy: typeof log): string => spy.mock.calls.map((call) => call.join(' ')).join('\n');
  log.mockImplementation(() => {});
  error.mockImplementation(() => {});
  const code = await main(args);
  return { code, out: said(log), err: said(error) };
};

afterEach(() => vi.restoreAllMocks());

describe('check-answers', () => {
  it('counts each kind of mistake by suite, and in all', async () => {
    const { code, out } = await run(
      file(
        { gold: '1/2', pred: '0.5', expected: true, format: 'latex', suite: 'a' },
        { gold: '1/2', pred: '0.5', expected: false, format: 'latex', suite: 'a' },
        { gold: '1', pred: '2', expected: true, format: 'plain', suite: 'b' },
        { gold: '\\int x', pred: '2', expected: true, format: 'latex', suite: 'b' },
      ),
      '--json',
    );
    expect(code).toBe(0);
    const counts = { accuracy: 0.25, falseEqual: 1, falseDifferent: 1, undecided: 1 };
    expect(JSON.parse(out)).toEqual({
      total: { rows: 4, ...counts, perSecond: expect.any(Number) },
      suites: {
        a: {
          rows: 2,
          accuracy: 0.5,
          falseEqual: 1,
          falseDifferent: 0,
          undecided: 0,
          perSecond: expect.any(Number),
        },
        b: {
          rows: 2,
          accuracy: 0,
          falseEqual: 0,
          falseDifferent: 1,
          undecided: 1,
          perSecond: expect.any(Number),
        },
      },
    });
  });

  it('reads whole responses, and takes ascii as it stands', async () => {
    const { out } = await run(
      file(
        {
          gold: '42',
          pred: 'So <think>\\boxed{1}</think> \\boxed{42}',
          expected: true,
          format: 'text+latex',
        },
        { gold: 'Paris', pred: 'Paris', expected: true, format: 'text+latex' },
        { gold: 'y=x', pred: 'x', expected: false, format: 'ascii' },
        { gold: 'x = 5', pred: '5', expected: true, format: 'latex' },
        { gold: '\\sqrt{8}', pred: '2\\sqrt{2}', expected: true, format: 'latex' },
      ),
      '--json',
    );
    expect(JSON.parse(out).total).toMatchObject({ rows: 5, accuracy: 1 });
  });

  it('names broken lines by their numbers and checks the others', async () => {
    const { code, out, err } = await run(
      file({ gold: '1', pred: '1', expected: true }, '', '{"gold": "1"', { gold: 1, pred: '2' }),
      '--json',
    );
    expect(code).toBe(1);
    expect(err).toContain('line 3: no JSON');
    expect(err).toMatch(/line 4: expected/);
    expect(JSON.parse(out).total).toMatchObject({ rows: 1, accuracy: 1 });
  });

  it('prints a table with the paper’s string equality beside it', async () => {
    const { out } = await run(file({ gold: '1/2', pred: '0.5', expected: true, suite: 'mine' }));
    expect(out).toMatch(/same string/);
    expect(out).toMatch(/mine +1 +100\.0 % +0 +0 +0 +\d+ +0\.0 %/);
  });

  it('lists what came out wrong on request', async () => {
    const { err } = await run(file({ gold: '1', pred: '2', expected: true, suite: 's' }), '--list');
    expect(err).toContain('s: "1" and "2": different, not equal');
  });

  it.each([[[]], [['a', 'b']], [['--what']]])('explains itself to %j', async (args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain('usage');
  });

  it('says which file it cannot read', async () => {
    await expect(main(['/no/such/file.jsonl'])).rejects.toThrow(/cannot read.*no such file/i);
  });

  it('takes empty files for no rows', () => {
    expect(readRows('\n\n')).toEqual({ rows: [], faults: [] });
  });
});
