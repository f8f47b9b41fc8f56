import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournal, rowOf } from '../../../bin/cat/journal.ts';
import { openRecording } from '../../../bin/cat/recording.ts';
import type { RunId } from '../../../src/base/id.ts';
import type { Group } from '../../../src/group/group.ts';
import { doneGroup } from '../../kit/group.ts';
import { smaller } from '../../kit/smaller.ts';

describe('the recording in a folder whose rows got smaller groups afterwards', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-recording-'));
    const journal = openJournal(folder, { questions: 'hash', model: 'nano', anchor: null, settings: {} });
    for (const index of [0, 1]) {
      const row = rowOf(index, doneGroup({ question: `Question ${index}?` }), 1);
      if (row === null) throw new Error('the group is done');
      journal.append(row);
      const one = { size: 1, members: [index], reading: { kind: 'absent' as const } };
      journal.appendScaled({ index, id: row.id, evidence: [smaller([index], '4')], smaller: [one] });
    }
    journal.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const groups = async (): Promise<Group[]> => {
    const all: Group[] = [];
    for await (const { group } of openRecording(folder, 'run' as RunId).rows()) all.push(group);
    return all;
  };

  test('has them in their groups', async () => {
    const [first, second] = await groups();
    expect(first?.evidence).toEqual([smaller([0], '4')]);
    expect(first?.evaluation?.smaller).toMatchObject([{ members: [0] }]);
    expect(second?.evidence).toEqual([smaller([1], '4')]);
  });

  test('passes over a torn last line of theirs, and names what is broken in them', async () => {
    const file = path.join(folder, 'scaling.jsonl');
    await appendFile(file, '{"index":0,"id":"torn');
    expect(await groups()).toHaveLength(2);
    await appendFile(file, '\n');
    await expect(groups()).rejects.toThrow('scaling.jsonl, line 3');
  });

  test('names a row whose smaller groups have another form', async () => {
    const [first] = await groups();
    const line = { index: 0, id: first?.id, evidence: [{ kind: 'smaller-synthesis', size: 0 }], smaller: [] };
    await appendFile(path.join(folder, 'scaling.jsonl'), `${JSON.stringify(line)}\n`);
    await expect(groups()).rejects.toThrow('groups.jsonl, line 1: evidence.size');
  });
});
