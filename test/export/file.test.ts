import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LARGEST_FILE } from '../../src/export/file/events.ts';
import { piecesOf } from '../../src/export/file/gather.ts';
import { previewFile } from '../../src/export/file/preview.ts';
import { takeFile } from '../../src/export/file/take.ts';
import { fileLines } from '../../src/export/file/write.ts';
import type { GroupId, RunId } from '../../src/base/id.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Piece, Store } from '../../src/store/store.ts';
import { pieces } from '../store/conformance-merge.ts';
import { begun, done, rollout, synthesis } from '../store/samples.ts';
import { exported, fileOf, hashed, storeOf, textOf } from './file.ts';

const runId = 'run-m' as RunId;

/** Everything that a store holds, to compare two. */
async function contents(store: Store): Promise<unknown> {
  const runs = await store.runs();
  const sets = await store.sets();
  const groups = await store.list(Infinity);
  return {
    runs,
    plans: await Promise.all(runs.map(({ id }) => store.plan(id))),
    entries: await Promise.all(runs.map(({ id }) => store.entriesOf(id))),
    missed: await Promise.all(runs.map(({ id }) => store.missedOf(id))),
    sets: await Promise.all(sets.map(async (set) => ({ set, items: await store.itemsOf(set.id) }))),
    groups: await Promise.all(groups.map(({ id }) => store.group(id))),
  };
}

