import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { METHOD_NAMES } from '../../../src/baseline/selection.ts';
import { readCommand, usage, UsageError, type AskCommand } from '../../../bin/cat/options.ts';
import { givenFiles, modelSpec } from '../../../bin/cat/page.ts';

const ask = (...args: string[]) => readCommand(['ask', 'How many?', ...args]);
const experiment = (...args: string[]) => readCommand(['experiment', 'set.jsonl', ...args]);

describe('the command line of cat', () => {
  test('needs no flag for the bundled model and the methods that ask nothing more', () => {
    expect(ask()).toEqual({
      kind: 'ask',
      question: 'How many?',
      model: { kind: 'nano' },
      engine: 'auto',
      gpu: 'auto',
      methods: ['single', 'majority', 'synthesis', 'oracle'],
      settings: { equalCompute: false, sampling: {} },
      regime: 'auto',
      json: false,
      yes: false,
    });
  });

  test('hands settings on as the page knows them', () => {
    const flags = ['--group', '4', '--temperature', '0.7', '--top-p', '0.9', '--top-k', '20'];
    const more = ['--max-tokens', '128', '--seed', '7', '--question-visible', '--json'];
    expect(ask(...flags, ...more)).toMatchObject({
      json: true,
      settings: {
        group: 4,
        seed: 7,
        questionVisible: true,
        sampling: { temperature: 0.7, topP: 0.9, topK: 20, maxTokens: 128 },
      },
    });
  });

  test('asks an open question, judged by another model, several times and in a random order', () => {
    expect(ask('--regime', 'open', '--judge', 'nano', '--repeats', '3', '--permute')).toMatchObject({
      regime: 'open',
      judge: { kind: 'nano' },
      settings: { judging: { repeats: 3, permute: true } },
    });
    expect(experiment('--permute')).toMatchObject({
      regime: 'auto',
      settings: { judging: { permute: true } },
    });
    expect(ask()).not.toHaveProperty('settings.judging');
  });

  test.each([
    [['--regime', 'closed'], '--regime'],
    [['--repeats', '6'], '--repeats'],
    [['--repeats', 'often'], '--repeats'],
    [['--judge', 'nobody'], '--judge'],
    [['--regime', 'open', '--answer', '4'], '--answer'],
  ])('refuses %j, and names the flag', (flags, named) => {
    expect(() => ask(...flags)).toThrow(UsageError);
    expect(() => ask(...flags)).toThrow(named);
  });

  test('samples the extra rollout only where voting over G + 1 has a figure', () => {
    expect(experiment()).toMatchObject({ settings: { equalCompute: true } });
    expect(experiment('--methods', 'single,oracle')).toMatchObject({
      settings: { equalCompute: false },
    });
    expect(ask('--answer', '4')).toMatchObject({ answer: '4', settings: { equalCompute: true } });
  });

  test('asks for every method by all, and for what is named otherwise', () => {
    expect(ask('--methods', 'all')).toMatchObject({
      methods: [
        ...['single', 'majority', 'bestOfN', 'perplexity', 'mutualPredictability'],
        ...['judgeScore', 'synthesis', 'oracle'],
      ],
      settings: { methods: ['bestOfN', 'perplexity', 'mutualPredictability', 'judgeScore'] },
    });
    expect(ask('--methods', 'all', '--regime', 'open')).toMatchObject({
      settings: { methods: METHOD_NAMES },
    });
    expect(ask('--methods', 'selfConsistency, synthesis')).toMatchObject({
      methods: ['selfConsistency', 'synthesis'],
      settings: { methods: ['selfConsistency'] },
    });
    expect(ask('--methods', 'single')).not.toHaveProperty('settings.methods');
  });

  test('takes a compiled model by its folder and its library', () => {
    const flags = ['--model', 'https://models.example/small', '--engine', 'webllm'];
    expect(ask(...flags, '--library', 'https://models.example/small.wasm')).toMatchObject({
      engine: 'webllm',
      model: {
        kind: 'compiled',
        folder: 'https://models.example/small',
        library: 'https://models.example/small.wasm',
        chat: 'general',
      },
    });
  });

  test('puts a GGUF on the graphics processor where there is one, in software only by request', () => {
    expect(ask('--engine', 'wllama')).toMatchObject({ gpu: 'never' });
    expect(ask('--engine', 'wllama', '--gpu', 'always')).toMatchObject({ gpu: 'always' });
    expect(ask('--gpu', 'never')).toMatchObject({ engine: 'auto', gpu: 'never' });
    expect(() => ask('--engine', 'webllm', '--gpu', 'always')).toThrow('--gpu belongs to GGUF models');
  });

  test('takes the sizes of smaller groups, rising and each once, and how many of each', () => {
    expect(experiment('--scaling', '4,1, 2,1')).toMatchObject({
      settings: { smallerGroups: [1, 2, 4], smallerSubsets: 1 },
    });
    expect(experiment('--scaling', '1', '--subsets', '3')).toMatchObject({
      settings: { smallerGroups: [1], smallerSubsets: 3 },
    });
    expect(experiment()).not.toHaveProperty('settings.smallerGroups');
  });

  test.each([
    [['--scaling', '0'], '--scaling'],
    [['--scaling', '1,,2'], '--scaling'],
    [['--scaling', '9'], 'from 1 to 8, not "9"'],
    [['--group', '4', '--scaling', '5'], 'from 1 to 4'],
    [['--scaling', '1', '--subsets', '33'], '--subsets'],
    [['--subsets', '2'], '--subsets belongs to --scaling'],
  ])('refuses smaller groups that there cannot be: %j', (args, message) => {
    expect(() => experiment(...args)).toThrow(UsageError);
    expect(() => experiment(...args)).toThrow(message);
    expect(() => ask('--scaling', '1')).toThrow('--scaling belongs to experiment');
  });

  test('takes a limit and a folder for an experiment', () => {
    expect(experiment('--limit', '3', '--out', 'somewhere')).toMatchObject({
      file: 'set.jsonl',
      limit: 3,
      out: path.resolve('somewhere'),
    });
  });

  test('takes a model as a file or an address', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-options-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, 'small.gguf');
    await writeFile(file, 'GGUF');
    expect(ask('--model', file, '--anchor', 'https://models.example/a.gguf')).toMatchObject({
      model: { kind: 'file', path: file, chat: 'general' },
      anchor: { kind: 'url', url: 'https://models.example/a.gguf' },
    });
  });

  test('takes a split file by its first part, if all its parts are there', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-options-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const part = (number: number): string => path.join(folder, `m-0000${number}-of-00002.gguf`);
    await writeFile(part(1), 'GGUF');
    expect(() => ask('--model', part(1))).toThrow(`--model names no file: ${part(2)}`);
    await writeFile(part(2), 'GGUF');
    const { model } = ask('--model', part(1)) as AskCommand;
    expect(model).toEqual({ kind: 'file', path: part(1), chat: 'general' });
    expect(Object.values(givenFiles({ policy: model }))).toEqual([part(1), part(2)]);
  });

  test('takes Gemma 3 4B by its name, with its host and the paper’s settings', () => {
    const { model } = ask('--model', 'gemma-3-4b-it') as AskCommand;
    expect(modelSpec(model, 'policy')).toMatchObject({
      engine: 'wllama',
      urls: [expect.stringMatching(/^https:\/\/huggingface\.co\/.*\.gguf$/)],
      preset: { temperature: 1, topK: 64, topP: 0.95, maxTokens: 1536 },
    });
    expect(usage).toContain('gemma-3-4b-it');
  });

  test('takes a model of WebLLM’s list by its whole name, whatever its capitals', () => {
    const named = (name: string, ...flags: string[]) => ask('--model', name, ...flags) as AskCommand;
    const qwen = named('qwen3-4b-Q4F16_1-mlc', '--engine', 'webllm', '--yes');
    expect(qwen.yes).toBe(true);
    expect(modelSpec(qwen.model, 'policy')).toMatchObject({
      ...{ id: 'Qwen3-4B-q4f16_1-MLC', engine: 'webllm', chat: 'general', preset: { topK: 20 } },
      urls: ['https://huggingface.co/mlc-ai/Qwen3-4B-q4f16_1-MLC'],
      library: expect.stringMatching(/^https:\/\/raw\.githubusercontent\.com\/.*\.wasm$/),
    });
    const judge = ask('--judge', 'Qwen3-4B-q4f16_1-MLC') as AskCommand;
    expect(judge.judge).toEqual(qwen.model);
    expect(() => named('Qwen3-4B')).toThrow(/several ways; name one of Qwen3-4B-q4f16_1-MLC, Qwen3/);
    expect(() => named('Qwen3-4B-q4f16_1-MLC', '--engine', 'wllama')).toThrow('--engine webllm');
    expect(usage).toContain('Llama-3.2-1B-Instruct-q4f16_1-MLC');
  });

  test('knows the paper’s models by the name of what is given', () => {
    const compiled = ask(
      ...['--model', 'https://huggingface.co/mlc-ai/Qwen3-4B-q4f16_1-MLC', '--engine', 'webllm'],
      ...['--library', 'https://models.example/q.wasm'],
    ) as AskCommand;
    expect(modelSpec(compiled.model, 'policy')).toMatchObject({ preset: { topK: 20 } });
    const file = ask('--model', 'https://a.example/gemma-3-4b-it-Q4_K_M-00001-of-00005.gguf') as AskCommand;
    expect(modelSpec(file.model, 'policy')).toMatchObject({ preset: { topK: 64 } });
    const other = ask('--model', 'https://a.example/other.gguf') as AskCommand;
    expect(modelSpec(other.model, 'policy')).not.toHaveProperty('preset');
  });

  test.each([
    ['--group', '0'],
    ['--group', '33'],
    ['--group', 'many'],
    ['--group', '2.5'],
    ['--temperature', '3'],
    ['--temperature', '-1'],
    ['--top-p', '0'],
    ['--top-k', '1.5'],
    ['--max-tokens', ''],
    ['--seed', '-1'],
    ['--methods', 'single,best'],
    ['--engine', 'gpu'],
    ['--gpu', 'maybe'],
    ['--engine', 'webllm', '--model', 'https://models.example/a.gguf'],
    ['--library', 'a.wasm'],
    ['--model', 'missing-folder', '--library', 'https://models.example/a.wasm'],
    ['--model', 'missing.gguf'],
    ['--model', 'gpt'],
    ['--chat', 'other', '--model', 'https://models.example/a.gguf'],
    ['--chat', 'general'],
    ['--chat', 'general', '--model', 'nano'],
    ['--library', 'a.wasm', '--engine', 'server', '--model', 'q', '--server', 'http://localhost:1/v1'],
    ['--answer', ' '],
    ['--limit', '2'],
    ['--out', 'somewhere'],
    ['--colour', 'red'],
    ['--group'],
  ])('refuses %s %s and names the flag', (...args) => {
    const given = args.filter((arg) => arg !== undefined);
    expect(() => ask(...given)).toThrow(UsageError);
    expect(() => ask(...given)).toThrow(given[0]);
  });

  test.each([[['--limit', '0']], [['--limit', 'x']], [['--answer', '4']]])(
    'refuses %s for an experiment',
    (args) => {
      expect(() => experiment(...args)).toThrow(args[0]);
    },
  );

  test('is shown in the form that leaves only the command’s own words on stdout', () => {
    expect(usage.match(/npm run .*cat -- /g)).toEqual(Array(2).fill('npm run --silent cat -- '));
  });

  test('refuses a missing command, subject, and one too many', () => {
    expect(() => readCommand([])).toThrow(UsageError);
    expect(() => readCommand(['try'])).toThrow('try');
    expect(() => readCommand(['ask'])).toThrow('question');
    expect(() => readCommand(['experiment'])).toThrow('file');
    expect(() => ask('another')).toThrow('another');
  });
});
