import path from 'node:path';
import { build, type Plugin } from 'vite';
import { VERSION_PLACE, WORKER_PATH, writeOfflineList } from './offline-list.ts';

/** The service worker as one classic script: not every browser takes modules there. */
async function workerCode(root: string): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { OFFLINE_VERSION: JSON.stringify(VERSION_PLACE) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: path.join(root, 'src/offline/worker/worker.ts'),
        output: { format: 'iife', entryFileNames: WORKER_PATH },
      },
    },
  });
  const [one] = [made].flat();
  const chunk = one !== undefined && 'output' in one ? one.output[0] : undefined;
  if (chunk === undefined) throw new Error('the service worker came to nothing');
  return chunk.code;
}

/** Writes the list of the built files and the service worker that keeps them, once all is written. */
export const offline = (): Plugin => {
  let root = '';
  let outDir = '';
  return {
    name: 'cat-lab:offline',
    apply: 'build',
    configResolved(config) {
      ({ root } = config);
      outDir = path.resolve(root, config.build.outDir);
    },
    // The files of `public/` are copied before the first of the build is written.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        await writeOfflineList(outDir, await workerCode(root));
      },
    },
  };
};
