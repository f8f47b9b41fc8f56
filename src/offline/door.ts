/**
 * The page's side of working without a connection: what is kept, whether it is whole, and whether a newer
 * version waits.
 */
import type { AtWork } from './at-work.ts';
import type { OfflineChoice } from './choice.ts';
import { cachesOf, deleteCaches, find, isWhole, keepFile, keepList, putList, reasonOf } from './keep.ts';
import { cacheName, totalBytes, urlOf } from './list.ts';
import type { FromWorker, ToWorker } from './message.ts';

export type Kept =
  /** Nothing is known yet. */
  | { readonly kind: 'unknown' }
  /** This browser cannot, or not at this address. */
  | { readonly kind: 'unable'; readonly why: 'insecure' | 'no-workers' }
  /** A person has freed the space. */
  | { readonly kind: 'off' }
  | { readonly kind: 'filling'; readonly bytes: number; readonly total: number | null }
  | { readonly kind: 'checking' }
  /** Every file is here and was read and compared just now; `mended` of them had to be fetched again. */
  | { readonly kind: 'ready'; readonly files: number; readonly bytes: number; readonly mended: number }
  /** So many files are not here as they should be, and could not be had. */
  | { readonly kind: 'broken'; readonly files: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** A version that waits, that comes once no tab is at work, or that another tab let take over. */
export type Update = 'none' | 'offered' | 'agreed' | 'elsewhere';

export interface OfflineState {
  readonly kept: Kept;
  readonly update: Update;
}

export interface OfflineDoor {
  readonly state: OfflineState;
  /** Calls the listener after each change; the result takes it off. */
  listen(listener: () => void): () => void;
  /** Reads every file again, and fetches what is not as it should be. */
  check(): Promise<void>;
  /** Deletes what is kept, and keeps nothing from now on. */
  free(): Promise<void>;
  /** Keeps the page; once more where that has failed. */
  keep(): Promise<void>;
  /** Lets the new version take over as soon as no tab is at work, and reloads this one. */
  update(): void;
  /** Goes on with this version for now. */
  later(): void;
  /** This tab begins or ends what must not be interrupted. */
  setAtWork(isAtWork: boolean): void;
}

export interface DoorParts {
  /** Missing where there are none, or outside a secure context. */
  readonly workers: ServiceWorkerContainer | undefined;
  readonly isSecure: boolean;
  /** The page's folder, with a slash at its end. */
  readonly scope: string;
  readonly atWork: AtWork;
  /** A person's choice to keep nothing. */
  readonly choice: OfflineChoice;
  reload(): void;
}

export function createOfflineDoor(parts: DoorParts): OfflineDoor {
  const { workers, isSecure, scope, atWork, choice, reload } = parts;
  const listeners = new Set<() => void>();
  let state: OfflineState = { kept: { kind: 'unknown' }, update: 'none' };
  let registration: ServiceWorkerRegistration | null = null;
  let waiting = new AbortController();
  let isHeard = false;

  const set = (change: Partial<OfflineState>): void => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  const check = async (): Promise<void> => {
    const active = registration?.active;
    if (!active || state.kept.kind === 'checking') return;
    set({ kept: { kind: 'checking' } });
    try {
      set({ kept: await looked(active) });
    } catch (error) {
      // Storage that is full or locked away refuses even what is asked of it here.
      set({ kept: { kind: 'failed', reason: reasonOf(error) } });
    }
  };

  const looked = async (active: ServiceWorker): Promise<Kept> => {
    const version = await versionOf(active);
    const cache = await caches.open(cacheName(scope, version));
    const found = await keepList(cache, scope, version);
    if (found === null) {
      return { kind: 'failed', reason: 'the list of its files could not be fetched' };
    }
    const { files } = found.list;
    const total = totalBytes(found.list);
    let mended = 0;
    let broken = 0;
    let bytes = 0;
    for (const file of files) {
      const here = await find(cache, urlOf(scope, file));
      if (!(await isWhole(here, file))) {
        set({ kept: { kind: 'filling', bytes, total } });
        if ((await keepFile(cache, scope, file)) === 'kept') mended += 1;
        else broken += 1;
      }
      bytes += file.bytes;
    }
    await putList(cache, scope, found.text);
    return broken > 0
      ? { kind: 'broken', files: broken }
      : { kind: 'ready', files: files.length, bytes: total, mended };
  };

  const followInstalling = (worker: ServiceWorker, isFirst: boolean): void => {
    if (isFirst) set({ kept: { kind: 'filling', bytes: 0, total: null } });
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && !isFirst) set({ update: 'offered' });
      if (worker.state === 'activated' && isFirst) void check();
      if (worker.state === 'redundant' && isFirst && state.kept.kind === 'filling') {
        set({ kept: { kind: 'failed', reason: 'the browser ended it' } });
      }
    });
  };

  const hear = (container: ServiceWorkerContainer, kept: ServiceWorkerRegistration): void => {
    if (isHeard) return;
    isHeard = true;
    let had = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (state.update === 'agreed') reload();
      else if (had) set({ update: 'elsewhere' });
      had = true;
    });
    container.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      // Of a newer version that comes nothing is told before it is here.
      if (state.kept.kind !== 'filling' || kept.active !== null) return;
      if (data.kind === 'offline-progress') {
        set({ kept: { kind: 'filling', bytes: data.bytes, total: data.total } });
      } else if (data.kind === 'offline-failed') {
        set({ kept: { kind: 'failed', reason: data.reason } });
      }
    });
    container.startMessages();
    kept.addEventListener('updatefound', () => {
      if (kept.installing) followInstalling(kept.installing, kept.active === null);
    });
  };

  const keep = async (): Promise<void> => {
    if (!isSecure) return set({ kept: { kind: 'unable', why: 'insecure' } });
    if (workers === undefined) return set({ kept: { kind: 'unable', why: 'no-workers' } });
    if (choice.isOff()) return set({ kept: { kind: 'off' } });
    try {
      const url = urlOf(scope, { path: 'sw.js' });
      registration = await workers.register(url, { scope, updateViaCache: 'none' });
    } catch (error) {
      return set({ kept: { kind: 'failed', reason: reasonOf(error) } });
    }
    // Where a browser is told not to register any, there is none to follow.
    if (!(registration as ServiceWorkerRegistration | undefined)) {
      return set({ kept: { kind: 'unable', why: 'no-workers' } });
    }
    hear(workers, registration);
    const { installing, active, waiting: newer } = registration;
    if (installing) followInstalling(installing, active === null);
    if (newer && active) set({ update: 'offered' });
    if (active) await check();
  };

  return {
    get state() {
      return state;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check,
    async free() {
      choice.set(true);
      await registration?.unregister();
      await deleteCaches(await cachesOf(scope));
      set({ kept: { kind: 'off' }, update: 'none' });
    },
    async keep() {
      if (state.kept.kind === 'off') choice.set(false);
      await keep();
    },
    update() {
      if (state.update === 'elsewhere') return reload();
      if (state.update !== 'offered') return;
      set({ update: 'agreed' });
      waiting = new AbortController();
      const takeOver: ToWorker = { kind: 'take-over' };
      void atWork.afterwards(() => registration?.waiting?.postMessage(takeOver), waiting.signal);
    },
    later() {
      waiting.abort();
      set({ update: 'none' });
    },
    setAtWork: (isAtWork) => atWork.set(isAtWork),
  };
}

/** Milliseconds. A worker tells its version without waiting for anything; one that is broken never does. */
const SILENCE = 30_000;

const versionOf = (worker: ServiceWorker): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const silent = setTimeout(() => reject(new Error('the worker that keeps the page does not answer')), SILENCE);
    port1.onmessage = ({ data }: MessageEvent<string>) => {
      clearTimeout(silent);
      resolve(data);
    };
    const message: ToWorker = { kind: 'version' };
    worker.postMessage(message, [port2]);
  });
