/** The engine `server` against llama.cpp's own server with the bundled model: see test/extra/. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../paths.ts';
import { runScript } from '../program.ts';
import { count, type Tally, type VitestReport } from '../tally.ts';
import { pythonWith } from './python.ts';

/** llama.cpp with its server, ready-built. */
const packages = ['xllamacpp==2026.10.11549'];

/** Runs the conformance suite; a server that does not start fails. Throws where it cannot be installed. */
export async function serverTests(): Promise<Tally> {
  console.log('\n── the engine of servers, against llama.cpp');
  const python = await pythonWith('server-python', packages);
  const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-extra-'));
  try {
    const report = path.join(folder, 'report.json');
    const { code } = await runScript(
      path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      [
        ...['run', '--config', 'vitest.extra.config.ts'],
        ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
      ],
      { output: 'show', env: { CAT_SERVER_PYTHON: python } },
    );
    const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}');
    return count(JSON.parse(text) as VitestReport, code, false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
