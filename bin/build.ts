import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { root } from './paths.ts';

/** Where the static folder stands: all that a host needs. */
export const distFolder = path.join(root, 'dist');

const cacheFolder = path.join(root, '.cache', 'build');
const stampFile = path.join(cacheFolder, 'stamp');

/** What the built page is made from, as paths in the project. */
const inputs: readonly string[] = [
  'bin/headers.ts',
  'bin/notices.ts',
  'bin/offline-list.ts',
  'bin/offline-plugin.ts',
  'index.html',
  'package-lock.json',
  'public',
  'src',
  'tsconfig.base.json',
  'vite.config.ts',
];

async function* filesUnder(place: string): AsyncGenerator<string> {
  const state = await stat(path.join(root, place)).catch(() => null);
  if (state === null) return;
  if (!state.isDirectory()) {
    yield `${place} ${state.size} ${state.mtimeMs}`;
    return;
  }
  for (const name of (await readdir(path.join(root, place))).sort()) {
    yield* filesUnder(`${place}/${name}`);
  }
}

/** Changes when any input changes, appears or goes: names, sizes and times of modification. */
async function stampOfInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const place of inputs) {
    for await (const line of filesUnder(place)) hash.update(`${line}\n`);
  }
  return hash.digest('hex');
}

/** Whether `dist/` was built from what stands in the project now. */
export async function isFresh(): Promise<boolean> {
  const [stamp, built, index] = await Promise.all([
    stampOfInputs(),
    readFile(stampFile, 'utf8').catch(() => ''),
    stat(path.join(distFolder, 'index.html')).catch(() => null),
  ]);
  return index !== null && stamp === built;
}

/** Packages choose their code by this variable, and a test runner sets it to something else. */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/**
 * Builds the static folder. It is made beside and then put in place, so that a build that fails
 * leaves the last good one, and a page being served never sees half a build.
 */
export async function buildApp(logLevel: 'info' | 'warn' = 'info'): Promise<void> {
  const stamp = await stampOfInputs();
  const next = path.join(cacheFolder, `next-${process.pid}`);
  const last = path.join(cacheFolder, `last-${process.pid}`);
  await mkdir(cacheFolder, { recursive: true });
  await inProduction(() =>
    build({
      root,
      configFile: path.join(root, 'vite.config.ts'),
      logLevel,
      build: { outDir: next, emptyOutDir: true },
    }),
  );
  await rename(distFolder, last).catch(() => undefined);
  await rename(next, distFolder);
  await rm(last, { recursive: true, force: true });
  await writeFile(stampFile, stamp);
}

/** Builds where `dist/` is missing or older than what it is made from; says so on stderr. */
export async function ensureBuilt(): Promise<string> {
  if (!(await isFresh())) {
    console.error('Building the page.');
    await buildApp('warn');
  }
  return distFolder;
}

/** `npm run build`. */
export async function main(): Promise<number> {
  await buildApp();
  return 0;
}
