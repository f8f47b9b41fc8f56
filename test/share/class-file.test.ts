import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Recording } from '../../src/recording/recording.ts';
import { recordingRow, slim } from '../../src/recording/recording.ts';
import { anew } from '../../src/share/anew.ts';
import { classFileName, classText, LARGEST_CLASS, MOST_ITEMS } from '../../src/share/class-file.ts';
import type { ClassItem } from '../../src/share/class-file.ts';
import { parseClass, readClass } from '../../src/share/read-class.ts';
import { madeGroup, recordingOf, scene } from '../recording/material.ts';
import { question, said, settings } from './arbitrary.ts';

/** As JSON gives it back: without negative zeros. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

let recording: Recording;
beforeAll(async () => {
  recording = plain(slim(recordingOf(await madeGroup({ ...scene, id: 'one' }))));
});

const asked = (text: string, group = 4): ClassItem => ({
  kind: 'question',
  question: { kind: 'verifiable', text },
  settings: { group },
});

/** The file with one thing changed, as JSON. */
const file = (change: (file: { items: Record<string, unknown>[]; [name: string]: unknown }) => void): string => {
  const whole = JSON.parse(
    classText({ name: 'Tuesday', items: [{ kind: 'recording', recording }, asked('How many?')] }),
  ) as { items: Record<string, unknown>[] };
  change(whole);
  return JSON.stringify(whole);
};
const faultOf = async (text: string): Promise<unknown> => {
  const read = await parseClass(text);
  return read.ok ? read.value : read.fault;
};

describe('a class file', () => {
  test('gives back its recordings and its questions', async () => {
    const items: ClassItem[] = [{ kind: 'recording', recording: await anew(recording) }, asked('How many?')];
    const read = await parseClass(classText({ name: 'Tuesday', items }));
    expect(read).toEqual({ ok: true, value: { name: 'Tuesday', items } });
  });

  test('gives back whatever questions and settings it was made of', async () => {
    const item = fc.record({ kind: fc.constant('question' as const), question, settings });
    const items = fc.uniqueArray(item, {
      minLength: 1,
      maxLength: 5,
      selector: ({ question: { text } }) => text,
    });
    await fc.assert(
      fc.asyncProperty(said(40), items, async (name, own) => {
        const read = await parseClass(classText({ name, items: own }));
        expect(read).toEqual({ ok: true, value: { name, items: own } });
      }),
      { numRuns: 60 },
    );
  });

  test('has a name that files may have', () => {
    expect(classFileName('Tuesday, 3b: “sums”')).toBe('Tuesday-3b-sums.catclass.json');
    expect(classFileName('../..')).toBe('cat-lab.catclass.json');
  });
});

describe('a class file that somebody else wrote', () => {
  test.each([
    ['no JSON', '{', '', 'no JSON'],
    ['another format', '{"a":1}', '', 'no file of CaT Lab: it has no mark'],
    ['a list', '[]', '', 'no file of CaT Lab: it has no mark'],
    ['another kind', '{"cat-lab":"run","version":1}', '', 'a file of CaT Lab with “run”, which is no class file'],
    ['a newer version', '{"cat-lab":"class","version":2}', '', 'written by a newer CaT Lab: version 2, and this one reads up to 1'],
    ['a prototype', '{"cat-lab":"class","version":1,"items":[{"__proto__":{}}]}', 'items.0.__proto__', 'a name that nothing here may have'],
    ['a name twice', '{"cat-lab":"class","version":1,"name":"a","name":"b"}', 'name', 'it stands there twice'],
    ['deep nesting', `{"cat-lab":"class","version":1,"items":${'['.repeat(60)}`, 'items.0.0.0.0.0', 'nested more than 20 deep'],
  ])('is refused whole for %s', async (_name, text, path, reason) => {
    expect(await faultOf(text)).toEqual({ path, reason });
  });

  test('is refused whole for one thing wrong in it, which is named by its path', async () => {
    const second = (change: Record<string, unknown>): string =>
      file(({ items }) => Object.assign(items[1]!, change));
    const text = 'a';
    expect(await faultOf(second({ settings: { group: 99 } }))).toEqual({
      path: 'items.1.settings.group',
      reason: 'expected a whole number from 1 to 32',
    });
    expect(await faultOf(second({ settings: { group: '4' } }))).toMatchObject({ path: 'items.1.settings.group' });
    expect(await faultOf(second({ settings: { secret: 1 } }))).toMatchObject({ path: 'items.1.settings.secret' });
    expect(await faultOf(second({ question: { kind: 'verifiable', text: ' ' } }))).toEqual({
      path: 'items.1.question.text',
      reason: 'it is empty',
    });
    expect(await faultOf(second({ question: { kind: 'riddle', text } }))).toMatchObject({
      path: 'items.1.question.kind',
    });
    expect(await faultOf(second({ more: 1 }))).toMatchObject({ path: 'items.1.more' });
  });

  test('is refused whole where a recording in it is no recording', async () => {
    const inside = (change: (group: Record<string, unknown>) => void): string =>
      file(({ items }) => change((items[0]?.['recording'] as { group: Record<string, unknown> }).group));
    expect(await faultOf(inside((group) => delete group['rollouts']))).toMatchObject({
      path: 'items.0.recording.group.rollouts',
    });
    expect(await faultOf(inside((group) => (group['status'] = 'running')))).toMatchObject({
      path: 'items.0.recording.group',
      reason: 'it has not ended',
    });
  });

  test('is refused where it holds the same twice', async () => {
    const same = { path: 'items.2', reason: 'the same as items.0' };
    expect(await faultOf(file(({ items }) => items.push(items[0]!)))).toEqual(same);
    const twin = file(({ items }) => items.push({ settings: { group: 4 }, question: items[1]!['question'] }));
    expect(await faultOf(twin)).toEqual({ path: 'items.2', reason: 'the same as items.1' });
  });

  test('is refused with more questions than a lesson has, and with none', async () => {
    const many = Array.from({ length: MOST_ITEMS + 1 }, (_, at) => asked(`Question ${at}`));
    expect(await faultOf(classText({ name: 'a', items: many }))).toEqual({
      path: 'items',
      reason: `more than ${MOST_ITEMS} questions`,
    });
    expect(await faultOf(classText({ name: 'a', items: [] }))).toMatchObject({ path: 'items' });
  });

  test('is refused unread where it is too large, and where it is no text', async () => {
    const large = { size: LARGEST_CLASS + 1 } as Blob;
    expect(await readClass(large)).toMatchObject({ ok: false, fault: { reason: 'larger than 16 MB' } });
    const bytes = new Blob([new Uint8Array([0x7b, 0xff, 0xfe])]);
    expect(await readClass(bytes)).toMatchObject({ ok: false, fault: { path: '' } });
  });

  test('is read into new objects: what it says besides is gone', async () => {
    const read = await parseClass(file((whole) => (whole['script'] = '<script>')));
    expect(read.ok && Object.keys(read.value)).toEqual(['name', 'items']);
  });

  test('gives its row back unchanged', () => {
    expect(JSON.parse(file(() => undefined))).toMatchObject({
      'cat-lab': 'class',
      items: [{ recording: JSON.parse(JSON.stringify(recordingRow(recording))) as object }, {}],
    });
  });
});

