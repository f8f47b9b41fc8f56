import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cycles, violations, type SourceFiles } from './layers.ts';

const root = path.join(import.meta.dirname, '..', '..');

async function sources(): Promise<SourceFiles> {
  const names = await readdir(path.join(root, 'src'), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts')).sort();
  const read = async (name: string): Promise<[string, string]> => [
    `src/${name.replaceAll('\\', '/')}`,
    await readFile(path.join(root, 'src', name), 'utf8'),
  ];
  return new Map(await Promise.all(files.map(read)));
}

describe('the rooms of src', () => {
  let files: SourceFiles;
  beforeAll(async () => {
    files = await sources();
  });

  test('import only what the table of rooms allows', () => {
    expect(files.size).toBeGreaterThan(20);
    expect(violations(files)).toEqual([]);
  });

  test('have no cycle of imports', () => {
    expect(cycles(files)).toEqual([]);
  });
});

describe('the check of the rooms', () => {
  const given = (...files: readonly [string, string][]): SourceFiles => new Map(files);

  test.each([
    ['a page that opens the store', 'src/view/a.ts', "import { open } from '../store/open.ts';"],
    ['a value where types are allowed', 'src/rollout/a.ts', "import { E } from '../engine/e.ts';"],
    ['an import down the list', 'src/base/a.ts', "import type { Q } from '../question/q.ts';"],
    ['a re-export', 'src/stats/a.ts', "export { q } from '../question/q.ts';"],
    ['a dynamic import', 'src/store/a.ts', "await import('../run/lab.ts');"],
    ['an import type', 'src/stats/a.ts', "type A = import('../run/lab.ts').Lab;"],
    ['a worker by its URL', 'src/view/a.ts', "new URL('../engine/w.ts', import.meta.url);"],
    ['one value among types', 'src/view/a.ts', "import { type A, b } from '../group/g.ts';"],
    ['a way out of src', 'src/run/a.ts', "import { main } from '../../bin/test.ts';"],
    ['a room that is not drawn', 'src/utils/a.ts', ''],
  ])('finds %s', (_name, file, text) => {
    expect(violations(given([file, text]))).toHaveLength(1);
  });

  test.each([
    ['types of records in the page', 'src/view/a.ts', "import type { G } from '../group/g.ts';"],
    ['each name marked as type', 'src/view/a.ts', "import { type G } from '../group/g.ts';"],
    ['its own room', 'src/reward/maths/a.ts', "import { v } from '../advantage.ts';"],
    ['a package', 'src/store/a.ts', "import { openDB } from 'idb';"],
    ['a room above', 'src/run/a.ts', "import { evaluate } from '../group/evaluate.ts';"],
  ])('allows %s', (_name, file, text) => {
    expect(violations(given([file, text]))).toEqual([]);
  });

  test('finds a cycle, of types too, and names its files', () => {
    const files = given(
      ['src/base/a.ts', "import { b } from './b.ts';"],
      ['src/base/b.ts', "import { c } from './c.ts';"],
      ['src/base/c.ts', "import type { A } from './a.ts';"],
    );
    expect(cycles(files)).toEqual([
      ['src/base/a.ts', 'src/base/b.ts', 'src/base/c.ts', 'src/base/a.ts'],
    ]);
  });

  test('takes two ways to one file for no cycle', () => {
    const files = given(
      ['src/base/a.ts', "import { b } from './b.ts'; import { c } from './c.ts';"],
      ['src/base/b.ts', "import { c } from './c.ts';"],
      ['src/base/c.ts', ''],
    );
    expect(cycles(files)).toEqual([]);
  });
});
