/**
 * The page's side of an engine that lives in a worker. Each load starts a fresh worker and ends
 * the one before, so that nothing of an aborted or failed load is left. Whatever is pending when
 * a worker dies is rejected with `worker-died`; the client can load again afterwards.
 */
import { contacts } from '../base/contacts.ts';
import type { Fault } from '../base/fault.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Engine, LoadOptions, LoadResult, Loss } from './engine.ts';
import { passGate } from './gate.ts';
import type { AllowHost } from './gate.ts';
import type { GpuWish } from './gpu-wish.ts';
import type { EngineId, LoadedModel, ModelSpec } from './model.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { SampleCall } from './sample-call.ts';
import type { ChatMessage, SampleEvent, SampleRequest, ScoreRequest } from './sample.ts';
import { Watchdog } from './watchdog.ts';

/** A worker as the client sees it. */
export interface EngineWorker {
  send(message: ToWorker): void;
  /** Called once, before the first `send`. `died` may come at any time, also more than once. */
  listen(receive: (message: FromWorker) => void, died: (reason: string) => void): void;
  terminate(): void;
}

export interface ClientOptions {
  readonly id: EngineId;
  readonly start: () => EngineWorker;
  /** Hosts besides our own that the person confirmed; none without it. */
  readonly allowHost?: AllowHost;
  /** `auto` unless said otherwise; for engines that have the choice. */
  readonly gpu?: GpuWish;
  /** Whether the worker can score; without it the client has no `score`. */
  readonly scores?: boolean;
  /** What relative URLs of a model are relative to; must be absolute. */
  readonly baseUrl: () => string;
}

interface PendingLoad {
  readonly call: number;
  readonly spec: ModelSpec;
  readonly options: LoadOptions;
  readonly settle: (result: LoadResult) => void;
}

/**
 * Seconds that a worker with work may be silent: a minute, and more for each character that it has
 * to read, at the speed of a slow machine. What lasts longer is taken for a hang.
 */
const patience = (requests: readonly Pick<SampleRequest, 'messages'>[]): number => {
  const all = requests.flatMap(({ messages }) => messages.map(({ content }) => content.length));
  return 60 + all.reduce((sum, length) => sum + length, 0) / 50;
};

/** What the worker says once to a call that asks one thing. */
type Answer = Extract<FromWorker, { kind: 'counted' | 'scored' }>;

