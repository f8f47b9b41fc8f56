import { describe, expect, test } from 'vitest';
import type { SetId } from '../../../src/base/id.ts';
import type { SetItem } from '../../../src/question/set/item.ts';
import { candidateOfBlob } from '../../../src/view/set/candidate.ts';
import type { GatherOptions, Progress, Wanted } from '../../../src/view/set/gather.ts';
import { gather, nameOf } from '../../../src/view/set/gather.ts';
import { lines } from '../../question/set/text.ts';

const row = (at: number) => ({ question: `Question ${at}?`, answer: at, level: 1 + (at % 3) });
const rows = (count: number): string => lines(...Array.from({ length: count }, (_, at) => row(at)));
const { signal } = new AbortController();

const options = (more: Partial<GatherOptions> = {}): GatherOptions => ({
  base: 'https://page.example/',
  allowHost: () => false,
  experiments: null,
  onProgress: () => {},
  signal,
  ...more,
});
async function found(wanted: Wanted, more: Partial<GatherOptions> = {}) {
  const candidate = await gather(wanted, options(more));
  if (!candidate.ok) throw new Error(`not found: ${candidate.fault.kind}`);
  return candidate.value;
}
const taken = async (wanted: Wanted): Promise<readonly SetItem[]> => {
  const items = await (await found(wanted)).take({}, signal);
  return items.ok ? items.value : [];
};

describe('what a person asks for', () => {
  test('is a file: looked through with progress, and called by its name', async () => {
    const told: Progress[] = [];
    const file = new File([rows(12)], 'my set.jsonl');
    const onProgress = (progress: Progress): void => void told.push(progress);
    const candidate = await found({ kind: 'files', files: [file] }, { onProgress });
    expect(candidate).toMatchObject({ name: 'my set', sha256: null, preview: { count: 12 } });
    expect(told.at(-1)).toEqual({ stage: 'read', done: file.size, total: file.size });
  });

  test('is one file, neither none nor several', async () => {
    for (const files of [[], [new File([], 'a'), new File([], 'b')]]) {
      expect(await gather({ kind: 'files', files }, options())).toEqual({
        ok: false,
        fault: {
          ...{ kind: 'import-invalid', line: 0, path: '' },
          reason: `${files.length} files came; expected one`,
        },
      });
    }
  });

  test('is a text', async () => {
    const text = 'question,answer\nA?,1';
    const { preview } = await found({ kind: 'text', name: 'pasted', text });
    expect(preview).toMatchObject({ count: 1, format: { container: { kind: 'csv' } } });
  });

  test('is nothing from a host that was not confirmed', async () => {
    const url = 'https://sets.example/a.jsonl';
    expect(await gather({ kind: 'address', name: 'a', url }, options())).toEqual({
      ok: false,
      fault: { kind: 'host-refused', url },
    });
  });

  test('is nano’s problems, as many as said, the same for a seed and others for another', async () => {
    const wanted = (seed: number, count: number) =>
      taken({ kind: 'problems', name: 'p', level: 'easy', count, seed });
    const items = await wanted(5, 120);
    expect(items).toHaveLength(120);
    expect(await wanted(5, 60)).toEqual(items.slice(0, 60));
    expect((await wanted(6, 1))[0]).not.toEqual(items[0]);
    for (const { question, level, subject } of items) {
      expect(question).toMatchObject({ kind: 'verifiable', truth: expect.stringMatching(/^\d+$/) as string });
      expect([level, subject]).toEqual(['easy', expect.stringMatching(/^[a-z]+$/)]);
    }
  });

  test('is questions on notes, with what is known of them as their rubric', async () => {
    const items = await taken({ kind: 'notes', name: 'n', count: 7, seed: 5 });
    expect(items).toHaveLength(7);
    const { question, subject } = items[0]!;
    expect(subject).toMatch(/^[a-z]+$/);
    expect(question.kind === 'open' && question.rubric).toEqual(
      expect.arrayContaining([
        { criterion: expect.stringMatching(/^Says (not )?to .*\?$/) as string, points: 1 },
        { criterion: expect.stringMatching(/^Says (not )?to .*\?$/) as string, points: -1 },
      ]),
    );
  });

  test('is a set that is kept here', async () => {
    const item: SetItem = { question: { kind: 'open', text: 'A?' }, tags: ['t'] };
    const asked: SetId[] = [];
    const itemsOf = (id: SetId) => Promise.resolve(asked.push(id) > 0 ? [item] : []);
    const id = 'one' as SetId;
    const candidate = await found({ kind: 'kept', name: 'k', id }, { experiments: { itemsOf } });
    expect(asked).toEqual([id]);
    expect(candidate.preview).toMatchObject({ format: null, count: 1, open: 1 });
  });

  test('is a kept set that is gone: a fault in its place', async () => {
    const { preview } = await found({ kind: 'kept', name: 'k', id: 'x' as SetId });
    expect(preview).toMatchObject({ count: 0, faultCount: 1 });
  });

  test('is no longer wanted', async () => {
    const abort = new AbortController();
    const onProgress = (): void => abort.abort();
    const more = { signal: abort.signal, onProgress };
    const text: Wanted = { kind: 'text', name: 't', text: rows(3) };
    const problems: Wanted = { kind: 'problems', name: 'p', level: 'easy', count: 1000, seed: 1 };
    for (const wanted of [text, problems]) {
      await expect(gather(wanted, options(more))).rejects.toThrow(/abort/i);
    }
  });
});

