import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { exportRecording, tallyLines } from '../../../bin/cat/export.ts';
import { readExport } from '../../../bin/cat/export-options.ts';
import { openJournal, rowOf } from '../../../bin/cat/journal.ts';
import { UsageError } from '../../../bin/cat/options.ts';
import { ROW_FORMATS, type RowFormat } from '../../../src/export/formats.ts';
import type { RunId } from '../../../src/base/id.ts';
import { takeFile } from '../../../src/export/file/take.ts';
import type { Group } from '../../../src/group/group.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import { doneGroup } from '../../kit/group.ts';
import { criterion, given, rubricOf } from '../../kit/rubric-records.ts';
import { smaller } from '../../kit/smaller.ts';

describe('the command line of cat export', () => {
  test('takes a folder, a format and a file', () => {
    expect(readExport(['run1', '--as', 'trl-dpo', '--out', 'pairs.jsonl'])).toEqual({
      folder: path.resolve('run1'),
      format: 'trl-dpo',
      form: 'text',
      out: path.resolve('pairs.jsonl'),
    });
  });

  test('takes conversations for formats that have both forms', () => {
    expect(readExport(['run1', '--as', 'trl-sft', '--conversational'])).toMatchObject({
      form: 'conversation',
    });
  });

  test('knows every format, and gives help', () => {
    for (const format of ROW_FORMATS) {
      expect(readExport(['run1', '--as', format])).toMatchObject({ format });
    }
    expect(readExport(['--help'])).toBeNull();
  });

  test.each([
    [['--as', 'verl'], 'folder'],
    [['run1'], '--as is lm-eval'],
    [['run1', '--as', 'csv'], 'not "csv"'],
    [['run1', 'run2', '--as', 'verl'], '"run2"'],
    [['run1', '--as', 'verl', '--out', ''], '--out'],
    [['run1', '--as', 'verl', '--conversational'], '--conversational'],
    [['run1', '--as', 'run', '--conversational'], '--conversational'],
    [['run1', '--as', 'verl', '--json'], '--json'],
  ])('names what is wrong with %j', (args, named) => {
    expect(() => readExport(args)).toThrow(UsageError);
    expect(() => readExport(args)).toThrow(named);
  });
});

const groups = [
  doneGroup({ question: 'First?', truth: '4', answers: ['5', '4'], synthesis: '4' }),
  doneGroup({ question: 'Second?', truth: '4', answers: ['4', '4'], synthesis: '4' }),
];

