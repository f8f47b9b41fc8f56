// Starts a command of this folder: `node bin/run.mjs NAME [arguments]` calls the `main` of
// bin/NAME.ts with the arguments and ends with the exit code it gives. Vite reads the TypeScript,
// so commands need no build step and no second tool.
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const [name = '', ...args] = process.argv.slice(2);
if (!/^[a-z][a-z-]*$/.test(name)) {
  console.error('usage: node bin/run.mjs COMMAND [arguments]');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const { module, close } = await load(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), root);

// A reader such as `head` that has seen enough closes the pipe; the work goes on without it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// npm starts a script in the project's folder; files on the command line are meant from where the
// person stands, which npm tells.
const from = process.env.INIT_CWD;
if (from && existsSync(from) && realpathSync(root) === realpathSync(process.cwd())) process.chdir(from);

try {
  process.exitCode = await module.main(args);
} catch (error) {
  // Its message says it all (expected-error.ts); everything else is a bug and keeps its stack.
  if (error?.name !== 'ExpectedError') throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await close();
}
