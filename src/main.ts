/**
 * The composition root: nothing else makes an engine, a store or a lab. The engine's code is
 * fetched when a model is first loaded, never before.
 *
 * `?engine=none` loads no model until somebody asks for one, `?engine=wllama` and `?engine=webllm`
 * choose what runs the bundled model. `?gpu=never` keeps llama.cpp off the graphics processor,
 * `?gpu=always` puts it on one in software too. `?command` is the command line's own door
 * (src/run/command.ts) and implies `?engine=none`.
 */
import { bundledGpuModel, bundledModel } from './engine/bundled.ts';
import { gpuWishNamed } from './engine/gpu-wish.ts';
import type { ModelSpec } from './engine/model.ts';
import { createServerDoor } from './engine/server/door.ts';
import { ServerKeys } from './engine/server/keys.ts';
import { adapterOf, examineDevice } from './engine/webllm/device.ts';
import { createLateShelf } from './engine/webllm/late-shelf.ts';
import { createAtWork } from './offline/at-work.ts';
import { createChoice } from './offline/choice.ts';
import { createOfflineDoor, type OfflineDoor } from './offline/door.ts';
import type { Compare } from './reward/maths/reading.ts';
import type { Lab } from './run/lab.ts';
import { createLateLab } from './run/late-lab.ts';
import { createRunLocks } from './run/locks.ts';
import { createTransfer } from './run/transfer.ts';
import { askToPersist, openStore } from './store/open.ts';
import './view/app.ts';
import type { App } from './view/app.ts';
import { fetchOpening } from './view/lesson/opening.ts';

const parameters = new URLSearchParams(location.search);
const isCommand = parameters.has('command');
const wantedEngine = parameters.get('engine');
const gpu = gpuWishNamed(parameters.get('gpu') ?? '') ?? 'auto';

/**
 * Hosts that the person agreed to fetch a model from, until the page is closed. Who drives the page
 * through the command line has named the address there.
 */
const confirmedHosts = new Set<string>();
const allowHost = (host: string): boolean => isCommand || confirmedHosts.has(host);
/** In memory alone, and gone with the page. */
const serverKeys = new ServerKeys();
const servers = createServerDoor(serverKeys, allowHost);
// Before anything is waited for: who asks stands in the page from its first drawing.
document.addEventListener('cat-server-door', ({ detail }) => detail.give(servers));
const offline = import.meta.env.PROD && !isCommand ? openOfflineDoor() : null;
const apps = [...document.querySelectorAll('cat-app')];
// Drawn before anything is waited for; the command line has nobody to show it to.
if (!isCommand) for (const app of apps) app.recorded = fetchOpening();

/** A software adapter is used by request only: it is slower than the CPU engine. */
const preflight = await examineDevice();
const adapter = adapterOf(preflight);
const hasGpu = adapter.ok && !adapter.value.isSoftware;
const bundled = bundledFor(wantedEngine);
const hints = {
  halfPrecision: adapter.ok && adapter.value.halfPrecision,
  memoryGib: (navigator as { deviceMemory?: number }).deviceMemory ?? null,
};

const store = await openStore();
const transfer = createTransfer(store);

/** Fetched while the model loads, at the latest for the first answers that are compared. */
const fetchCompare = () => import('./reward/maths/compare.ts');
const compare: Compare = async (a, b) => (await fetchCompare()).compare(a, b);

// Missing outside a secure context, whatever its type says.
const locks = createRunLocks(navigator.locks as LockManager | undefined);
const lab = createLateLab({ store, locks, fetchLab });

const shelf = createLateShelf(preflight, async () => {
  const { createShelf } = await import('./engine/webllm/shelf.ts');
  return createShelf({ preflight, memoryGib: hints.memoryGib, allowHost });
});

