/**
 * The client's side of one `sample` call: folds what the worker says into events, and writes the
 * completions itself, so that a request which is stopped, or whose worker is gone, keeps every
 * token that had arrived and ends at once.
 */
import type { Fault } from '../base/fault.ts';
import { EventQueue } from './event-queue.ts';
import type { WireEvent } from './protocol.ts';
import type { Completion, SampleEvent, StopReason } from './sample.ts';

interface Row {
  text: string;
  tokens: number;
  promptTokens: number;
  readonly logprobs: number[];
  begunAt: number | null;
  ended: boolean;
}

export class SampleCall {
  readonly events: EventQueue<SampleEvent>;
  readonly #rows: Row[];
  readonly #onEnd: () => void;
  #open: number;

  /** `onLeave` runs when the reader leaves early, `onEnd` once when no request is open any more. */
  constructor(count: number, onLeave: () => void, onEnd: () => void) {
    this.#rows = Array.from({ length: count }, () => ({
      text: '',
      tokens: 0,
      promptTokens: 0,
      logprobs: [],
      begunAt: null,
      ended: false,
    }));
    this.#open = count;
    this.#onEnd = onEnd;
    this.events = new EventQueue(onLeave);
    if (count === 0) this.#finish();
  }

  /** Requests that have not ended. */
  get open(): number {
    return this.#open;
  }

  isOpen(index: number): boolean {
    return this.#rows[index]?.ended === false;
  }

  receive(event: WireEvent): void {
    const { index } = event;
    const row = this.#rows[index];
    // Words about a request that has ended here are late ones.
    if (row === undefined || row.ended) return;
    switch (event.kind) {
      case 'begun':
        row.begunAt = performance.now();
        row.promptTokens = event.promptTokens;
        break;
      case 'token':
        row.text += event.text;
        row.tokens += 1;
        if (event.logprob !== null) row.logprobs.push(event.logprob);
        this.events.push(event);
        break;
      case 'ended':
        row.promptTokens = event.promptTokens ?? row.promptTokens;
        row.tokens = event.tokens ?? row.tokens;
        this.#end(index, row, event.stop, event.seconds);
        break;
      case 'faulted':
        this.#fault(index, row, event.fault, event.seconds);
        break;
      default:
        event satisfies never;
    }
  }

  abort(index: number): void {
    const row = this.#rows[index];
    if (row !== undefined && !row.ended) this.#end(index, row, 'aborted', since(row));
  }

  abortAll(): void {
    this.#rows.forEach((_, index) => this.abort(index));
  }

  faultAll(fault: Fault): void {
    this.#rows.forEach((row, index) => {
      if (!row.ended) this.#fault(index, row, fault, since(row));
    });
  }

  #end(index: number, row: Row, stop: StopReason, seconds: number): void {
    this.events.push({ kind: 'done', index, completion: completion(row, stop, seconds) });
    this.#close(row);
  }

  #fault(index: number, row: Row, fault: Fault, seconds: number): void {
    this.events.push({ kind: 'fault', index, fault, completion: completion(row, 'fault', seconds) });
    this.#close(row);
  }

  #close(row: Row): void {
    row.ended = true;
    this.#open -= 1;
    if (this.#open === 0) this.#finish();
  }

  #finish(): void {
    this.events.end();
    this.#onEnd();
  }
}

const since = (row: Row): number =>
  row.begunAt === null ? 0 : (performance.now() - row.begunAt) / 1000;

const completion = (row: Row, stop: StopReason, seconds: number): Completion => ({
  text: row.text,
  tokens: row.tokens,
  promptTokens: row.promptTokens,
  logprobs: row.logprobs,
  stop,
  seconds,
});
