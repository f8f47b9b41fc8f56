import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareSides, comparisonTable, readSide } from '../../../bin/cat/compare.ts';
import { readCompare } from '../../../bin/cat/compare-options.ts';
import { rowOf } from '../../../bin/cat/journal.ts';
import { UsageError } from '../../../bin/cat/options.ts';
import { doneGroup } from '../../kit/group.ts';

/** A question that the synthesis and the vote answer so; the truth is 4. */
type Told = readonly [question: string, synthesis: string, vote: string];

describe('two folders of experiments', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-compare-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const written = async (temperature: number, ...told: readonly Told[]): Promise<string> => {
    const own = await mkdtemp(path.join(folder, 'run-'));
    const lines = told.map(([question, synthesis, vote], index) => {
      const group = doneGroup({ question, synthesis, answers: [vote, vote, '7'], truth: '4' });
      const sampling = { ...group.recipe.sampling, temperature };
      return JSON.stringify(rowOf(index, { ...group, recipe: { ...group.recipe, sampling } }, 1));
    });
    await writeFile(path.join(own, 'groups.jsonl'), `${lines.join('\n')}\n`);
    return own;
  };

  test('are compared over the questions that both have, whatever their order', async () => {
    const first = await readSide(await written(1, ['One?', '4', '4'], ['Two?', '5', '4'], ['Three?', '5', '5']));
    const second = await readSide(await written(0.5, ['Three?', '4', '5'], [' Two? ', '4', '4'], ['Four?', '4', '4']));
    const comparison = compareSides(first, second);
    expect(comparison).toMatchObject({ pairs: 2, onlyFirst: 1, onlySecond: 1 });
    expect(comparison.recipe).toEqual([{ path: 'sampling.temperature', first: 1, second: 0.5 }]);
    expect(comparison.figures.synthesis).toMatchObject({
      questions: 2,
      first: 0,
      second: 1,
      difference: { estimate: 1 },
      mcnemar: { onlyFirst: 0, onlySecond: 2 },
    });
    expect(comparison.figures.majority).toMatchObject({ difference: { estimate: 0 } });
    expect(comparison.differing).toEqual([
      { question: 'Two?', first: 0, second: 1 },
      { question: 'Three?', first: 0, second: 1 },
    ]);
    const text = comparisonTable(comparison);
    expect(text).toContain('2 questions in both; 1 only in the first; 1 only in the second');
    expect(text).toMatch(/sampling\.temperature +1 +0\.5/);
    expect(text).toMatch(/synthesis +2 +0\.0 % +100\.0 % +\+100\.0/);
    expect(text).toContain('caution, synthesis: of 2 questions only');
    expect(text).toContain('the syntheses differ on 2 questions\n  0.0 % → 100.0 %  Two?');
  });

  test('name the first of many questions on which they differ', async () => {
    const told = Array.from({ length: 8 }, (_, at): Told => [`Question ${at}?`, '4', '4']);
    const first = await readSide(await written(1, ...told));
    const other = told.map(([question]): Told => [question, '5', '4']);
    const text = comparisonTable(compareSides(first, await readSide(await written(1, ...other))));
    expect(text).toContain('The recipes are the same.');
    expect(text).toMatch(/Question 4\?\n {2}and 3 more$/);
  });

  test('are named where one is no folder of an experiment, or holds a broken row', async () => {
    await expect(readSide(folder)).rejects.toThrow('groups.jsonl');
    const broken = await written(1, ['One?', '4', '4']);
    await appendFile(path.join(broken, 'groups.jsonl'), '{"index":1}\n');
    await expect(readSide(broken)).rejects.toThrow('line 2');
  });
});

describe('the arguments of compare', () => {
  test('are two folders', () => {
    expect(readCompare(['a', 'b', '--json'])).toEqual({
      first: path.resolve('a'),
      second: path.resolve('b'),
      json: true,
    });
    expect(readCompare(['--help'])).toBeNull();
  });

  test.each([[['a']], [['a', 'b', 'c']], [['a', 'b', '--group', '4']]])('refuse %j', (args) => {
    expect(() => readCompare(args)).toThrow(UsageError);
  });
});
