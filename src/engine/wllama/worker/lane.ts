/**
 * One llama.cpp in its own WebAssembly memory and its own nested worker. This is the only file that
 * knows wllama, and the only one that reaches into it: wllama's own calls poll each request by
 * itself, where we need to say which request moves on.
 *
 * How llama.cpp's server behaves inside wllama 3.8.1, and what follows here:
 * - One `get_result` decodes one token of *every* busy slot and hands over one result of *one*
 *   request. With n busy slots the words therefore come up to n times later than they are decoded.
 * - A request beyond the slots is dropped without a word: never start more than `slots`.
 * - An exception inside (text that is not UTF-8, a template that fails) comes out as "Invalid typed
 *   array length" and fails every pending call; the WebAssembly itself lives on. So one call at a
 *   time is in flight, and the failure is that call's alone.
 * - An abort or a trap inside is the end of the lane.
 */
import { Wllama } from '@wllama/wllama/esm/index.js';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import { LaneError } from './lane-error.ts';

export interface LaneOptions {
  readonly blobs: readonly Blob[];
  /** More than 1 needs cross-origin isolation. */
  readonly threads: number;
  readonly slots: number;
  /** Tokens of context of each slot. */
  readonly contextTokens: number;
  /** All layers on the graphics processor; where none of them is, the lane does not open. */
  readonly gpu: boolean;
  /** Ends the lane, also while it opens; without it nothing does. */
  readonly signal?: AbortSignal;
}

/** What `get_result` gave: `data` is parsed JSON, or null where there was nothing yet. */
export interface LaneResult {
  readonly data: unknown;
  readonly more: boolean;
  readonly isError: boolean;
}

/** More than any model has. */
const allLayers = 999;

/** The private parts of wllama 3.8.1 that a lane uses. */
interface Proxy {
  wllamaAction(name: string, body: object): Promise<Record<string, unknown>>;
}
const proxyOf = (wllama: Wllama): Proxy => (wllama as unknown as { proxy: Proxy }).proxy;

export class Lane {
  readonly slots: number;
  /** Ids of the tokens that end an answer. */
  readonly endTokens: ReadonlySet<number>;
  readonly addsBos: boolean;
  readonly #wllama: Wllama;
  readonly #watch: Watch;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(wllama: Wllama, watch: Watch, slots: number) {
    const info = wllama.getLoadedContextInfo();
    this.slots = slots;
    this.endTokens = new Set(info.list_tokens_eog);
    this.addsBos = info.add_bos_token;
    this.#wllama = wllama;
    this.#watch = watch;
  }

  /** Throws LaneError where the files cannot be loaded. */
  static async open(options: LaneOptions): Promise<Lane> {
    const watch = new Watch();
    const { signal } = options;
    const wllama = new Wllama({ default: wasmUrl }, { logger: watch });
    // Never the network: without this wllama falls back to a CDN in browsers without JSPI.
    wllama.setCompat(null);
    const context = options.contextTokens * options.slots;
    const load = wllama.loadModel([...options.blobs], {
      n_threads: options.threads,
      n_parallel: options.slots,
      n_ctx: context,
      // Each slot has its own cells: a shared cache makes every token look at all slots' cells.
      kv_unified: false,
      n_gpu_layers: options.gpu ? allLayers : 0,
      warmup: false,
      n_ctx_checkpoints: 0,
      // Nor what stands in a slot each time that another one begins.
      cache_idle_slots: false,
      // Where the layers are it tells as news; else errors are enough.
      log_level: options.gpu ? 2 : 3,
    } as Parameters<Wllama['loadModel']>[1]);
    signal?.addEventListener('abort', () => {
      void wllama.exit();
      watch.end();
    });
    try {
      await Promise.race([load, watch.died]);
      const lane = new Lane(wllama, watch, options.slots);
      if (wllama.getModelMetadata().hparams.nVocab === 0) {
        throw new Error('the model could not be loaded');
      }
      if (options.gpu && !watch.isOnGpu) {
        throw new Error('llama.cpp put none of its layers on the graphics processor');
      }
      return lane;
    } catch (error) {
      void wllama.exit();
      const reason = error instanceof Error ? error.message : String(error);
      throw new LaneError(watch.firstError ?? reason, true);
    }
  }

  /** Starts a completion; `chat` applies the model's template to `messages`. Gives its number. */
  async begin(body: object, chat: boolean): Promise<number> {
    const { req_id } = await this.#action('completion', {
      _name: 'cmpl_req',
      is_chat: chat,
      data_json: JSON.stringify(body),
      files: [],
    });
    return req_id as number;
  }

  /** One more token for every busy slot, and the next result of this request. */
  async next(request: number): Promise<LaneResult> {
    const { data_json, has_more, is_error } = await this.#action('get_result', {
      _name: 'gres_req',
      req_id: request,
    });
    const data: unknown = data_json === '' ? null : JSON.parse(data_json as string);
    return { data, more: has_more as boolean, isError: is_error as boolean };
  }

  /** Frees the slot. A request that has ended is none. */
  async cancel(request: number): Promise<void> {
    await this.#action('cancel', { _name: 'cncl_req', req_id: request });
  }

  /** What is still asked of it is refused. */
  close(): void {
    this.#watch.end();
    void this.#wllama.exit();
  }

  #action(name: string, body: object): Promise<Record<string, unknown>> {
    const run = this.#last.then(async () => {
      this.#watch.lastError = null;
      try {
        return await Promise.race([proxyOf(this.#wllama).wllamaAction(name, body), this.#watch.died]);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const inside = message.includes('Invalid typed array length');
        throw new LaneError(inside ? (this.#watch.lastError ?? message) : message, !inside);
      }
    });
    this.#last = run.catch(() => {});
    return run;
  }
}

/** What llama.cpp logs once a model is loaded where there is a graphics processor. */
const offloaded = /\boffloaded ([1-9]\d*)\/\d+ layers to GPU/;

/**
 * wllama's logger: keeps the last error of llama.cpp, hears where its layers are and of the nested
 * worker's end.
 */
class Watch {
  /** Rejects when the nested worker fails outside any call; never resolves. */
  readonly died: Promise<never>;
  lastError: string | null = null;
  /** What a load failed for is its first error; the later ones only pass it on. */
  firstError: string | null = null;
  #die: (error: LaneError) => void = () => {};

  constructor() {
    this.died = new Promise((_, reject) => {
      this.#die = reject;
    });
    // Not unhandled while nobody waits.
    this.died.catch(() => {});
  }

  /** Its worker was ended from here, which tells nobody. */
  end(): void {
    this.#die(new LaneError('it was ended', true));
  }

  isOnGpu = false;
  readonly debug = (line: unknown): void => {
    if (typeof line === 'string' && offloaded.test(line)) this.isOnGpu = true;
  };
  readonly log = (): void => {};
  readonly warn = (): void => {};
  readonly error = (...args: unknown[]): void => {
    const [first, second] = args;
    // wllama hands the nested worker's `error` event to its logger and goes on waiting.
    if (typeof Event !== 'undefined' && first instanceof Event) {
      // Unhandled it would go on to the page, and end the whole worker for one lane.
      first.preventDefault();
      const message = first instanceof ErrorEvent ? first.message : '';
      this.#die(new LaneError(message || 'its worker could not be started', true));
    } else if (typeof first === 'string' && !first.startsWith('Stack trace')) {
      // Of its own errors the cause stands behind what it was about.
      const said = second instanceof Error ? `${first} ${second.message}` : first;
      this.lastError = said;
      this.firstError ??= said;
    }
  };
}
