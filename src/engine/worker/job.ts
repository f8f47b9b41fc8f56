/** One request on its way: waiting, decoding, ended. */
import type { Fault } from '../../base/fault.ts';
import type { WireEvent, WireRequest } from '../protocol.ts';
import type { StopReason } from '../sample.ts';

export class Job {
  readonly request: WireRequest;
  /** Equal for equal prompts. */
  readonly promptKey: string;
  aborted = false;
  readonly #index: number;
  readonly #tell: (event: WireEvent) => void;
  #begunAt = 0;

  constructor(request: WireRequest, index: number, tell: (event: WireEvent) => void) {
    this.request = request;
    this.promptKey = JSON.stringify(request.messages);
    this.#index = index;
    this.#tell = tell;
  }

  /** In its slot, before the prompt is read. */
  start(): void {
    this.#begunAt = performance.now();
  }

  begun(promptTokens: number): void {
    this.#tell({ kind: 'begun', index: this.#index, promptTokens });
  }

  token(text: string, logprob: number): void {
    this.#tell({ kind: 'token', index: this.#index, text, logprob });
  }

  end(stop: Exclude<StopReason, 'fault'>): void {
    this.#tell({ kind: 'ended', index: this.#index, stop, seconds: this.#seconds() });
  }

  fail(fault: Fault): void {
    this.#tell({ kind: 'faulted', index: this.#index, fault, seconds: this.#seconds() });
  }

  #seconds(): number {
    return this.#begunAt === 0 ? 0 : (performance.now() - this.#begunAt) / 1000;
  }
}
