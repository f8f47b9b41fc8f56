/** A model of a server, ready to be asked: what a load leaves behind, until it is let go. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { SampleCall } from '../sample-call.ts';
import type { ChatMessage, SampleEvent, SampleRequest, ScoreRequest } from '../sample.ts';
import type { Abilities } from './abilities.ts';
import { bodyOf } from './body.ts';
import { complete } from './complete.ts';
import { countByAnswer, countByTokenize } from './count.ts';
import type { Line } from './http.ts';
import { Lanes } from './lanes.ts';
import { score } from './score.ts';

export interface SessionParts {
  /** Leads to the chat completions. */
  readonly line: Line;
  /** Leads to the counting of tokens. */
  readonly counting: Line;
  readonly abilities: Abilities;
  readonly slots: number;
}

/** Requests of one call with one prompt, which one completion may answer together. */
type Batch = readonly number[];

/** Prompts whose tokens are remembered. */
const REMEMBERED = 256;

export class ServerSession {
  readonly #parts: SessionParts;
  readonly #lanes: Lanes;
  readonly #over = new AbortController();
  readonly #calls = new Set<SampleCall>();
  readonly #counted = new Map<string, number>();

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#lanes = new Lanes(parts.slots);
  }

  sample(requests: readonly SampleRequest[], signal?: AbortSignal): AsyncIterableIterator<SampleEvent> {
    if (requests.length === 0) return new SampleCall(0, () => {}, () => {}).events;
    const off = new AbortController();
    const leave = (): void => {
      this.#calls.delete(call);
      off.abort();
    };
    const call = new SampleCall(requests.length, leave, leave);
    if (signal?.aborted === true || this.#over.signal.aborted) {
      call.abortAll();
      return call.events;
    }
    this.#calls.add(call);
    signal?.addEventListener('abort', () => call.abortAll(), { signal: off.signal });
    for (const batch of this.#batches(requests)) void this.#run(batch, requests, call, off.signal);
    return call.events;
  }

  /** Tokens of the prompt; a fault too where the session was let go meanwhile. */
  async count(messages: readonly ChatMessage[]): Promise<Result<number, Fault>> {
    const key = JSON.stringify(messages);
    const known = this.#counted.get(key);
    if (known !== undefined) return ok(known);
    const { abilities, counting, line } = this.#parts;
    const counted = await this.#inLane(() =>
      abilities.counts
        ? countByTokenize(counting, messages, this.#over.signal)
        : countByAnswer(line, messages, this.#over.signal),
    );
    if (counted === null) return failed({ kind: 'not-loaded', engine: 'server' });
    if (counted.ok) this.#remember(key, counted.value);
    return counted;
  }

  async score(requests: readonly ScoreRequest[]): Promise<Result<readonly (readonly number[])[], Fault>> {
    const all = await Promise.all(
      requests.map(async (request) => {
        const counted = await this.count(request.messages);
        if (!counted.ok) return counted;
        const one = (): ReturnType<typeof score> =>
          score(this.#parts.line, request, counted.value, this.#over.signal);
        return (await this.#inLane(one)) ?? failed<Fault>({ kind: 'not-loaded', engine: 'server' });
      }),
    );
    const lists: (readonly number[])[] = [];
    for (const one of all) {
      if (!one.ok) return one;
      lists.push(one.value);
    }
    return ok(lists);
  }

  /** Ends all work, on purpose: requests under way are aborted. */
  end(): void {
    this.#over.abort();
    for (const call of [...this.#calls]) call.abortAll();
  }

  async #inLane<T>(work: () => Promise<T | null>): Promise<T | null> {
    const free = await this.#lanes.take(1, this.#over.signal);
    if (free === null) return null;
    try {
      return await work();
    } finally {
      free();
    }
  }

  #batches(requests: readonly SampleRequest[]): Batch[] {
    const { abilities, slots } = this.#parts;
    if (!abilities.choices) return requests.map((_, index) => [index]);
    const alike = new Map<string, number[]>();
    requests.forEach(({ messages, sampling, jsonSchema }, index) => {
      const key = JSON.stringify([messages, sampling, jsonSchema ?? null]);
      alike.set(key, [...(alike.get(key) ?? []), index]);
    });
    return [...alike.values()].flatMap((same) =>
      Array.from({ length: Math.ceil(same.length / slots) }, (_, at) =>
        same.slice(at * slots, (at + 1) * slots),
      ),
    );
  }

  /**
   * Asks for one batch in its turn. A request that is aborted ends at once, and the completion with the
   * last of them. Of several answers to one completion the server makes the seeds from the first.
   */
  async #run(
    batch: Batch,
    requests: readonly SampleRequest[],
    call: SampleCall,
    off: AbortSignal,
  ): Promise<void> {
    const work = new AbortController();
    const stop = (): void => work.abort();
    const unneeded = (): void => {
      if (!batch.some((index) => call.isOpen(index))) stop();
    };
    off.addEventListener('abort', stop);
    this.#over.signal.addEventListener('abort', stop);
    for (const index of batch) {
      const { signal } = requests[index] as SampleRequest;
      const abort = (): void => {
        call.abort(index);
        unneeded();
      };
      if (signal?.aborted === true) abort();
      else signal?.addEventListener('abort', abort, { signal: off });
    }
    const free = await this.#lanes.take(batch.length, work.signal);
    try {
      const left = batch.filter((index) => call.isOpen(index));
      if (free !== null && left.length > 0) await this.#ask(left, requests, call, work.signal);
    } finally {
      free?.();
      off.removeEventListener('abort', stop);
      this.#over.signal.removeEventListener('abort', stop);
    }
  }

  async #ask(
    batch: Batch,
    requests: readonly SampleRequest[],
    call: SampleCall,
    signal: AbortSignal,
  ): Promise<void> {
    const { line, abilities } = this.#parts;
    const first = requests[batch[0] as number] as SampleRequest;
    const key = JSON.stringify(first.messages);
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    const fail = (indices: Batch, fault: Fault): void => {
      for (const index of indices) call.receive({ kind: 'faulted', index, fault, seconds: seconds() });
    };
    for (const index of batch) {
      call.receive({ kind: 'begun', index, promptTokens: this.#counted.get(key) ?? 0 });
    }
    const why = this.#unable(first);
    if (why !== null) return fail(batch, why);
    // Without log-probabilities a piece of text may be several tokens; of one answer the server tells how many.
    const isTold = batch.length === 1 && abilities.usage && !abilities.logprobs;
    /** Answers that have ended and wait for their count of tokens or that of their prompt, which come last. */
    const waiting = new Map<number, 'end' | 'length'>();
    const end = (choice: number, stopped: 'end' | 'length'): void => {
      const index = batch[choice];
      const promptTokens = this.#counted.get(key);
      if (index === undefined) return;
      if (promptTokens === undefined || isTold) waiting.set(choice, stopped);
      else call.receive({ kind: 'ended', index, stop: stopped, seconds: seconds(), promptTokens });
    };
    const ask = (request: SampleRequest): ReturnType<typeof complete> =>
      complete(line, bodyOf(line.model, request, abilities, batch.length), batch.length, signal, {
        token: (choice, { text, logprob }) => {
          const index = batch[choice];
          if (index !== undefined) call.receive({ kind: 'token', index, text, logprob });
        },
        end,
        broken: (choice, fault) => fail(batch.slice(choice, choice + 1), fault),
      });
    let ended = await ask(first);
    const room = roomOf(ended.kind === 'fault' ? ended.fault : null);
    if (room !== null && room < first.sampling.maxTokens) {
      // The prompt fits, and its longest answer does not: what there is room for is asked for.
      ended = await ask({ ...first, sampling: { ...first.sampling, maxTokens: room } });
    }
    if (ended.kind === 'aborted') return;
    const told = ended.kind === 'done' ? ended : null;
    if (told !== null && told.promptTokens !== null) this.#remember(key, told.promptTokens);
    const promptTokens = told?.promptTokens ?? this.#counted.get(key) ?? 0;
    const tokens = isTold ? (told?.completionTokens ?? undefined) : undefined;
    for (const [choice, stop] of waiting) {
      const index = batch[choice];
      if (index === undefined) continue;
      const counted = tokens === undefined ? { promptTokens } : { promptTokens, tokens };
      call.receive({ kind: 'ended', index, stop, seconds: seconds(), ...counted });
    }
    // Of those that had ended whole it is late.
    if (ended.kind === 'fault') fail(batch, ended.fault);
  }

  /** What is asked for and this server was found not to do. */
  #unable({ sampling, jsonSchema }: SampleRequest): Fault | null {
    const { line: { host: server }, abilities } = this.#parts;
    const refused = (reason: string): Fault => ({ kind: 'server-refused', server, status: 0, reason });
    if (jsonSchema !== undefined && !abilities.grammar) {
      return refused('it does not keep to a JSON schema');
    }
    if (sampling.topK > 0 && !abilities.extras) return refused('it knows no top-k: set it to 0');
    return null;
  }

  #remember(key: string, tokens: number): void {
    this.#counted.set(key, tokens);
    const [oldest] = this.#counted.keys();
    if (this.#counted.size > REMEMBERED && oldest !== undefined) this.#counted.delete(oldest);
  }
}

/** Tokens that an answer has room for, where a prompt fits that was refused for its longest answer. */
const roomOf = (fault: Fault | null): number | null =>
  fault?.kind === 'context-overflow' && fault.needed < fault.available
    ? fault.available - fault.needed
    : null;
