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

test('nano itself says that it was not taught open questions, or answers where it was', async () => {
  const { code, stdout, stderr } = await run('cat', 'ask', 'How do I keep bread fresh?', '--regime', 'open');
  if (code === 0) expect(stdout).toContain('judged itself');
  else expect(stderr).toContain('cannot do open questions');
});
