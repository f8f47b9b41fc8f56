import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournal, rowOf, type Identity } from '../../../bin/cat/journal.ts';
import { doneGroup } from '../../kit/group.ts';

const identity: Identity = { questions: 'hash', model: 'nano', anchor: null, settings: { seed: 1 } };

const row = (index: number) => {
  const made = rowOf(index, doneGroup({ question: `Question ${index}?` }), 0.5);
  if (made === null) throw new Error('the group is done');
  return made;
};

describe('the folder of an experiment', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-journal-'));
    file = path.join(folder, 'groups.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const written = (...indices: number[]): void => {
    const journal = openJournal(folder, identity);
    for (const index of indices) journal.append(row(index));
    journal.close();
  };

  test('gives back the rows of before', () => {
    written(0, 2);
    const journal = openJournal(folder, identity);
    expect([...journal.rows.keys()]).toEqual([0, 2]);
    expect(journal.rows.get(2)).toEqual(row(2));
    journal.close();
  });

  test('takes off a last row that was torn, and goes on behind the one before', async () => {
    written(0);
    await appendFile(file, '{"index":1,"quest');
    written(1);
    const text = await readFile(file, 'utf8');
    expect(text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line).index))
      .toEqual([0, 1]);
  });

  test('names a broken row that was not torn', async () => {
    written(0);
    await appendFile(file, 'broken\n');
    expect(() => openJournal(folder, identity)).toThrow('line 2');
  });

  test('refuses the folder of an experiment with other arguments', () => {
    written(0);
    expect(() => openJournal(folder, { ...identity, settings: { seed: 2 } })).toThrow('--out');
  });

  test('writes what it belongs to once, so that a full disk cannot take it later', () => {
    written(0);
    const identityFile = path.join(folder, 'experiment.json');
    const before = statSync(identityFile);
    // Nothing can be written beside the file, as where the disk is full.
    mkdirSync(`${identityFile}.partial`);
    written(1);
    expect(statSync(identityFile)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    const journal = openJournal(folder, identity);
    expect([...journal.rows.keys()]).toEqual([0, 1]);
    journal.close();
  });

  test('keeps the summary of before where there is no room for another', () => {
    const journal = openJournal(folder, identity);
    journal.writeSummary({ done: 1 });
    const summary = path.join(folder, 'summary.json');
    mkdirSync(path.join(`${summary}.partial`, 'in the way'), { recursive: true });
    expect(() => journal.writeSummary({ done: 2 })).toThrow();
    expect(JSON.parse(readFileSync(summary, 'utf8'))).toEqual({ done: 1 });
    journal.close();
  });

  test('says which file is broken, and what to do', () => {
    written(0);
    writeFileSync(path.join(folder, 'experiment.json'), '');
    expect(() => openJournal(folder, identity)).toThrow(/--out holds a broken .*experiment\.json.*Another folder/);
  });

  const retrained = (index: number) => {
    const { recipe, ...rest } = row(index);
    return { ...rest, recipe: { ...recipe, policy: { ...recipe.policy, revision: 'e'.repeat(64) } } };
  };

  test('refuses groups of another revision of its model', () => {
    written(0);
    const journal = openJournal(folder, identity);
    journal.claim(row(1).recipe);
    expect(() => journal.claim(retrained(1).recipe)).toThrow(
      `--out holds groups of another model or other prompts: ${folder} (question 1 differs in policy)`,
    );
    journal.close();
  });

  test('refuses rows that differ among themselves', () => {
    const journal = openJournal(folder, identity);
    journal.append(row(0));
    journal.append(retrained(1));
    journal.close();
    expect(() => openJournal(folder, identity)).toThrow('question 2 differs in policy');
  });

  test('takes any recipe while it holds no group', () => {
    const journal = openJournal(folder, identity);
    expect(() => journal.claim(retrained(0).recipe)).not.toThrow();
    journal.close();
  });

  test('has no row for a group that was stopped', () => {
    expect(rowOf(0, { ...doneGroup({}), status: 'stopped' }, 0.5)).toBeNull();
  });
});
