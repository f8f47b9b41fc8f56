import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { distFolder } from '../../bin/build.ts';
import { run } from '../kit/command.ts';

/** The bundled model as a stand-in for a general one: what it says is noise, and is judged as any. */
const nano = path.join(distFolder, 'models', 'nano', 'nano.gguf');
const standIn = ['--model', nano, '--chat', 'general', '--engine', 'wllama', '--group', '2', '--max-tokens', '256'];
const rubric = [
  { criterion: 'Names a way to store the bread.', points: 5 },
  { criterion: 'Gives a number.', points: -2 },
];

interface OpenReport {
  readonly regime: string;
  readonly rubric: { readonly criteria: readonly unknown[] };
  readonly verdicts: readonly { readonly value: string }[];
  readonly rollouts: readonly { readonly reward: number | null }[];
  readonly score?: Readonly<Record<string, number | null>>;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-open-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('an open question is asked, judged by a model of its own, and its verdicts are in the JSON', async () => {
  const asked = ['cat', 'ask', 'How do I keep bread fresh?', '--regime', 'open', '--json'];
  const { code, stdout, stderr } = await run(...asked, ...standIn, '--judge', nano, '--permute');
  expect(code, stderr).toBe(0);
  const report = JSON.parse(stdout) as OpenReport;
  expect(report.regime).toBe('open');
  expect(report.verdicts).toHaveLength(2 * report.rubric.criteria.length);
  expect(report.rollouts).toHaveLength(2);
  expect(stderr).toContain('judge: loading');
});

test('a file with rubrics is scored by them, and the table sums up the judging', { timeout: 300_000 }, async () => {
  const file = path.join(folder, 'open.jsonl');
  await writeFile(file, `${JSON.stringify({ question: 'How do I keep bread fresh?', rubric })}\n`);
  const out = path.join(folder, 'out');
  const ran = await run('cat', 'experiment', file, ...standIn, '--out', out, '--json');
  expect(ran.code, ran.stderr).toBe(0);
  const report = JSON.parse(ran.stdout) as OpenReport;
  expect(report.regime).toBe('open');
  expect(report.score?.['single']).not.toBeNull();
  const again = await run('cat', 'experiment', file, ...standIn, '--out', out);
  expect(again.code, again.stderr).toBe(0);
  expect(again.stderr).toContain('1 of 1 were done before.');
  expect(again.stdout).toContain('reward, mean of the rollouts');
});

test('nano itself answers the open questions of its world, and judges itself', { timeout: 240_000 }, async () => {
  const question = 'We are a big family. Please help me save power with hot water.';
  const asked = await run('cat', 'ask', question, '--regime', 'open', '--json');
  expect(asked.code, asked.stderr).toBe(0);
  const { rubric, verdicts, rollouts } = JSON.parse(asked.stdout) as OpenReport;
  expect(rubric.criteria.length).toBeGreaterThanOrEqual(4);
  expect(verdicts).toHaveLength(8 * rubric.criteria.length);
  expect(new Set(verdicts.map(({ value }) => value))).toEqual(new Set(['yes', 'no']));
  expect(new Set(rollouts.map(({ reward }) => reward)).size).toBeGreaterThan(1);
  expect(asked.stderr).not.toContain('expect noise');
});

test('nano says of other open questions that noise is to be expected', { timeout: 240_000 }, async () => {
  const asked = await run('cat', 'ask', 'Who wrote Hamlet?', '--regime', 'open', '--group', '2');
  expect(asked.code, asked.stderr).toBe(0);
  expect(asked.stderr).toContain('expect noise');
  expect(asked.stdout).toContain('nano judged itself');
});