describe('an export that is imported', () => {
  test('gives the same records in an empty store', async () => {
    const from = await storeOf(pieces);
    const file = fileOf(await exported(from));
    const into = createMemoryStore();
    const taken = await takeFile(file, into);
    expect(taken).toMatchObject({ ok: true, value: { added: { run: 1, plan: 1, set: 1, group: 2, entry: 2, missed: 1 } } });
    expect(await contents(into)).toEqual(await contents(from));
  });

  test('holds sets of long questions, whose lines would be too long with as many as of short ones', async () => {
    const set = pieces.find((piece) => piece.kind === 'set')!;
    const items = Array.from({ length: 300 }, (_, at) => ({
      question: { kind: 'open' as const, text: `${at} ${'é'.repeat(40_000)}` },
      tags: [],
    }));
    const long = { ...set, set: { ...set.set, count: items.length }, items };
    const file = fileOf(await exported(await storeOf([long])));
    const into = createMemoryStore();
    expect(await takeFile(file, into)).toMatchObject({ ok: true, value: { added: { set: 1 } } });
    expect(await into.itemsOf(set.set.id)).toEqual(items);
  });

  test('has its groups evaluated anew, and its figures of that: what it says of its own texts counts for nothing', async () => {
    const from = await storeOf(pieces);
    const honest = await exported(from);
    const told = honest.replace(/"rewards":\[([^\]]*)\]/g, (_, rewards: string) => {
      const others = rewards.split(',').map((reward) => 1 - Number(reward));
      return `"rewards":[${others.join()}]`;
    });
    expect(told).not.toBe(honest);
    const into = createMemoryStore();
    expect(await takeFile(fileOf(told), into)).toMatchObject({ ok: true });
    expect(await contents(into)).toEqual(await contents(from));
  });

  test('over itself is all the same, and adds nothing', async () => {
    const store = await storeOf(pieces);
    const file = fileOf(await exported(store));
    const before = await contents(store);
    const { found, differing, faultCount } = await previewFile(file, store);
    expect(faultCount).toBe(0);
    expect(differing).toEqual([]);
    expect(found.group).toEqual({ fresh: 0, same: 2, differing: 0 });
    const taken = await takeFile(file, store);
    expect(taken.ok && Object.values(taken.value.added)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await contents(store)).toEqual(before);
  });

  test('whatever texts, numbers and parts its groups have', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const parts = fc.record({
      texts: fc.array(text, { minLength: 2, maxLength: 2 }),
      logprobs: fc.array(number, { maxLength: 4 }),
      question: text,
      name: text,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 2 }), async (all) => {
        const from = await storeOf(
          all.flatMap(({ texts, logprobs, question, name }, at) => {
            const group = done(`${at}`, {
              question: { kind: 'verifiable', text: question },
              rollouts: texts.map((one, index) => rollout(index, { text: one, logprobs })),
              synthesis: { ...synthesis, text: name, logprobs },
            });
            const run = { id: group.runId, name, createdAt: at };
            return [{ kind: 'run', run } as const, { kind: 'group', group } as const];
          }),
        );
        const into = createMemoryStore();
        expect((await takeFile(fileOf(await exported(from)), into)).ok).toBe(true);
        expect(await contents(into)).toEqual(JSON.parse(JSON.stringify(await contents(from))));
      }),
      { numRuns: 8 },
    );
  });

  test('keeps what is here where the file has another record of its id, and says so', async () => {
    const file = fileOf(await exported(await storeOf(pieces)));
    const here = await hashed(done('a', { runId, faults: [{ kind: 'question-empty' }] }));
    const store = await storeOf([pieces[0]!, { kind: 'group', group: here }]);
    const { differing, found } = await previewFile(file, store);
    expect(differing).toEqual([{ kind: 'group', id: 'group-a' }]);
    expect(found.group).toEqual({ fresh: 1, same: 0, differing: 1 });
    expect(found.run).toEqual({ fresh: 0, same: 1, differing: 0 });
    await takeFile(file, store);
    expect(await store.group(here.id)).toEqual(here);
    expect(await store.list(10)).toHaveLength(2);
  });

  test('puts no place of a plan into another plan of the same run', async () => {
    const file = fileOf(await exported(await storeOf(pieces)));
    const other = { runId, set: 'other', recipes: {}, items: [] };
    const store = await storeOf([pieces[0]!, { kind: 'plan', plan: other }]);
    await takeFile(file, store);
    expect(await store.plan(runId)).toEqual(other);
    expect(await store.entriesOf(runId)).toEqual([]);
    expect(await store.missedOf(runId)).toEqual([]);
  });

  test('nor where a hundred other records differ before it', async () => {
    const runs = Array.from({ length: 101 }, (_, at) => ({ id: `run-${at}` as RunId, name: 'a', createdAt: at - 1000 }));
    const named = runs.map((run): Piece => ({ kind: 'run', run }));
    const file = fileOf(await exported(await storeOf([...named, ...pieces])));
    const other = { runId, set: 'other', recipes: {}, items: [] };
    const renamed = runs.map((run): Piece => ({ kind: 'run', run: { ...run, name: 'b' } }));
    const store = await storeOf([...renamed, pieces[0]!, { kind: 'plan', plan: other }]);
    await takeFile(file, store);
    expect(await store.entriesOf(runId)).toEqual([]);
    expect(await store.missedOf(runId)).toEqual([]);
  });

  test('of one run holds what its entries need of other runs, and nothing else', async () => {
    const elsewhere = await hashed(done('b', { runId: 'run-first' as RunId, createdAt: 1 }));
    const entry = pieces.find((piece) => piece.kind === 'entry');
    if (entry?.kind !== 'entry') throw new Error('there is an entry');
    const from = await storeOf([
      { kind: 'run', run: { id: elsewhere.runId, name: 'First', createdAt: 1 } },
      { kind: 'run', run: { id: 'run-x' as RunId, name: 'Other', createdAt: 2 } },
      { kind: 'group', group: begun('x') },
      ...pieces.filter(({ kind }) => kind === 'run' || kind === 'plan'),
      { kind: 'group', group: elsewhere },
      { kind: 'entry', entry: { ...entry.entry, groupId: elsewhere.id } },
    ]);
    const into = createMemoryStore();
    const lines = fileLines('run', piecesOf(from, { run: runId }));
    expect((await takeFile(fileOf(await textOf(lines)), into)).ok).toBe(true);
    expect((await into.runs()).map(({ id }) => id).sort()).toEqual(['run-first', 'run-m']);
    expect(await into.list(10)).toHaveLength(1);
    expect(await into.entriesOf(runId)).toHaveLength(1);
  });

  test('gets its hashes made again, never taken from the file', async () => {
    const forged = begun('a', { recipeHash: 'f'.repeat(64) as never });
    const run = { id: forged.runId, name: 'a', createdAt: 1 };
    const text = await textOf(fileLines('store', [{ kind: 'run', run }, { kind: 'group', group: forged }]));
    const store = createMemoryStore();
    await takeFile(fileOf(text), store);
    expect(await store.group('group-a' as GroupId)).toEqual(await hashed(forged));
  });

  test('is written group by group: nothing is read before its line is wanted', async () => {
    const from = await storeOf(pieces);
    const asked: string[] = [];
    const watched: Store = { ...from, group: (id) => (asked.push(id), from.group(id)) };
    const lines = fileLines('store', piecesOf(watched, 'everything'));
    for await (const line of lines) if (line.startsWith('{"group"')) break;
    expect(asked).toHaveLength(1);
  });
});

