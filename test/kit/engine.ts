/**
 * The one fake engine. A test holds every token, end and fault in its hand:
 *
 *     const engine = new ScriptedEngine();
 *     const run = collect(engine.sample(requests));
 *     const call = await engine.nextCall();
 *     call.token(0, '4', -0.1);
 *     call.end(0);               // or call.cut(0), call.fault(0, fault)
 *
 * Where the hand-work is not the point, `engine.script = (request, index) => text` answers every
 * request at once, token by token (one word each); `undefined` leaves that request to the hand, and
 * a Fault makes it fault. Aborts behave as the contract says. It is loaded from the start unless
 * made with `{ loaded: false }`; then `finishLoad` or `failLoad` settle a load by hand.
 *
 * Made with the capability it scores given texts too: `engine.scorer = (request) => logprobs` answers,
 * or `await engine.nextScore()` is held in the hand like a call.
 */
import type { Fault } from '../../src/base/fault.ts';
import { failed, ok } from '../../src/base/result.ts';
import type { Result } from '../../src/base/result.ts';
import type { Engine, LoadOptions, LoadResult, Loss } from '../../src/engine/engine.ts';
import { EventQueue } from '../../src/engine/event-queue.ts';
import type {
  Capabilities,
  EngineId,
  LoadedModel,
  ModelSpec,
  Trained,
} from '../../src/engine/model.ts';
import type {
  ChatMessage,
  Completion,
  SampleEvent,
  SampleRequest,
  ScoreRequest,
  StopReason,
} from '../../src/engine/sample.ts';

export const scriptedSpec: ModelSpec = {
  id: 'scripted',
  engine: 'wllama',
  urls: ['scripted.gguf'],
  chat: 'nano',
};

export const scriptedCapabilities: Capabilities = {
  slots: 8,
  contextTokens: 3072,
  score: false,
  grammar: false,
  threads: 1,
  device: 'cpu',
};

/** One word is one token: how the fake counts and cuts. */
export const scriptedTokens = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

interface Row {
  text: string;
  logprobs: number[];
  ended: boolean;
}

interface PendingLoad {
  readonly spec: ModelSpec;
  readonly options: LoadOptions;
  readonly settle: (result: LoadResult) => void;
}

/** One call of `sample`, driven by the test. Driving a request that has ended is a test's bug. */
export class ScriptedCall {
  readonly requests: readonly SampleRequest[];
  readonly events: EventQueue<SampleEvent>;
  /** Aborted as a whole, or left early by its reader. */
  stopped = false;
  readonly #rows: Row[];

