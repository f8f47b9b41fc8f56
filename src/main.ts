/**
 * The composition root: nothing else makes an engine, a store or a lab. The engine's code is
 * fetched when a model is first loaded, never before.
 *
 * `?engine=none` loads no model until somebody asks for one; `?command` is the command line's own
 * door (src/run/command.ts) and implies it.
 */
import { bundledModel } from './engine/bundled.ts';
import { compare } from './reward/maths/compare.ts';
import { createLab } from './run/create-lab.ts';
import type { Lab } from './run/lab.ts';
import { createRunLocks } from './run/locks.ts';
import { askToPersist, openStore } from './store/open.ts';
import './view/app.ts';

const parameters = new URLSearchParams(location.search);
const isCommand = parameters.has('command');

/**
 * Hosts that the person agreed to fetch a model from, until the page is closed. Who drives the page
 * through the command line has named the address there.
 */
const confirmedHosts = new Set<string>();

const lab = createLab({
  engines: {
    wllama: async () => {
      const { createWllamaEngine } = await import('./engine/wllama/engine.ts');
      return createWllamaEngine({ allowHost: (host) => isCommand || confirmedHosts.has(host) });
    },
  },
  store: await openStore(),
  compare,
  // Missing outside a secure context, whatever its type says.
  locks: createRunLocks(navigator.locks as LockManager | undefined),
});

const apps = [...document.querySelectorAll('cat-app')];
for (const app of apps) {
  app.bundled = bundledModel;
  app.confirmHost = (host) => confirmedHosts.add(host);
  app.lab = lab;
  if (!isCommand && parameters.get('engine') !== 'none') {
    afterPaint(() => void app.load(bundledModel));
  }
}
// The store tells what is wrong with it to its first listener, which has to be the page.
await Promise.all(apps.map((app) => app.updateComplete));
if (isCommand) await openCommandDoor(lab);
else keepHistory(lab);

async function openCommandDoor(opened: Lab): Promise<void> {
  const { createCommandSurface } = await import('./run/command-surface.ts');
  globalThis.catLab = createCommandSurface({
    lab: opened,
    bundled: bundledModel,
    report: (message) => globalThis.catLabReport?.(message),
  });
}

/** Once the first group is done there is something worth keeping. */
function keepHistory(listened: Lab): void {
  const off = listened.listen((event) => {
    if (event.kind !== 'group-done') return;
    off();
    void askToPersist();
  });
}

/** The first frame shows the page; what the second one does no longer delays it. */
function afterPaint(work: () => void): void {
  // A page in the background gets no frames, and may as well begin at once.
  if (document.visibilityState === 'hidden') work();
  else requestAnimationFrame(() => setTimeout(work));
}