describe('a file that cannot be imported', () => {
  const good = async (): Promise<string[]> => (await exported(await storeOf(pieces))).trimEnd().split('\n');
  const change = async (at: number, changed: (line: string) => string): Promise<string> =>
    (await good()).map((line, place) => (place === at ? changed(line) : line)).join('\n');
  const indexOf = async (start: string): Promise<number> =>
    (await good()).findIndex((line) => line.startsWith(start));
  const refused = async (file: Blob): Promise<{ line: number; path: string; reason: string }> => {
    const store = createMemoryStore();
    const taken = await takeFile(file, store);
    expect(await contents(store)).toEqual(await contents(createMemoryStore()));
    if (taken.ok || taken.fault.kind !== 'import-invalid') throw new Error('it was taken over');
    expect((await previewFile(file, store)).faults[0]).toEqual(taken.fault);
    return taken.fault;
  };

  test.each([
    ['an empty one', '', 'nothing in it'],
    ['a web page', '<!doctype html>\n<title>404</title>', 'a web page'],
    ['training rows', '{"prompt":"a","chosen":"b","rejected":"c"}\n', 'no mark'],
    ['some text', 'hello', 'no mark'],
    ['a question set of CaT Lab', '{"cat-lab":"questions","version":1}\n', '“questions”'],
    ['one of a newer CaT Lab', '{"cat-lab":"run","version":2}\n', 'newer CaT Lab: version 2'],
    ['one without a version', '{"cat-lab":"run"}\n', 'whole number from 1'],
    ['one without records or an end', '{"cat-lab":"run","version":1}\n', 'cut off'],
  ])('is named: %s', async (_, text, reason) => {
    expect((await refused(fileOf(text))).reason).toContain(reason);
  });

  test('is named by its first bytes where it is an archive', async () => {
    const fault = await refused(new Blob([new Uint8Array([0x1f, 0x8b, 8, 0, 0])]));
    expect(fault).toMatchObject({ line: 0, reason: expect.stringContaining('gzip') as string });
  });

  test('is refused unread where it is too large', async () => {
    const large = { size: LARGEST_FILE + 1, stream: () => { throw new Error('read'); } };
    expect((await refused(large as unknown as Blob)).reason).toContain('larger than');
  });

  test('names a line that is no JSON, and one that is no text', async () => {
    const at = await indexOf('{"rollout"');
    expect(await refused(fileOf(await change(at, (line) => line.slice(0, 20))))).toMatchObject({
      line: at + 1,
      reason: expect.stringContaining('no JSON') as string,
    });
    const [head = '', ...rest] = await good();
    const bytes = new Uint8Array([...new TextEncoder().encode(`${head}\n{"a":"`), 0xff, 0x22, 0x7d, 0x0a]);
    expect(await refused(new Blob([bytes, rest.join('\n')]))).toMatchObject({ line: 2, reason: expect.stringContaining('UTF-8') as string });
  });

  test('names the path of a member that has another form', async () => {
    const at = await indexOf('{"group"');
    const text = await change(at, (line) => line.replace('"seed":7', '"seed":"7"'));
    expect(await refused(fileOf(text))).toMatchObject({ line: at + 1, path: 'group.recipe.seed' });
  });

  test.each([
    ['a cluster that so few rollouts do not have', '"clusters":[0,1]', '"clusters":[0,9007199254740991]', 'evaluation.clusters.1'],
    ['more rollouts than a page has places for', '"group":2', '"group":1000000000', 'recipe.group'],
    ['more rollouts than a vote is counted over', '"group":2', '"group":1001', 'recipe.group'],
    ['more subsets than can be gone through', '"group":2', '"group":32,"smallerGroups":[16],"smallerSubsets":9007199254740991', 'recipe.smallerSubsets'],
  ])('refuses what would take the page down when it is opened: %s', async (_, from, to, path) => {
    const at = await indexOf('{"group"');
    const text = await change(at, (line) => line.replace(from, to));
    expect(text).toContain(to);
    expect(await refused(fileOf(text))).toMatchObject({ line: at + 1, path: `group.${path}` });
  });

  test('refuses names that could change what objects are', async () => {
    const at = await indexOf('{"group"');
    const text = await change(at, (line) => line.replace('"question":{', '"question":{"__proto__":{"x":1},'));
    expect(await refused(fileOf(text))).toMatchObject({ line: at + 1, path: 'group.question.__proto__' });
  });

  test('refuses records of no known kind', async () => {
    const at = await indexOf('{"run"');
    const text = await change(at, () => '{"secret":{}}');
    expect(await refused(fileOf(text))).toMatchObject({ line: at + 1, reason: expect.stringContaining('secret') as string });
  });

  test.each(['{"run"', '{"group"', '{"rollout"', '{"plan"', '{"set"', '{"entry"', '{"evidence"'])(
    'refuses a record that stands twice: %s',
    async (start) => {
      const at = await indexOf(start);
      const text = await change(at, (line) => `${line}\n${line}`);
      expect((await refused(fileOf(text))).line).toBeGreaterThanOrEqual(at + 1);
    },
  );

  test.each([
    ['{"run"', 'its run does not stand above it'],
    ['{"plan"', 'no plan or set stands above it'],
    ['{"group"', 'stands above it'],
    ['{"rollout"', 'lacks a rollout'],
    ['{"items"', 'its items is 0'],
    ['{"end"', 'cut off'],
  ])('refuses a file that lacks a line: %s', async (start, reason) => {
    const at = await indexOf(start);
    const text = (await good()).filter((_, place) => place !== at).join('\n');
    expect((await refused(fileOf(text))).reason).toContain(reason);
  });

  test('refuses lines after the last one: two files in one', async () => {
    const text = (await good()).join('\n');
    expect((await refused(fileOf(`${text}\n${text}`))).reason).toContain('after the last');
  });

  test('refuses an entry of a place that its plan has not', async () => {
    const at = await indexOf('{"entry"');
    const text = await change(at, (line) => line.replace('"index":0', '"index":3'));
    expect((await refused(fileOf(text))).reason).toBe('its plan has 3 questions');
  });

  test('tells every broken line in the preview, and blames none for the one above it', async () => {
    const lines = await good();
    const text = lines
      .map((line) => (line.startsWith('{"group"') ? line.replace('"seed":7', '"seed":-1') : line))
      .join('\n');
    const { faults, faultCount } = await previewFile(fileOf(text), createMemoryStore());
    const groups = lines.flatMap((line, at) => (line.startsWith('{"group"') ? [at + 1] : []));
    const entries = lines.flatMap((line, at) => (line.startsWith('{"entry"') ? [at + 1] : []));
    expect(faults.map(({ line }) => line)).toEqual([...groups, ...entries].sort((a, b) => a - b));
    expect(faultCount).toBe(faults.length);
  });

  test('stops where the person stops it, with nothing stored', async () => {
    const store = createMemoryStore();
    const file = fileOf((await good()).join('\n'));
    await expect(takeFile(file, store, { signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
    expect(await store.runs()).toEqual([]);
  });
});
