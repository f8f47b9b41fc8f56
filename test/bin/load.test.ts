import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../bin/paths.ts';

test('a command can fetch a part of itself once it is running', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab load '));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'late.ts'), 'export const said: string = "late";\n');
  await writeFile(path.join(folder, 'command.ts'), 'export const main = async () => (await import("./late.ts")).said;\n');
  const script = `
    import { load } from ${JSON.stringify(pathToFileURL(path.join(root, 'bin', 'load.mjs')).href)};
    const { module, close } = await load(${JSON.stringify(path.join(folder, 'command.ts'))}, ${JSON.stringify(root)});
    console.log(await module.main());
    await close();`;
  const ran = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: root });
  expect(ran).toEqual({ stdout: 'late\n', stderr: '' });
});
