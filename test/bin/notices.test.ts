import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { thirdPartyNotices } from '../../bin/notices.ts';

const root = path.join(import.meta.dirname, '..', '..');

describe('the notices of what is shipped', () => {
  test('name every dependency of the page, with a licence text', async () => {
    const notices = await thirdPartyNotices(root);
    const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(notices).toContain(`\n${name} ${version}\n`);
    }
    const parts = notices.split(/^={80}$/m).slice(1);
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts) expect(part).toMatch(/copyright/i);
  });

  test('name what is compiled into a package', async () => {
    expect(await thirdPartyNotices(root)).toContain('llama.cpp and ggml, compiled into');
  });

  test('leave out what only the development needs', async () => {
    expect(await thirdPartyNotices(root)).not.toContain('\nvitest ');
  });
});
