// A thread of Node for the algebra, as src/reward/maths/guarded.ts asks it. Vite reads the
// TypeScript, as it does for the command itself (bin/run.mjs).
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { module } = await runnerImport(`${root}/src/reward/maths/algebra.ts`, {
  root,
  configFile: false,
  logLevel: 'warn',
});

parentPort.on('message', ({ what, pair }) => {
  const { compareExpressions, compareRelations } = module.algebra;
  parentPort.postMessage(what === 'expressions' ? compareExpressions(...pair) : compareRelations(...pair));
});
parentPort.postMessage('ready');
