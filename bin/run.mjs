// Starts a command of this folder: `node bin/run.mjs NAME [arguments]` calls the `main` of
// bin/NAME.ts with the arguments and ends with the exit code it gives. Vite reads the TypeScript,
// so commands need no build step and no second tool.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [name = '', ...args] = process.argv.slice(2);
if (!/^[a-z][a-z-]*$/.test(name)) {
  console.error('usage: node bin/run.mjs COMMAND [arguments]');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), {
  root,
  configFile: false,
  logLevel: 'warn',
});
process.exitCode = await module.main(args);
