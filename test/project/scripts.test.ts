import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

interface Manifest {
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;

describe('package.json', () => {
  test('has the commands that the read-me names', () => {
    expect(Object.keys(manifest.scripts)).toEqual(
      expect.arrayContaining(['start', 'build', 'test', 'test:extra', 'cat', 'problems', 'bench']),
    );
  });

  test('needs no shell, so that the commands run on every system', () => {
    for (const script of Object.values(manifest.scripts)) {
      expect(script).toMatch(/^(node|vite|eslint)( [\w./-]+)*$/);
    }
  });

  test.each(
    Object.entries(manifest.scripts).filter(([, script]) => script.startsWith('node bin/run.mjs')),
  )('has a command behind %s', (_name, script) => {
    const command = script.split(' ')[2] ?? '';
    expect(existsSync(path.join(root, 'bin', `${command}.ts`))).toBe(true);
  });

  test('pins every dependency exactly', () => {
    const versions = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(versions)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  test('supports Node from 20.19 on', () => {
    expect(manifest.engines.node).toBe('>=20.19.0');
  });
});