export class EngineClient implements Engine {
  readonly id: EngineId;
  readonly #options: ClientOptions;
  #worker: EngineWorker | null = null;
  #loaded: LoadedModel | null = null;
  #lost: Loss | null = null;
  #lastCall = 0;
  #load: PendingLoad | null = null;
  readonly #samples = new Map<number, SampleCall>();
  /** Settles calls that have one answer: counts and scores. */
  readonly #answers = new Map<number, (answer: Result<never, Fault> | Answer) => void>();
  readonly #watchdog = new Watchdog((seconds) => {
    const reason = `it gave no token for ${Math.round(seconds)} seconds`;
    this.#shut({ kind: 'worker-died', engine: this.id, reason });
  });
  readonly score?: NonNullable<Engine['score']>;

  constructor(options: ClientOptions) {
    this.id = options.id;
    this.#options = options;
    if (options.scores === true) this.score = (requests) => this.#score(requests);
  }

  get loaded(): LoadedModel | null {
    return this.#loaded;
  }

  get lost(): Loss | null {
    return this.#lost;
  }

  load(spec: ModelSpec, options: LoadOptions = {}): Promise<LoadResult> {
    this.#shut({ kind: 'not-loaded', engine: this.id });
    const { signal } = options;
    if (signal?.aborted === true) return Promise.resolve(null);
    const urls = this.#absolute(spec);
    if (!urls.ok) return Promise.resolve(urls);
    return new Promise((resolve) => {
      const call = ++this.#lastCall;
      const abort = (): void => {
        if (this.#load?.call === call) this.#shut({ kind: 'not-loaded', engine: this.id });
      };
      const settle = (result: LoadResult): void => {
        signal?.removeEventListener('abort', abort);
        resolve(result);
      };
      signal?.addEventListener('abort', abort);
      this.#load = { call, spec, options, settle };
      this.#start().send({
        kind: 'load',
        call,
        spec: { ...spec, ...urls.value },
        threads: options.threads ?? 'auto',
        slots: options.slots ?? null,
        cacheTokens: options.cacheTokens ?? null,
        gpu: this.#options.gpu ?? 'auto',
      });
    });
  }

  sample(requests: readonly SampleRequest[], signal?: AbortSignal): AsyncIterable<SampleEvent> {
    return { [Symbol.asyncIterator]: () => this.#sample(requests, signal) };
  }

  countTokens(messages: readonly ChatMessage[]): Promise<Result<number, Fault>> {
    const message = (call: number): ToWorker => ({ kind: 'count', call, messages });
    return this.#ask(message, 'counted', [{ messages }]).then((answer) =>
      answer.ok ? ok(answer.value.tokens) : answer,
    );
  }

  unload(): Promise<void> {
    this.#shut({ kind: 'not-loaded', engine: this.id });
    return Promise.resolve();
  }

  async #score(requests: readonly ScoreRequest[]): ReturnType<NonNullable<Engine['score']>> {
    const message = (call: number): ToWorker => ({ kind: 'score', call, requests });
    const answer = await this.#ask(message, 'scored', requests);
    return answer.ok ? ok(answer.value.logprobs) : answer;
  }

  /** One question to the worker and its one answer. */
  #ask<Kind extends Answer['kind']>(
    message: (call: number) => ToWorker,
    kind: Kind,
    requests: readonly Pick<SampleRequest, 'messages'>[],
  ): Promise<Result<Extract<Answer, { kind: Kind }>, Fault>> {
    const worker = this.#worker;
    if (worker === null || this.#loaded === null) {
      return Promise.resolve(failed({ kind: 'not-loaded', engine: this.id }));
    }
    return new Promise((resolve) => {
      const call = ++this.#lastCall;
      this.#watchdog.watch(patience(requests));
      this.#answers.set(call, (answer) => {
        if ('ok' in answer) resolve(answer);
        else if (answer.kind === kind) resolve(ok(answer as Extract<Answer, { kind: Kind }>));
      });
      worker.send(message(call));
    });
  }

  #sample(
    requests: readonly SampleRequest[],
    signal: AbortSignal | undefined,
  ): AsyncIterableIterator<SampleEvent> {
    const worker = this.#worker;
    const number = ++this.#lastCall;
    const off = new AbortController();
    const stop = (index: number | null): void => worker?.send({ kind: 'abort', call: number, index });
    const leave = (): void => {
      this.#samples.delete(number);
      this.#rest();
      off.abort();
    };
    const call = new SampleCall(
      requests.length,
      () => {
        stop(null);
        leave();
      },
      leave,
    );
    if (requests.length === 0) return call.events;
    if (worker === null || this.#loaded === null) {
      call.faultAll({ kind: 'not-loaded', engine: this.id });
      return call.events;
    }
    if (signal?.aborted === true) {
      call.abortAll();
      return call.events;
    }
    this.#samples.set(number, call);
    this.#watchdog.watch(patience(requests));
    worker.send({
      kind: 'sample',
      call: number,
      requests: requests.map(({ messages, sampling, seed, jsonSchema }) => ({
        messages,
        sampling,
        seed,
        ...(jsonSchema === undefined ? {} : { jsonSchema }),
      })),
    });
    const whenAborted = (one: AbortSignal | undefined, index: number | null): void => {
      const abort = (): void => {
        if (index !== null && !call.isOpen(index)) return;
        stop(index);
        if (index === null) call.abortAll();
        else call.abort(index);
      };
      if (one?.aborted === true) abort();
      else one?.addEventListener('abort', abort, { signal: off.signal });
    };
    whenAborted(signal, null);
    requests.forEach((request, index) => whenAborted(request.signal, index));
    return call.events;
  }

  #absolute(spec: ModelSpec): Result<Pick<ModelSpec, 'urls' | 'manifest' | 'library'>, Fault> {
    const base = this.#options.baseUrl();
    const allow = this.#options.allowHost ?? (() => false);
    const urls: string[] = [];
    for (const url of spec.urls) {
      const passed = passGate(url, base, allow);
      if (!passed.ok) return passed;
      urls.push(passed.value);
    }
    const beside: { manifest?: string; library?: string } = {};
    for (const part of ['manifest', 'library'] as const) {
      const url = spec[part];
      if (url === undefined) continue;
      const passed = passGate(url, base, allow);
      if (!passed.ok) return passed;
      beside[part] = passed.value;
    }
    return ok({ urls, ...beside });
  }

  #start(): EngineWorker {
    const worker = this.#options.start();
    this.#worker = worker;
    const isCurrent = (): boolean => this.#worker === worker;
    worker.listen(
      (message) => {
        if (isCurrent()) this.#receive(message);
      },
      (reason) => {
        if (isCurrent()) this.#shut({ kind: 'worker-died', engine: this.id, reason });
      },
    );
    return worker;
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'progress':
        if (this.#load?.call === message.call) this.#load.options.onProgress?.(message.progress);
        break;
      case 'loaded': {
        const load = this.#load;
        if (load?.call !== message.call) break;
        this.#load = null;
        // As it was asked for: a record with absolute URLs would not fit another address of the page.
        this.#loaded = { ...message.model, spec: load.spec };
        load.settle(ok(this.#loaded));
        break;
      }
      case 'events': {
        this.#watchdog.heard();
        const call = this.#samples.get(message.call);
        for (const event of message.events) call?.receive(event);
        break;
      }
      case 'counted':
      case 'scored':
        this.#settle(message.call, message);
        break;
      case 'asked':
        contacts.note(message.host);
        break;
      case 'beat':
        this.#watchdog.heard();
        break;
      case 'lost':
        this.#shut(message.fault, failed(message.fault));
        break;
      case 'failed':
        if (this.#load?.call === message.call) this.#shut(message.fault, failed(message.fault));
        else this.#settle(message.call, failed(message.fault));
        break;
      default:
        message satisfies never;
    }
  }

  #settle(call: number, answer: Result<never, Fault> | Answer): void {
    this.#answers.get(call)?.(answer);
    this.#answers.delete(call);
    this.#rest();
  }

  #lossOf(model: LoadedModel, fault: Fault): Loss {
    const open = [...this.#samples.values()].reduce((sum, call) => sum + call.open, 0);
    return { fault, model, atOnce: Math.min(open, model.capabilities.slots) };
  }

  /** With nothing asked there is nothing to watch for. */
  #rest(): void {
    if (this.#samples.size === 0 && this.#answers.size === 0) this.#watchdog.end();
  }

  /**
   * Ends the worker and everything that waits for it. A load under way ends as `loadResult`; a
   * death is a fault for it, anything else means that it was given up.
   */
  #shut(
    fault: Fault,
    loadResult: LoadResult = fault.kind === 'worker-died' ? failed(fault) : null,
  ): void {
    this.#worker?.terminate();
    this.#watchdog.end();
    if (fault.kind === 'not-loaded') this.#lost = null;
    else if (this.#loaded !== null) this.#lost = this.#lossOf(this.#loaded, fault);
    this.#worker = null;
    this.#loaded = null;
    const load = this.#load;
    this.#load = null;
    load?.settle(loadResult);
    for (const call of [...this.#samples.values()]) {
      // Replacing or freeing a model stops its work on purpose.
      if (fault.kind === 'not-loaded') call.abortAll();
      else call.faultAll(fault);
    }
    for (const call of [...this.#answers.keys()]) this.#settle(call, failed(fault));
  }
}
