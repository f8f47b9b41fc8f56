/**
 * The safe path: one sequence at a time through web-llm's own pipeline and cache. For libraries
 * that cannot batch, for hybrid and sliding-window models, and where the self-test found that a
 * batch computes something else.
 */
import type { Handles, Tensor } from './handles.ts';
import type { CacheSize, Decoder } from './sequences.ts';

export class OneByOne implements Decoder {
  readonly size: CacheSize;
  readonly #handles: Handles;
  #taken = false;

  constructor(handles: Handles) {
    const { contextWindowSize, slidingWindowSize } = handles.pipeline;
    const tokens = contextWindowSize > 0 ? contextWindowSize : slidingWindowSize;
    this.#handles = handles;
    this.size = { sequences: 1, tokens };
  }

  add(): number {
    if (this.#taken) throw new Error('the one sequence is taken');
    this.#taken = true;
    this.#handles.pipeline.resetChat();
    return 0;
  }

  remove(): void {
    this.#taken = false;
  }

  async read(_id: number, tokens: readonly number[]): Promise<Tensor> {
    const chunk = this.#handles.pipeline.prefillChunkSize;
    let logits: Tensor | null = null;
    for (let start = 0; start < tokens.length; start += chunk) {
      logits?.dispose();
      logits = await this.#forward(tokens.slice(start, start + chunk));
    }
    if (logits === null) throw new Error('a sequence needs at least one token');
    return logits;
  }

  step(_ids: readonly number[], tokens: readonly number[]): Promise<Tensor> {
    return this.#forward(tokens);
  }

  dispose(): void {
    this.#handles.pipeline.resetChat();
  }

  async #forward(tokens: readonly number[]): Promise<Tensor> {
    const { pipeline, keep } = this.#handles;
    // The pipeline hands its result to the scope around the call.
    pipeline.tvm.beginScope();
    try {
      return keep(await pipeline.embedAndForward([tokens], tokens.length));
    } finally {
      pipeline.tvm.endScope();
    }
  }
}
