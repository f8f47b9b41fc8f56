import { appendFile, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distFolder } from '../../bin/build.ts';
import type { ScaledLine } from '../../bin/cat/scaled.ts';
import { problems } from '../../src/question/world/problems.ts';
import { easy } from '../kit/easy.ts';
import { run, start, type Started } from '../kit/command.ts';

const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const byMethod = <T extends v.GenericSchema>(of: T) =>
  v.strictObject({
    single: of,
    majority: of,
    majorityEqualCompute: of,
    bestOfN: of,
    perplexity: of,
    mutualPredictability: of,
    judgeScore: of,
    synthesis: of,
    oracle: of,
  });
const bounded = v.nullable(
  v.strictObject({ estimate: v.number(), low: v.number(), high: v.number() }),
);
const figures = {
  model: v.literal('nano'),
  engine: v.picklist(['wllama', 'webllm']),
  group: count,
  regime: v.literal('verifiable'),
  questions: count,
  scored: v.picklist(['truth', 'nothing']),
  over: count,
  accuracy: byMethod(share),
  interval: byMethod(v.nullable(v.strictObject({ low: v.number(), high: v.number() }))),
  cost: byMethod(
    v.nullable(
      v.strictObject({ tokens: v.number(), promptTokens: v.number(), seconds: v.number() }),
    ),
  ),
  differences: byMethod(bounded),
  reasons: v.record(v.string(), v.string()),
  noChoice: v.record(v.string(), v.record(v.string(), count)),
  difference: v.strictObject({
    synthesisMinusMajority: v.nullable(v.number()),
    low: v.nullable(v.number()),
    high: v.nullable(v.number()),
  }),
  disagree: v.strictObject({ count, synthesisRight: v.nullable(count) }),
  allWrong: v.strictObject({ count: v.nullable(count), synthesisRight: v.nullable(count) }),
  seconds: v.pipe(v.number(), v.gtValue(0)),
  tokensPerSecond: v.pipe(v.number(), v.gtValue(0)),
};
const cautions = v.record(
  v.string(),
  v.array(v.looseObject({ kind: v.picklist(['few-questions', 'no-spread', 'few-differences', 'undecided']) })),
);
const experimentSchema = v.strictObject({
  ...figures,
  scaling: v.array(
    v.strictObject({
      group: count,
      single: bounded,
      majority: bounded,
      perplexity: bounded,
      synthesis: bounded,
      oracle: bounded,
      synthesised: count,
    }),
  ),
  cautions: v.strictObject({ interval: cautions, differences: cautions }),
  agreement: bounded,
  mcnemar: v.nullable(
    v.strictObject({
      onlyFirst: count,
      onlySecond: count,
      discordant: count,
      exact: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      corrected: v.strictObject({ statistic: v.number(), p: v.number() }),
    }),
  ),
});
const rolloutSchema = v.strictObject({
  text: v.string(),
  answer: v.nullable(v.string()),
  reward: v.picklist([0, 1]),
  logprob: v.pipe(v.number(), v.maxValue(0)),
  stop: v.picklist(['end', 'length']),
});
const askSchema = v.strictObject({
  ...figures,
  rollouts: v.array(rolloutSchema),
  majority: v.nullable(v.string()),
  synthesis: v.strictObject({ text: v.string(), answer: v.nullable(v.string()) }),
  choices: v.record(
    v.string(),
    v.strictObject({
      rollout: v.nullable(count),
      reason: v.nullable(v.string()),
      answer: v.nullable(v.string()),
      scores: v.array(v.nullable(v.number())),
    }),
  ),
});

interface Line {
  readonly index: number;
  readonly question: string;
  readonly answer: string | null;
}