describe('an export from the folder of an experiment', () => {
  let folder: string;
  let out: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-export-'));
    out = path.join(folder, 'out.jsonl');
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  const record = (all: readonly Group[]): void => {
    const identity = { questions: 'hash', model: 'nano', anchor: null, settings: {} };
    const journal = openJournal(folder, identity);
    all.forEach((group, index) => {
      const row = rowOf(index, group, 1);
      if (row !== null) journal.append(row);
    });
    journal.close();
  };
  const exported = (format: RowFormat | 'run', to = out) =>
    exportRecording({ folder, out: to, format, form: 'text' });
  const lines = async (file = out) =>
    (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const told = (): string => vi.mocked(console.error).mock.calls.flat().join('\n');

  test.each(ROW_FORMATS)('writes %s, and says how many rows there are', async (format) => {
    record(groups);
    expect(await exported(format)).toBe(0);
    const rows = await lines();
    expect(rows.length).toBeGreaterThan(0);
    expect(told()).toContain(`${rows.length} row`);
  });

  test('has the hash of the recipe, which the rows of the folder do not keep', async () => {
    record(groups);
    await exported('trl-sft');
    expect((await lines())[0]).toMatchObject({ recipe_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  test('says why groups gave no row, and ends with code 1 where none did', async () => {
    record(groups.slice(1));
    expect(await exported('trl-dpo')).toBe(1);
    expect(told()).toContain('no two complete answers of different rewards: 1');
  });

  test('passes over a last row that is being written, and names a broken one', async () => {
    record(groups);
    const file = path.join(folder, 'groups.jsonl');
    await appendFile(file, '{"index":2,"quest');
    expect(await exported('trl-sft')).toBe(0);
    expect(await lines()).toHaveLength(2);
    await appendFile(file, '\n');
    await expect(exported('trl-sft')).rejects.toThrow('line 3');
  });

  test('leaves what was there where a row is broken, and nothing half written', async () => {
    record(groups);
    await writeFile(out, 'before');
    await appendFile(path.join(folder, 'groups.jsonl'), '{"index":2,"question":"Third?"}\n');
    await expect(exported('trl-sft')).rejects.toThrow('line 3: rollouts');
    expect(await readFile(out, 'utf8')).toBe('before');
    expect(await readdir(folder)).not.toContain('out.jsonl.partial');
  });

  test('refuses names in a row that could change what objects are', async () => {
    record(groups);
    await appendFile(path.join(folder, 'groups.jsonl'), '{"index":2,"__proto__":{"x":1}}\n');
    await expect(exported('verl')).rejects.toThrow('__proto__');
  });

  test('names a folder that is none, and a file that cannot be written', async () => {
    await expect(exported('verl')).rejects.toThrow('groups.jsonl');
    record(groups);
    const nowhere = path.join(folder, 'missing', 'out.jsonl');
    await expect(
      exported('verl', nowhere),
    ).rejects.toThrow('could not be written');
  });

  test('gives a file in a folder the name that the harness expects', async () => {
    record(groups);
    const into = path.join(folder, 'samples');
    await mkdir(into);
    await exported('lm-eval', into);
    const names = await readdir(into);
    expect(names).toEqual([expect.stringMatching(/^samples_cat_lab_export_\w+_\d{4}-\d\d-\d\dT[\d.-]+\.jsonl$/)]);
  });

  test('as a run can be imported: a plan of what is done, with its figures', async () => {
    const [first, second] = groups;
    if (first === undefined || second === undefined) throw new Error('there are two');
    // A question that stands twice in the file has one group.
    record([first, second, first]);
    expect(await exported('run')).toBe(0);
    const store = createMemoryStore();
    const file = new Blob([await readFile(out, 'utf8')]);
    const taken = await takeFile(file, store);
    expect(taken).toMatchObject({ ok: true, value: { added: { run: 1, plan: 1, group: 2, entry: 3 } } });
    const [plan] = await store.plans();
    expect(plan).toMatchObject({ planned: 3, done: 3, set: path.basename(folder) });
    expect((await store.entriesOf(plan?.runId as RunId)).map(({ outcome }) => outcome.scores.synthesis)).toEqual([1, 1, 1]);
    await exported('run');
    const again = await takeFile(new Blob([await readFile(out, 'utf8')]), store);
    expect(again.ok && Object.values(again.value.added)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('as a run that has gone on since is another run, with all of its questions', async () => {
    const store = createMemoryStore();
    const take = async (all: readonly Group[]): Promise<void> => {
      record(all);
      await exported('run');
      expect(await takeFile(new Blob([await readFile(out, 'utf8')]), store)).toMatchObject({ ok: true });
    };
    await take(groups.slice(0, 1));
    await rm(path.join(folder, 'groups.jsonl'));
    await take(groups);
    const plans = await store.plans();
    const done = groups.filter(({ status }) => status === 'done').length;
    expect(plans.map(({ planned, done: entries }) => [planned, entries])).toEqual(
      expect.arrayContaining([[1, 1], [done, done]]),
    );
  });

  test('as a run has the criteria that open questions came with, and smaller groups of afterwards', async () => {
    const open: Group = {
      ...doneGroup({ question: 'Why?' }),
      question: { kind: 'open', text: 'Why?', rubric: [{ criterion: 'Names it', points: 5 }] },
      evidence: [rubricOf(given('Names it', 5), criterion('Is short'))],
    };
    const judged = { ...open, recipe: { ...open.recipe, judging: { repeats: 1, permute: false } } } as Group;
    const [first] = groups;
    if (first === undefined) throw new Error('there is one');
    record([first, judged]);
    const identity = { questions: 'hash', model: 'nano', anchor: null, settings: {} };
    const journal = openJournal(folder, identity);
    const smallest = { size: 1, members: [0], reading: { kind: 'absent' } } as const;
    journal.appendScaled({ index: 0, id: first.id, evidence: [smaller([0], '5')], smaller: [smallest] });
    journal.close();
    expect(await exported('run')).toBe(0);
    const store = createMemoryStore();
    const taken = await takeFile(new Blob([await readFile(out, 'utf8')]), store);
    expect(taken).toMatchObject({ ok: true, value: { added: { group: 2 } } });
    const [plan] = await store.plans();
    const { items } = (await store.plan(plan?.runId as RunId)) ?? { items: [] };
    expect(items[1]?.question).toEqual(judged.question);
    expect((await store.group(judged.id))?.question).toEqual(judged.question);
    expect((await store.group(first.id))?.evidence).toEqual([smaller([0], '5')]);
    // Read anew from the synthesis's own text, whatever the row says of it.
    const reading = { kind: 'found', raw: '5', rule: 'answer-is' };
    expect((await store.group(first.id))?.evaluation?.smaller).toMatchObject([{ size: 1, members: [0], reading }]);
  });

  test('goes to stdout without a file', async () => {
    record(groups);
    const written: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    onTestFinished(() => spy.mockRestore());
    await exportRecording({ folder, form: 'text', format: 'trl-sft' });
    spy.mockRestore();
    expect(written.join('').trim().split('\n')).toHaveLength(2);
  });
});

test('groups without a row are told by reason', () => {
  const leftOut = new Map([['no-truth', 2], ['unfinished', 1]] as const);
  expect(tallyLines({ rows: 1, leftOut }, 'a.jsonl')).toEqual([
    '1 row to a.jsonl.',
    'Groups without a row: no known answer: 2; not finished: 1.',
  ]);
});
