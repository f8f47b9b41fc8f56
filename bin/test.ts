import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './browser.ts';
import { root } from './paths.ts';
import { runScript } from './program.ts';
import { add, count, nothing, render, type Tally, type VitestReport } from './tally.ts';
import { check, compilerProjects } from './typecheck.ts';

/** The tiers, in the order in which they run. */
const tiers = ['node', 'browser', 'gpu', 'e2e'] as const;

const heading = (text: string): void => console.log(`\n── ${text}`);

async function typecheck(): Promise<Tally> {
  heading('types');
  let tally = nothing;
  for (const project of compilerProjects()) {
    const errors = await check(project);
    console.log(errors === '' ? `ok     ${project}` : `FAILED ${project}\n${errors}`);
    tally = add(tally, errors === '' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return tally;
}

async function lint(): Promise<Tally> {
  heading('lint');
  const eslint = path.join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');
  const { code } = await runScript(eslint, ['.', '--max-warnings', '0'], { output: 'show' });
  console.log(code === 0 ? 'ok' : 'FAILED');
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs one tier of the tests; a filter that matches none of its files is no failure here. */
async function tier(name: string, filters: readonly string[], folder: string): Promise<Tally> {
  heading(`${name} tests`);
  const report = path.join(folder, `${name}.json`);
  const { code } = await runScript(
    path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    [
      ...['run', '--project', name, '--reporter', 'default', '--reporter', 'json'],
      ...['--outputFile.json', report, ...(filters.length > 0 ? ['--passWithNoTests'] : [])],
      ...filters,
    ],
    { output: 'show' },
  );
  const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}');
  return count(JSON.parse(text) as VitestReport, code, filters.length > 0);
}

/** Takes `--project NAME` out of the arguments; the rest goes to vitest. */
function readArguments(args: readonly string[]): { wanted: readonly string[]; filters: string[] } {
  const wanted: string[] = [];
  const filters: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--project') wanted.push(args[++at] ?? '');
    else if (arg.startsWith('--project=')) wanted.push(arg.slice('--project='.length));
    else filters.push(arg);
  }
  return { wanted, filters };
}

/**
 * `npm test [-- FILTER …] [-- --project node|browser|e2e|gpu]`: types, lint and all tests, with one
 * line `N passed, N failed` at the end. A filter or a project leaves types and lint out.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { wanted, filters } = readArguments(args);
  const unknown = wanted.find((name) => !tiers.some((known) => known === name));
  if (unknown !== undefined) {
    console.error(`--project ${unknown} is none of ${tiers.join(', ')}`);
    return 2;
  }
  const chosen =
    wanted.length === 0 ? tiers : tiers.filter((name) => wanted.includes(name));
  const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-test-'));
  let tally = nothing;
  try {
    if (args.length === 0) tally = add(await typecheck(), await lint());
    if (chosen.some((name) => name !== 'node')) await ensureBrowser();
    for (const name of chosen) tally = add(tally, await tier(name, filters, folder));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    tally = add(tally, { passed: 0, failed: 1 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (tally.passed + tally.failed === 0) {
    console.error('No test matched.');
    tally = { passed: 0, failed: 1 };
  }
  console.log(`\n${render(tally)}`);
  return tally.failed === 0 ? 0 : 1;
}