describe('a set that is looked at', () => {
  const blob = (text: string) => candidateOfBlob('s', new Blob([text]), { signal });

  test('tells how many match, and gives just those in their order', async () => {
    const candidate = await blob(rows(12));
    expect(await candidate.count({}, signal)).toEqual({ ok: true, value: 12 });
    const selection = { levels: ['1', '3'] };
    expect(await candidate.count(selection, signal)).toEqual({ ok: true, value: 8 });
    const items = await candidate.take({ ...selection, sample: { count: 3, seed: 4 } }, signal);
    expect(items.ok && items.value.map(({ level }) => level)).toHaveLength(3);
    expect(items).toEqual(await candidate.take({ ...selection, sample: { count: 3, seed: 4 } }, signal));
  });

  test('is chosen from alike, whether it is a file or was here', async () => {
    const file = await blob(rows(40));
    const all = await file.take({}, signal);
    const here = await found(
      { kind: 'kept', name: 'k', id: 'x' as SetId },
      { experiments: { itemsOf: () => Promise.resolve(all.ok ? all.value : []) } },
    );
    for (const selection of [{}, { levels: ['2'] }, { sample: { count: 5, seed: 9 } }]) {
      expect(await here.count(selection, signal)).toEqual(await file.count(selection, signal));
      expect(await here.take(selection, signal)).toEqual(await file.take(selection, signal));
    }
  });

  test('gives nothing where a line is broken', async () => {
    const candidate = await blob(`${rows(2)}\n{oh`);
    expect(candidate.preview.faults).toMatchObject([{ line: 3 }]);
    expect(await candidate.take({}, signal)).toMatchObject({ ok: false, fault: { line: 3 } });
    expect(await candidate.count({ levels: ['1'] }, signal)).toMatchObject({ ok: false });
  });

  test('lets go of a file that gives nothing once it is no longer wanted', async () => {
    const abort = new AbortController();
    let letGo = false;
    const slow = new Blob(['']);
    slow.stream = () =>
      new ReadableStream({ pull: () => abort.abort(), cancel: () => void (letGo = true) });
    const looking = candidateOfBlob('s', slow, { signal: abort.signal });
    await expect(looking).rejects.toThrow(/abort/i);
    expect(letGo).toBe(true);
  });

  test('gives nothing once its file can no longer be read', async () => {
    let reads = 0;
    const whole = new Blob([rows(2)]);
    const gone = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (end) => end.error(new Error('the file has changed')),
    });
    whole.stream = () => (reads++ === 0 ? new Blob([rows(2)]).stream() : gone);
    const candidate = await candidateOfBlob('s', whole, { signal });
    expect(candidate.preview.count).toBe(2);
    expect(await candidate.take({}, signal)).toMatchObject({
      ok: false,
      fault: { line: 0, reason: 'it broke off: the file has changed' },
    });
  });
});

test('the ending of a file is no part of the set’s name', () => {
  expect(['a.jsonl', 'b.CSV', 'c.d.txt', 'e'].map(nameOf)).toEqual(['a', 'b', 'c.d', 'e']);
});