let folder: string;
let file: string;
const total = 6;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-cat-'));
  file = path.join(folder, 'set.jsonl');
  const source = problems({ seed: 5, level: 'easy', split: 'heldout' });
  const rows = Array.from({ length: total }, () => {
    const { question, answer } = source.next().value;
    return JSON.stringify({ question, answer });
  });
  await writeFile(file, `${rows.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const linesOf = async (out: string): Promise<string[]> =>
  (await readFile(path.join(out, 'groups.jsonl'), 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '');

const indices = (lines: readonly string[]): number[] =>
  lines.map((line) => (JSON.parse(line) as Line).index).sort((a, b) => a - b);

/** Resolves when the experiment has written so many rows; fails when it ends before. */
const rowsWritten = (out: string, wanted: number, { ended }: Started): Promise<void> =>
  Promise.race([
    expect.poll(async () => (await linesOf(out)).length, { timeout: 120_000, interval: 20 })
      .toBeGreaterThanOrEqual(wanted),
    ended.then(({ stderr }) => Promise.reject(new Error(`it ended first: ${stderr}`))),
  ]);

describe('cat ask', () => {
  test('gives only JSON on stdout, and progress on stderr', async () => {
    const { code, stdout, stderr } = await run('cat', 'ask', easy.question, '--group', '4', '--json');
    expect(code, stderr).toBe(0);
    const report = v.parse(askSchema, JSON.parse(stdout));
    expect(report.rollouts).toHaveLength(4);
    expect(report.questions).toBe(1);
    expect(Object.values(report.accuracy)).toEqual(Array(9).fill(null));
    expect(report.reasons).toMatchObject({ synthesis: 'no-truth', bestOfN: 'not-asked' });
    expect(report.choices).toEqual({});
    const right = report.rollouts.filter(({ answer }) => answer === report.synthesis.answer);
    expect(report.rollouts.filter(({ reward }) => reward === 1)).toEqual(right);
    expect(stderr).toContain('rollouts: 4 of 4');
  });

  test('asks every method, and prints a row for each with its figures or the reason', async () => {
    const args = ['cat', 'ask', easy.question, '--answer', easy.answer, '--group', '3'];
    const { code, stdout, stderr } = await run(...args, '--methods', 'all', '--json');
    expect(code, stderr).toBe(0);
    const report = v.parse(askSchema, JSON.parse(stdout));
    expect(report.accuracy.perplexity).not.toBeNull();
    expect(report.cost.perplexity?.tokens).toBe(report.cost.majority?.tokens);
    for (const [name, accuracy] of Object.entries(report.accuracy)) {
      expect(name in report.reasons, name).toBe(accuracy === null);
    }
    expect(Object.keys(report.choices)).toEqual([
      ...['bestOfN', 'perplexity', 'mutualPredictability', 'judgeScore'],
    ]);
  });

  test('runs a model file of this machine, and prints a table for people', async () => {
    const model = path.join(folder, 'a model.gguf');
    await copyFile(path.join(distFolder, 'models', 'nano', 'nano.gguf'), model);
    const args = ['cat', 'ask', easy.question, '--answer', easy.answer, '--group', '3'];
    const flags = ['--question-visible', '--seed', '3', '--model', model, '--chat', 'nano'];
    const { code, stdout, stderr } = await run(...args, ...flags);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('synthesis says');
    expect(stdout).toContain('a model.gguf on wllama');
    expect(stdout).toMatch(/oracle +\d+\.\d %/);
  });

  test('runs a compiled model of this machine on whatever WebGPU there is', async () => {
    const compiled = path.join(distFolder, 'models', 'nano', 'webllm');
    const model = path.join(compiled, 'resolve', 'main');
    const args = ['cat', 'ask', easy.question, '--group', '2', '--json', '--engine', 'webllm'];
    const own = ['--model', model, '--library', path.join(compiled, 'nano.wasm'), '--chat', 'nano'];
    const { code, stdout, stderr } = await run(...args, ...own);
    expect(code, stderr).toBe(0);
    const report = v.parse(v.strictObject({ ...askSchema.entries, model: v.literal('main') }), JSON.parse(stdout));
    expect(report.engine).toBe('webllm');
    expect(report.rollouts).toHaveLength(2);
  });

  test('refuses what is wrong with exit code 2 and the name of the flag', async () => {
    const { code, stdout, stderr } = await run('cat', 'ask', easy.question, '--engine', 'gpu');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('--engine is wllama, webllm, server or auto, not "gpu"');
  });
});

describe('cat experiment', () => {
  test('gives the figures over the file, keeps its groups, and goes on when made longer', async () => {
    const out = path.join(folder, 'longer');
    const args = ['cat', 'experiment', file, '--group', '3', '--json', '--out', out];
    const first = await run(...args, '--limit', '2');
    expect(first.code, first.stderr).toBe(0);
    const report = v.parse(experimentSchema, JSON.parse(first.stdout));
    expect(report).toMatchObject({ group: 3, questions: 2 });
    expect(report.accuracy.majorityEqualCompute).not.toBeNull();
    expect(report.scaling.map(({ group }) => group)).toEqual([1, 2, 3]);
    const before = await linesOf(out);
    expect(indices(before)).toEqual([0, 1]);

    const second = await run(...args, '--limit', '3');
    expect(second.code, second.stderr).toBe(0);
    expect(second.stderr).toContain('2 of 3 were done before');
    const lines = await linesOf(out);
    expect(lines.slice(0, 2)).toEqual(before);
    expect(indices(lines)).toEqual([0, 1, 2]);
    const summary = JSON.parse(await readFile(path.join(out, 'summary.json'), 'utf8')) as unknown;
    expect(summary).toEqual(JSON.parse(second.stdout));

    const other = await run(...args, '--seed', '2');
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('--out');
    expect(await linesOf(out)).toEqual(lines);
  });

  test('adds the synthesis of smaller groups to its rows, and writes none of them twice', async () => {
    const out = path.join(folder, 'scaled');
    const args = ['cat', 'experiment', file, '--group', '4', '--limit', '3', '--json', '--out', out];
    const plain = await run(...args);
    expect(plain.code, plain.stderr).toBe(0);
    const before = await linesOf(out);
    const scaled = await run(...args, '--scaling', '1,2');
    expect(scaled.code, scaled.stderr).toBe(0);
    expect(scaled.stderr).toContain('smaller groups: 3 of 3 questions');
    expect(await linesOf(out)).toEqual(before);
    const added = await readFile(path.join(out, 'scaling.jsonl'), 'utf8');
    const lines = added.trimEnd().split('\n').map((line) => JSON.parse(line) as ScaledLine);
    expect(lines.map(({ index }) => index).sort()).toEqual([0, 1, 2]);
    for (const { evidence } of lines) {
      expect(evidence.map(({ size, members }) => [size, members.length]).sort()).toEqual([[1, 1], [2, 2]]);
      for (const { synthesis, members } of evidence) {
        expect(synthesis.plan.order).toEqual(members);
        expect(synthesis.tokens).toBeGreaterThan(0);
      }
    }
    const report = v.parse(experimentSchema, JSON.parse(scaled.stdout));
    expect(report.scaling.map(({ group, synthesised }) => [group, synthesised])).toEqual([[1, 3], [2, 3], [4, 3]]);
    expect(report.scaling[2]!.synthesis!.estimate).toBe(report.accuracy.synthesis);

    const again = await run(...args, '--scaling', '1,2');
    expect(again.code, again.stderr).toBe(0);
    // Nothing is left to be written, so that not even a model is loaded.
    expect(again.stderr.trim()).toBe('3 of 3 were done before.');
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(scaled.stdout));
    expect(await readFile(path.join(out, 'scaling.jsonl'), 'utf8')).toBe(added);

    const compared = await run('cat', 'compare', out, out, '--json');
    expect(compared.code, compared.stderr).toBe(0);
    expect(JSON.parse(compared.stdout)).toMatchObject({ pairs: 3, recipe: [], differing: [] });
  });

  test('refuses to go on with another revision of its model', async () => {
    const out = path.join(folder, 'retrained');
    const args = ['cat', 'experiment', file, '--group', '2', '--out', out];
    const first = await run(...args, '--limit', '1');
    expect(first.code, first.stderr).toBe(0);
    const groups = path.join(out, 'groups.jsonl');
    const text = await readFile(groups, 'utf8');
    const older = text.replace(/"revision":"[0-9a-f]{64}"/g, `"revision":"${'0'.repeat(64)}"`);
    await writeFile(groups, older);
    const { code, stderr } = await run(...args, '--limit', '2');
    expect(code).toBe(2);
    expect(stderr).toContain('--out holds groups of another model or other prompts');
    expect(await readFile(groups, 'utf8')).toBe(older);
  });

  test('goes on where it was killed, with its last row torn', async () => {
    const out = path.join(folder, 'killed');
    const args = ['cat', 'experiment', file, '--group', '4', '--json', '--out', out];
    const killed = start(...args);
    await rowsWritten(out, 1, killed);
    killed.child.kill('SIGKILL');
    expect((await killed.ended).signal).toBe('SIGKILL');
    const kept = await linesOf(out);
    expect(kept.length).toBeLessThan(total);
    await appendFile(path.join(out, 'groups.jsonl'), '{"index":5,"question":"torn');

    const { code, stdout, stderr } = await run(...args);
    expect(code, stderr).toBe(0);
    expect(v.parse(experimentSchema, JSON.parse(stdout)).questions).toBe(total);
    const lines = await linesOf(out);
    expect(lines.slice(0, kept.length)).toEqual(kept);
    expect(indices(lines)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('stops cleanly at Ctrl-C, and keeps what is done', async () => {
    const out = path.join(folder, 'stopped');
    const stopped = start('cat', 'experiment', file, '--group', '16', '--json', '--out', out);
    await rowsWritten(out, 1, stopped);
    stopped.child.kill('SIGINT');
    const { code, stdout, stderr } = await stopped.ended;
    expect(code, stderr).toBe(130);
    const done = (await linesOf(out)).length;
    expect(done).toBeLessThan(total);
    expect(v.parse(experimentSchema, JSON.parse(stdout)).questions).toBe(done);
  });

  test('names a broken line by its number, and runs nothing', async () => {
    const broken = path.join(folder, 'broken.jsonl');
    const out = path.join(folder, 'never');
    await writeFile(broken, '{"question":"1 + 1?","answer":"2"}\n\n{"question":"2 + 2?"}\n');
    const { code, stdout, stderr } = await run('cat', 'experiment', broken, '--out', out, '--json');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('Line 3');
    expect(existsSync(out)).toBe(false);
  });
});