  constructor(requests: readonly SampleRequest[]) {
    this.requests = requests;
    this.#rows = requests.map(() => ({ text: '', logprobs: [], ended: false }));
    this.events = new EventQueue(() => {
      this.stopped = true;
      for (const row of this.#rows) row.ended = true;
    });
    if (requests.length === 0) this.events.end();
  }

  isOpen(index: number): boolean {
    return this.#rows[index]?.ended === false;
  }

  token(index: number, text: string, logprob = -0.5): void {
    const row = this.#openRow(index);
    row.text += text;
    row.logprobs.push(logprob);
    this.events.push({ kind: 'token', index, text, logprob });
  }

  /** Streams the text one word a token, at most the request's maxTokens, and ends the request. */
  answer(index: number, text: string, logprob = -0.5): void {
    const words = scriptedTokens(text);
    const limit = this.requests[index]?.sampling.maxTokens ?? words.length;
    for (const word of words.slice(0, limit)) this.token(index, word, logprob);
    if (words.length > limit) this.cut(index);
    else this.end(index);
  }

  end(index: number): void {
    this.events.push({ kind: 'done', index, completion: this.#close(index, 'end') });
    this.#settle();
  }

  cut(index: number): void {
    this.events.push({ kind: 'done', index, completion: this.#close(index, 'length') });
    this.#settle();
  }

  abort(index: number): void {
    this.events.push({ kind: 'done', index, completion: this.#close(index, 'aborted') });
    this.#settle();
  }

  fault(index: number, fault: Fault): void {
    this.events.push({ kind: 'fault', index, fault, completion: this.#close(index, 'fault') });
    this.#settle();
  }

  /** What a dead worker does: every open request faults. */
  faultAll(fault: Fault): void {
    this.#rows.forEach((row, index) => {
      if (!row.ended) this.fault(index, fault);
    });
  }

  #openRow(index: number): Row {
    const row = this.#rows[index];
    if (row === undefined) throw new RangeError(`no request ${index} in this call`);
    if (row.ended) throw new Error(`request ${index} has ended`);
    return row;
  }

  #close(index: number, stop: StopReason): Completion {
    const row = this.#openRow(index);
    row.ended = true;
    const prompt = this.requests[index]?.messages ?? [];
    return {
      text: row.text,
      tokens: row.logprobs.length,
      promptTokens: countWords(prompt),
      logprobs: row.logprobs,
      stop,
      seconds: 0,
    };
  }

  #settle(): void {
    if (this.#rows.every((row) => row.ended)) this.events.end();
  }
}

type Scored = Result<readonly (readonly number[])[], Fault>;

/** One call of `score`, driven by the test. */
export interface ScriptedScore {
  readonly requests: readonly ScoreRequest[];
  readonly settle: (result: Scored) => void;
}

export class ScriptedEngine implements Engine {
  readonly id: EngineId;
  loaded: LoadedModel | null;
  lost: Loss | null = null;
  /** Every call of `sample`, in order of arrival. */
  readonly calls: ScriptedCall[] = [];
  /** Every spec that `load` was asked for, and with what. */
  readonly loads: ModelSpec[] = [];
  readonly options: LoadOptions[] = [];
  script: ((request: SampleRequest, index: number) => string | Fault | undefined) | null = null;
  capabilities: Capabilities;
  /** What the manifest of the next loaded model says of its training. */
  trained: Trained | undefined;
  readonly score?: NonNullable<Engine['score']>;
  /** Every request that was scored, in order of arrival. */
  readonly scored: ScoreRequest[] = [];
  scorer: ((request: ScoreRequest) => readonly number[]) | null = null;
  #unclaimedScores: ScriptedScore[] = [];
  #scoreClaims: ((call: ScriptedScore) => void)[] = [];
  #unclaimed: ScriptedCall[] = [];
  #claims: ((call: ScriptedCall) => void)[] = [];
  #load: PendingLoad | null = null;

  constructor(options: { id?: EngineId; loaded?: boolean; capabilities?: Partial<Capabilities> } = {}) {
    this.id = options.id ?? 'wllama';
    this.capabilities = { ...scriptedCapabilities, ...options.capabilities };
    this.loaded = options.loaded === false ? null : this.#model(scriptedSpec);
    if (this.capabilities.score) this.score = (requests) => this.#score(requests);
  }

  /** The next call of `score` that no test has taken yet; waits for it. */
  nextScore(): Promise<ScriptedScore> {
    const call = this.#unclaimedScores.shift();
    if (call !== undefined) return Promise.resolve(call);
    return new Promise((resolve) => this.#scoreClaims.push(resolve));
  }

  /** The next call of `sample` that no test has taken yet; waits for it. */
  nextCall(): Promise<ScriptedCall> {
    const call = this.#unclaimed.shift();
    if (call !== undefined) return Promise.resolve(call);
    return new Promise((resolve) => this.#claims.push(resolve));
  }

  load(spec: ModelSpec, options: LoadOptions = {}): Promise<LoadResult> {
    this.loads.push(spec);
    this.options.push(options);
    this.#load?.settle(null);
    this.loaded = null;
    this.lost = null;
    if (options.signal?.aborted === true) return Promise.resolve(null);
    return new Promise((resolve) => {
      const settle = (result: LoadResult): void => {
        this.#load = null;
        resolve(result);
      };
      this.#load = { spec, options, settle };
      options.signal?.addEventListener('abort', () => {
        if (this.#load?.settle === settle) settle(null);
      });
    });
  }

  get isLoading(): boolean {
    return this.#load !== null;
  }

  /** Bytes of the load under way, as `onProgress` reports them. */
  progress(bytes: number, totalBytes: number | null = null): void {
    this.#pendingLoad().options.onProgress?.({ stage: 'fetch', bytes, totalBytes });
  }

  finishLoad(): LoadedModel {
    const load = this.#pendingLoad();
    this.loaded = this.#model(load.spec);
    load.settle(ok(this.loaded));
    return this.loaded;
  }

  /** Breaks under its work, as when its device fails: everything open faults, the model is gone. */
  lose(fault: Fault, atOnce: number): void {
    if (this.loaded === null) throw new Error('no model is loaded');
    this.lost = { fault, model: this.loaded, atOnce };
    this.loaded = null;
    for (const call of this.calls) call.faultAll(fault);
  }

  failLoad(fault: Fault): void {
    this.#pendingLoad().settle(failed(fault));
  }

  async *sample(
    requests: readonly SampleRequest[],
    signal?: AbortSignal,
  ): AsyncGenerator<SampleEvent, void, undefined> {
    const call = new ScriptedCall(requests);
    const abort = (index: number): void => {
      if (call.isOpen(index)) call.abort(index);
    };
    const abortAll = (): void => {
      call.stopped = true;
      requests.forEach((_, index) => abort(index));
    };
    this.calls.push(call);
    if (this.loaded === null) call.faultAll({ kind: 'not-loaded', engine: this.id });
    signal?.addEventListener('abort', abortAll);
    requests.forEach((request, index) => {
      request.signal?.addEventListener('abort', () => abort(index));
      if (request.signal?.aborted === true) abort(index);
    });
    if (signal?.aborted === true) abortAll();
    const claim = this.#claims.shift();
    if (claim === undefined) this.#unclaimed.push(call);
    else claim(call);
    requests.forEach((request, index) => this.#follow(call, request, index));
    try {
      yield* call.events;
    } finally {
      signal?.removeEventListener('abort', abortAll);
    }
  }

  countTokens(messages: readonly ChatMessage[]): Promise<Result<number, Fault>> {
    if (this.loaded === null) {
      return Promise.resolve(failed({ kind: 'not-loaded', engine: this.id }));
    }
    return Promise.resolve(ok(countWords(messages)));
  }

  unload(): Promise<void> {
    this.#load?.settle(null);
    this.loaded = null;
    return Promise.resolve();
  }

  #score(requests: readonly ScoreRequest[]): Promise<Scored> {
    const { scorer } = this;
    this.scored.push(...requests);
    if (scorer !== null) return Promise.resolve(ok(requests.map((request) => scorer(request))));
    return new Promise((settle) => {
      const call: ScriptedScore = { requests, settle };
      const claim = this.#scoreClaims.shift();
      if (claim === undefined) this.#unclaimedScores.push(call);
      else claim(call);
    });
  }

  #follow(call: ScriptedCall, request: SampleRequest, index: number): void {
    const line = call.isOpen(index) ? this.script?.(request, index) : undefined;
    if (line === undefined) return;
    if (typeof line === 'string') call.answer(index, line);
    else call.fault(index, line);
  }

  #model(spec: ModelSpec): LoadedModel {
    return {
      spec,
      revision: 'scripted',
      bytes: 1024,
      capabilities: this.capabilities,
      calibration: [],
      ...(this.trained === undefined ? {} : { trained: this.trained }),
    };
  }

  #pendingLoad(): PendingLoad {
    if (this.#load === null) throw new Error('no load is under way');
    return this.#load;
  }
}

const countWords = (messages: readonly ChatMessage[]): number =>
  messages.reduce((sum, message) => sum + scriptedTokens(message.content).length, 0);

/** Everything a stream gives, as a list. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of stream) all.push(item);
  return all;
}
