import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The command with these lines on its input, to its end. */
function reward(lines: readonly string[]): Promise<{ code: number | null; out: unknown[]; err: string }> {
  const child = spawn(process.execPath, ['bin/run.mjs', 'reward'], { cwd: root });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const rows = out.split('\n').filter((line) => line !== '');
      resolve({ code, err, out: rows.map((line) => JSON.parse(line) as unknown) });
    });
  });
}

test('the command reward gives each group its rewards, and ends at a line that is broken', async () => {
  const { code, out, err } = await reward([
    JSON.stringify({
      synthesis: 'So \\boxed{\\frac{1}{2}}',
      rollouts: ['It is \\boxed{0.5}', 'It is \\boxed{2}', 'I do not know'],
      truth: 2,
    }),
    '',
    JSON.stringify({ synthesis: 'no answer', rollouts: ['\\boxed{1}', 'none either'] }),
    '{"synthesis": 7}',
    JSON.stringify({ synthesis: '\\boxed{1}', rollouts: [] }),
  ]);
  expect(out).toEqual([
    {
      reference: '\\frac{1}{2}',
      answers: ['0.5', '2', null],
      rewards: [1, 0, 0],
      advantages: [Math.SQRT2, -Math.SQRT1_2, -Math.SQRT1_2].map((one) => expect.closeTo(one, 9) as number),
      right: [0, 1, 0],
    },
    { reference: null, answers: ['1', null], rewards: [0, 0], advantages: [0, 0], right: null },
  ]);
  expect(code).toBe(1);
  expect(err).toContain('line 4');
});
