/**
 * A server that the person names, with the interface of OpenAI: vLLM, llama.cpp, Ollama and others.
 * It needs no worker: the work is elsewhere, and asking for it blocks nothing. What is asked leaves
 * this machine, so that it goes to the host alone that the person confirmed.
 *
 * The server applies the model's own chat template. What it can do is found out when a model is
 * loaded, by asking; no weights are fetched.
 */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Engine, LoadOptions, LoadResult } from '../engine.ts';
import { passGate } from '../gate.ts';
import type { AllowHost } from '../gate.ts';
import type { LoadedModel, ModelSpec } from '../model.ts';
import { SampleCall } from '../sample-call.ts';
import type { ChatMessage, SampleEvent, SampleRequest, ScoreRequest } from '../sample.ts';
import { realClock } from './clock.ts';
import type { Clock } from './clock.ts';
import type { ServerKeys } from './keys.ts';
import { open } from './open.ts';
import type { ServerSession } from './session.ts';
import { lineTo } from './line.ts';

export interface ServerOptions {
  /** Hosts besides our own that the person confirmed; none without it. */
  readonly allowHost?: AllowHost;
  readonly keys?: ServerKeys;
  /** What a relative address is relative to; must be absolute. */
  readonly baseUrl: () => string;
  readonly clock?: Clock;
}

export const createServerEngine = (options: ServerOptions): Engine => new ServerEngine(options);

const notLoaded: Fault = { kind: 'not-loaded', engine: 'server' };

class ServerEngine implements Engine {
  readonly id = 'server';
  /** No server's fault takes a model away: the next request may succeed. */
  readonly lost = null;
  readonly #options: ServerOptions;
  #loading: AbortController | null = null;
  #session: ServerSession | null = null;
  #loaded: LoadedModel | null = null;
  /** There while the loaded model's server can score. */
  score?: NonNullable<Engine['score']>;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  get loaded(): LoadedModel | null {
    return this.#loaded;
  }

  async load(spec: ModelSpec, options: LoadOptions = {}): Promise<LoadResult> {
    this.#end();
    const { signal, onProgress, slots } = options;
    if (signal?.aborted === true) return null;
    const { allowHost = () => false, baseUrl, clock = realClock, keys } = this.#options;
    const passed = passGate(spec.urls[0] ?? '', baseUrl(), allowHost);
    if (!passed.ok) return passed;
    const base = passed.value;
    if (!isPrivate(base)) return failed({ kind: 'host-refused', url: base });
    const loading = new AbortController();
    this.#loading = loading;
    const abort = (): void => loading.abort();
    signal?.addEventListener('abort', abort);
    try {
      onProgress?.({ stage: 'start' });
      const line = lineTo({ base, model: spec.id, key: keys?.get(base) ?? null, clock });
      const opened = await open(spec, base, line, slots, loading.signal);
      if (this.#loading !== loading || loading.signal.aborted) {
        if (opened?.ok === true) opened.value.session.end();
        return null;
      }
      if (opened === null || !opened.ok) return opened;
      const { session, model } = opened.value;
      this.#session = session;
      this.#loaded = model;
      if (model.capabilities.score) this.score = (requests) => this.#score(requests);
      return ok(model);
    } finally {
      signal?.removeEventListener('abort', abort);
      if (this.#loading === loading) this.#loading = null;
    }
  }

  sample(requests: readonly SampleRequest[], signal?: AbortSignal): AsyncIterable<SampleEvent> {
    const session = this.#session;
    return {
      [Symbol.asyncIterator]: () => {
        if (session !== null) return session.sample(requests, signal);
        const call = new SampleCall(requests.length, () => {}, () => {});
        call.faultAll(notLoaded);
        return call.events;
      },
    };
  }

  countTokens(messages: readonly ChatMessage[]): Promise<Result<number, Fault>> {
    return this.#session?.count(messages) ?? Promise.resolve(failed(notLoaded));
  }

  unload(): Promise<void> {
    this.#end();
    return Promise.resolve();
  }

  #score(requests: readonly ScoreRequest[]): ReturnType<NonNullable<Engine['score']>> {
    return this.#session?.score(requests) ?? Promise.resolve(failed(notLoaded));
  }

  #end(): void {
    this.#loading?.abort();
    this.#loading = null;
    this.#session?.end();
    this.#session = null;
    this.#loaded = null;
    delete this.score;
  }
}

/** Over the network nobody else may read along; on this machine there is no network. */
const isPrivate = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname);
};
