import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournal, rowOf, type Identity, type Row } from '../../../bin/cat/journal.ts';
import type { CommandPage } from '../../../bin/cat/page.ts';
import { createScaling, lackingRows } from '../../../bin/cat/scale.ts';
import type { ScaledLine } from '../../../bin/cat/scaled.ts';
import type { GroupId } from '../../../src/base/id.ts';
import type { SmallerReading } from '../../../src/group/group.ts';
import type { CommandMessage, CommandScale } from '../../../src/run/command.ts';
import { missingSubGroups } from '../../../src/run/smaller.ts';
import { doneGroup } from '../../kit/group.ts';
import { smaller } from '../../kit/smaller.ts';

const row = (index: number, text = `Question ${index}?`): Row => {
  const group = doneGroup({ question: text, truth: '4', answers: ['4', '5', '4', '5'] });
  const made = rowOf(index, group, 0.5);
  if (made === null) throw new Error('the group is done');
  return made;
};

const reading = (members: readonly number[], answer: string): SmallerReading => ({
  size: members.length,
  members,
  reading: { kind: 'found', raw: answer, rule: 'answer-is' },
  truth: answer === '4' ? 'equal' : 'different',
});

describe('smaller groups beside the rows of a folder', () => {
  const identity: Identity = { questions: 'hash', model: 'nano', anchor: null, settings: { seed: 1 } };
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-scaled-'));
    file = path.join(folder, 'scaling.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const lineOf = ({ index, id }: Row, members: readonly number[], all: readonly SmallerReading[]): ScaledLine => ({
    index,
    id,
    evidence: [smaller(members, '4')],
    smaller: all,
  });
  const reopened = (): Row | undefined => {
    const journal = openJournal(folder, identity);
    journal.close();
    return journal.rows.get(0);
  };

  test('are read with their rows, whose own file stays as it is', async () => {
    const journal = openJournal(folder, identity);
    journal.append(row(0));
    const before = await readFile(path.join(folder, 'groups.jsonl'), 'utf8');
    journal.appendScaled(lineOf(row(0), [1], [reading([1], '4')]));
    const both = [reading([1], '4'), reading([0, 2], '5')];
    journal.appendScaled(lineOf(row(0), [0, 2], both));
    journal.close();
    expect(await readFile(path.join(folder, 'groups.jsonl'), 'utf8')).toBe(before);
    const found = reopened();
    expect(found?.evidence).toEqual([smaller([1], '4'), smaller([0, 2], '4')]);
    expect(found?.evaluation.smaller).toEqual(both);
  });

  test('are lost to nothing but a torn last line, and belong to their own group alone', async () => {
    const journal = openJournal(folder, identity);
    journal.append(row(0));
    journal.appendScaled({ ...lineOf(row(0), [1], [reading([1], '4')]), id: 'another group' });
    journal.appendScaled(lineOf(row(0), [2], [reading([2], '4')]));
    journal.close();
    await appendFile(file, '{"index":0,"id":"torn');
    expect(reopened()?.evaluation.smaller).toEqual([reading([2], '4')]);
    expect(await readFile(file, 'utf8')).toMatch(/\n$/);
  });

  test('are no reason to refuse rows that were sampled with others, or with none', () => {
    const scaled = row(1);
    const journal = openJournal(folder, identity);
    journal.append(row(0));
    journal.append({ ...scaled, recipe: { ...scaled.recipe, smallerGroups: [1], smallerSubsets: 1 } });
    journal.close();
    const again = openJournal(folder, identity);
    expect(() => again.claim({ ...row(2).recipe, smallerGroups: [2], smallerSubsets: 3 })).not.toThrow();
    again.close();
  });

  test('name a broken line that was not torn', async () => {
    openJournal(folder, identity).close();
    await appendFile(file, '{"index":0}\n');
    expect(reopened).toThrow('scaling.jsonl, line 1');
  });
});

describe('the rows that lack smaller groups', () => {
  test('are those without what is asked for, in the order of the file', async () => {
    expect(await lackingRows([row(1), row(0)], {})).toEqual([]);
    expect(await lackingRows([row(1), row(0)], { smallerGroups: [4] })).toEqual([]);
    expect((await lackingRows([row(1), row(0)], { smallerGroups: [1] })).map(({ index }) => index)).toEqual([0, 1]);
  });

  test('are none of those whose answer nobody knows', async () => {
    const unknown = rowOf(0, doneGroup({ question: 'Who knows?', answers: ['4', '5', '4', '5'] }), 0.5);
    expect(unknown?.answer).toBeNull();
    expect(await lackingRows([unknown!], { smallerGroups: [1] })).toEqual([]);
  });

  test('are handed to the page once for each group, and get a line each as it has come', async () => {
    const twins = [row(0, 'One?'), row(1, 'Two?'), { ...row(2, 'One?') }];
    const lines: ScaledLine[] = [];
    const merged: Row[] = [];
    const scaling = createScaling(twins, (line, one) => {
      lines.push(line);
      merged.push(one);
    });
    const shown: string[] = [];
    const progress = { show: (text: string) => shown.push(text), say: () => {}, end: () => {} };
    const asked: CommandScale[] = [];
    const tell = (event: Extract<CommandMessage, { kind: 'event' }>['event']): void =>
      scaling.follow({ kind: 'event', event }, progress);
    const page: Pick<CommandPage, 'scale'> = {
      scale(request) {
        asked.push(request);
        for (const group of request.groups) {
          const groupId: GroupId = group.id;
          for (const { members } of missingSubGroups(group, { smallerGroups: request.sizes })) {
            tell({ kind: 'evidence', groupId, evidence: smaller(members, '4') });
            const evaluation = { ...group.evaluation!, smaller: [reading(members, '4')] };
            tell({ kind: 'evaluated', groupId, evaluation });
          }
        }
        return Promise.resolve({ value: { groups: 2, written: 2, missing: 0 }, faults: [] });
      },
    };
    await scaling.write(page as CommandPage, { smallerGroups: [1] }, () => false);
    expect(asked).toMatchObject([{ sizes: [1], subsets: 1 }]);
    expect(asked[0]!.groups.map(({ question }) => question)).toEqual([
      { kind: 'verifiable', text: 'One?', truth: '4' },
      { kind: 'verifiable', text: 'Two?', truth: '4' },
    ]);
    expect(lines.map(({ index }) => index)).toEqual([0, 2, 1]);
    expect(await lackingRows(merged, { smallerGroups: [1] })).toEqual([]);
    expect(shown.at(-1)).toBe('smaller groups: 3 of 3 questions');
  });
});
