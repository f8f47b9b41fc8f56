/**
 * Sequences that share one cache on the device and are decoded as one batch: each prompt is read on
 * its own, then one step gives one more token's logits for all of them at once.
 */
import type { Cache, Handles, Packed, Tensor } from './handles.ts';

/** Tokens in a page of the cache. */
export const pageTokens = 16;

export interface CacheSize {
  readonly sequences: number;
  /** Of all sequences together. */
  readonly tokens: number;
}

/** Where prompts are read and sequences grow, in one batch or in turn. */
export interface Decoder {
  /** Sequences at once, and the tokens of all of them together. */
  readonly size: CacheSize;
  /** A new, empty sequence. Throws where all are taken. */
  add(): number;
  /** A new sequence that begins with all tokens of another; absent where none can. */
  fork?(parent: number): number;
  remove(id: number): void;
  /** Appends tokens to one sequence; gives the logits [1, 1, vocab] after the last of them. */
  read(id: number, tokens: readonly number[]): Promise<Tensor>;
  /** Appends one token to each sequence; gives logits [rows, 1, vocab] in their order. */
  step(ids: readonly number[], tokens: readonly number[]): Promise<Tensor>;
  dispose(): void;
}

export class Sequences implements Decoder {
  readonly size: CacheSize;
  readonly #handles: Handles;
  readonly #cache: Cache;
  readonly #prefill: Packed;
  readonly #decode: Packed;
  readonly #free: number[];

  /** Throws where the library cannot batch, or the device has no room for the cache. */
  constructor(handles: Handles, size: CacheSize) {
    const { batchPrefill, batchDecode, createCache } = handles.functions;
    if (batchPrefill === null || batchDecode === null || createCache === null) {
      throw new Error('the library exports no batch_prefill, batch_decode or paged cache');
    }
    this.size = size;
    this.#handles = handles;
    this.#prefill = batchPrefill;
    this.#decode = batchDecode;
    this.#free = Array.from({ length: size.sequences }, (_, id) => size.sequences - 1 - id);
    const shapes = [size.sequences, size.tokens, handles.pipeline.prefillChunkSize, pageTokens, 0];
    this.#cache = handles.scoped(() =>
      handles.keep(createCache(...shapes.map((value) => handles.tuple([value]))) as Cache),
    );
  }

  add(): number {
    const id = this.#take();
    const { scoped, int64, functions } = this.#handles;
    scoped(() => functions.addSequence(this.#cache, int64(id)));
    return id;
  }

  /** The pages of the parent are shared, not copied. */
  fork(parent: number): number {
    const id = this.#take();
    const { scoped, int64, functions } = this.#handles;
    // -1: to the parent's end.
    scoped(() => functions.forkSequence(this.#cache, int64(parent), int64(id), int64(-1)));
    return id;
  }

  remove(id: number): void {
    const { scoped, int64, functions } = this.#handles;
    scoped(() => functions.removeSequence(this.#cache, int64(id)));
    this.#free.push(id);
  }

  async read(id: number, tokens: readonly number[]): Promise<Tensor> {
    const chunk = this.#handles.pipeline.prefillChunkSize;
    let logits: Tensor | null = null;
    for (let start = 0; start < tokens.length; start += chunk) {
      logits?.dispose();
      const part = tokens.slice(start, start + chunk);
      logits = this.#forward([id], [part.length], part, (embedded) => {
        const { ints } = this.#handles;
        const whole = embedded.view([1, ...embedded.shape]);
        return [this.#prefill, [whole, ints([part.length - 1])]];
      });
    }
    if (logits === null) throw new Error('a sequence needs at least one token');
    return logits;
  }

  async step(ids: readonly number[], tokens: readonly number[]): Promise<Tensor> {
    const ones = ids.map(() => 1);
    return this.#forward(ids, ones, tokens, (embedded) => [
      this.#decode,
      [embedded.view([ids.length, 1, ...embedded.shape.slice(1)])],
    ]);
  }

  dispose(): void {
    this.#cache.dispose();
  }

  #take(): number {
    const id = this.#free.pop();
    if (id === undefined) throw new Error('all sequences of the cache are taken');
    return id;
  }

  #forward(
    ids: readonly number[],
    lengths: readonly number[],
    tokens: readonly number[],
    call: (embedded: Tensor) => [Packed, readonly unknown[]],
  ): Tensor {
    const { scoped, keep, ints, tuple, first, functions, pipeline } = this.#handles;
    return scoped(() => {
      const embedded = pipeline.embed(ints(tokens), pipeline.params) as Tensor;
      functions.beginForward(this.#cache, tuple(ids), tuple(lengths));
      const [run, inputs] = call(embedded);
      const logits = keep(first(run(...inputs, this.#cache, pipeline.params)));
      functions.endForward(this.#cache);
      return logits;
    });
  }
}
