/**
 * Expected failures as data. A fault says what happened by its kind and carries what the sentence
 * about it needs; `view/text` turns it into what happened, why, and what to do. Faults are stored
 * with the work they belong to, so they hold plain data only.
 */
export type Fault =
  /** The file of a model could not be fetched: `status` is the HTTP status, or 0 without an answer. */
  | { readonly kind: 'model-missing'; readonly model: string; readonly url: string; readonly status: number }
  /** A model file does not match its manifest, is cut short, or the engine cannot read it. */
  | { readonly kind: 'model-corrupt'; readonly model: string; readonly reason: string }
  /** A file of a model that was kept here is no longer as it came; it is deleted, and nothing was fetched. */
  | { readonly kind: 'model-changed'; readonly model: string; readonly file: string }
  /** `load` was called for a model that the engine does not know how to run. */
  | { readonly kind: 'model-unsupported'; readonly model: string; readonly reason: string }
  | { readonly kind: 'host-refused'; readonly url: string }
  /** A server's host, as the person confirmed it. No answer came: no connection, or the browser kept it back. */
  | { readonly kind: 'server-unreachable'; readonly server: string; readonly reason: string }
  /** The key is missing, wrong, or not allowed to do this. */
  | { readonly kind: 'server-denied'; readonly server: string; readonly status: number }
  /** Refused or failed for now, however often it was asked. */
  | { readonly kind: 'server-busy'; readonly server: string; readonly status: number; readonly reason: string }
  /** The server does not do what it was asked; status 0 where it was not asked, having been found so before. */
  | { readonly kind: 'server-refused'; readonly server: string; readonly status: number; readonly reason: string }
  /** What came is cut, or has another form than it must have. */
  | { readonly kind: 'server-broken'; readonly server: string; readonly reason: string }
  /** The server has no such model; `offered` are some that it has. */
  | { readonly kind: 'server-model-missing'; readonly server: string; readonly model: string; readonly offered: readonly string[] }
  | { readonly kind: 'no-webgpu'; readonly reason: string }
  | { readonly kind: 'device-lost'; readonly reason: string }
  /** The engine's worker ended or threw outside a call; everything pending is rejected with this. */
  | { readonly kind: 'worker-died'; readonly engine: string; readonly reason: string }
  | { readonly kind: 'engine-failed'; readonly engine: string; readonly reason: string }
  | { readonly kind: 'engine-unavailable'; readonly engine: string; readonly reason: string }
  | { readonly kind: 'not-loaded'; readonly engine: string }
  /** `smaller` is the name of a smaller model that suits the device, where one is known. */
  | { readonly kind: 'out-of-memory'; readonly reason: string; readonly smaller?: string }
  /** A prompt with its answer does not fit: tokens needed and available. */
  | { readonly kind: 'context-overflow'; readonly job: string; readonly needed: number; readonly available: number }
  | { readonly kind: 'question-empty' }
  | { readonly kind: 'question-too-long'; readonly tokens: number; readonly limit: number }
  | { readonly kind: 'no-rollouts'; readonly reason: string }
  | { readonly kind: 'setting-invalid'; readonly setting: string; readonly value: string; readonly expected: string }
  /** A question set or an export could not be read; `line` counts from 1, 0 is the whole file. */
  | { readonly kind: 'import-invalid'; readonly line: number; readonly path: string; readonly reason: string }
  /** A question set did not come from this address, or not the right one. */
  | { readonly kind: 'set-unfetched'; readonly url: string; readonly reason: string }
  /** IndexedDB is missing, denied or broken: work goes on in memory. */
  | { readonly kind: 'storage-denied'; readonly reason: string }
  /**
   * `needed` and `free` in bytes where a run stopped for it: what is left of the run needs so much. Its
   * groups are kept; other work goes on in memory.
   */
  | { readonly kind: 'storage-full'; readonly reason: string; readonly needed?: number; readonly free?: number }
  | { readonly kind: 'storage-newer'; readonly found: number; readonly supported: number }
  /** A stored record does not have the form of its kind: it is left out. `path` points into it. */
  | { readonly kind: 'record-invalid'; readonly store: string; readonly key: string; readonly path: string; readonly reason: string }
  /** The model was not taught open questions: neither criteria nor verdicts. */
  | { readonly kind: 'open-untaught'; readonly model: string }
  /** The anchor proposed no criterion that can be judged, in so many attempts. */
  | { readonly kind: 'no-criteria'; readonly attempts: number }
  /** A group's verdicts are to come from one judge, and another one is loaded. */
  | { readonly kind: 'judge-differs'; readonly wanted: string; readonly loaded: string }
  /** A part of the page could not be fetched when it was needed. */
  | { readonly kind: 'part-missing'; readonly reason: string }
  /** Another tab holds the lock on this run. */
  | { readonly kind: 'run-locked'; readonly run: string }
  /** Another tab has taken the lock on this run away: the run has stopped here. */
  | { readonly kind: 'run-taken'; readonly run: string }
  /** A run is to go on with the models that it began with, and another one is loaded in a role. */
  | { readonly kind: 'model-differs'; readonly role: 'policy' | 'anchor' | 'judge'; readonly wanted: ModelMark; readonly loaded: ModelMark };

/** Which weights, on which engine. */
export interface ModelMark {
  readonly engine: string;
  readonly model: string;
  readonly revision: string;
}

export type FaultKind = Fault['kind'];
export type FaultOf<K extends FaultKind> = Extract<Fault, { readonly kind: K }>;