for (const app of apps) {
  app.bundled = bundled;
  app.noGpu = adapter.ok ? null : adapter.fault;
  app.shelf = shelf;
  app.allowHost = allowHost;
  app.confirmHost = (host) => {
    confirmedHosts.add(host);
    // What is fetched from elsewhere is large: it should not be evicted when the disk runs short.
    void askToPersist();
  };
  app.addEventListener('cat-transfer-door', ({ detail }) => detail.give(transfer));
  app.lab = lab;
  if (!isCommand && wantedEngine !== 'none') {
    // What the model has fetched need not be fetched again to be kept.
    afterPaint(() => void loadBundled(app).then(() => offline?.keep()));
  } else if (offline !== null) afterPaint(() => void offline.keep());
}
// The store tells what is wrong with it to its first listener, which has to be the page.
await Promise.all(apps.map((app) => app.updateComplete));
if (isCommand) await openCommandDoor(lab);
else keepHistory(lab);

/** What does the work: a page on which nobody has asked for anything yet is there without it. */
async function fetchLab(): Promise<Lab> {
  const [{ createLab }, { smallerThan }] = await Promise.all([
    import('./run/create-lab.ts'),
    import('./engine/webllm/smaller.ts'),
  ]);
  return createLab({
    engines: {
      wllama: async () => {
        const { createWllamaEngine } = await import('./engine/wllama/engine.ts');
        return createWllamaEngine({ allowHost, gpu });
      },
      webllm: async () => {
        const { createWebllmEngine } = await import('./engine/webllm/engine.ts');
        return createWebllmEngine({ allowHost });
      },
      server: async () => {
        const { createServerEngine } = await import('./engine/server/engine.ts');
        return createServerEngine({ allowHost, keys: serverKeys, baseUrl: () => document.baseURI });
      },
    },
    store,
    compare,
    readyToCompare: fetchCompare,
    locks,
    // As the locks: missing outside a secure context.
    storage: async () => (await (navigator.storage as StorageManager | undefined)?.estimate()) ?? {},
    smaller: (spec, bytes) => smallerThan(spec, bytes, hints),
  });
}

/** What cannot be started on a graphics processor runs on the CPU all the same. */
async function loadBundled(app: App): Promise<void> {
  // Where that fails it is tried again as it is needed.
  fetchCompare().catch(() => {});
  if ((await app.load(bundled)) === 'done' || bundled.engine === 'wllama') return;
  if (wantedEngine === 'webllm') return;
  app.bundled = bundledModel;
  app.noGpu = { kind: 'no-webgpu', reason: 'the bundled model could not be started on it' };
  // A question that was asked meanwhile waits for a model, and this is one.
  await app.load(bundledModel, { keepsWork: true });
}

/** Development has no built files to keep; the command line's page comes from its own server. */
function openOfflineDoor(): OfflineDoor {
  const scope = new URL('./', location.href).href;
  // Both are missing outside a secure context, whatever their types say.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const atWork = createAtWork(navigator.locks as LockManager | undefined, scope);
  const door = createOfflineDoor({
    ...{ workers, isSecure: isSecureContext, scope, atWork, choice: createChoice(scope) },
    reload: () => location.reload(),
  });
  document.addEventListener('cat-offline-door', ({ detail }) => detail.give(door));
  return door;
}

/** The bundled model for an engine by its name; for the one that this device suits otherwise. */
function bundledFor(engine: string | null): ModelSpec {
  if (engine === 'webllm') return bundledGpuModel;
  return hasGpu && engine !== 'wllama' ? bundledGpuModel : bundledModel;
}

async function openCommandDoor(opened: Lab): Promise<void> {
  const { createCommandSurface } = await import('./run/command-surface.ts');
  const ofGguf = await import('./engine/wllama/download-size.ts');
  const ofCompiled = await import('./engine/webllm/download-size.ts');
  globalThis.catLab = createCommandSurface({
    lab: opened,
    bundled: bundledFor,
    setKey: (base, key) => servers.setKey(base, key),
    size: (spec) =>
      (spec.engine === 'webllm' ? ofCompiled : ofGguf).downloadSize(spec, allowHost),
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
