/**
 * Shares the requests of all calls among the lanes. A lane that has room takes the next request
 * that suits it and decodes what it has, one token for each in turn.
 *
 * A prompt is read into a slot once and then stays there, while decoding several sequences of one
 * lane at once gains next to nothing on a CPU. So of one prompt a lane takes at most `alike`
 * requests at once; the others follow in the same slots, with their prompt already read.
 */
import type { Fault } from '../../../base/fault.ts';
import { completionBody, readPiece } from './completion.ts';
import type { Job } from '../../worker/job.ts';
import type { Lane, LaneResult } from './lane.ts';
import { LaneError } from './lane-error.ts';
import type { Renderer } from './render.ts';
import { errorText, overflow } from './render.ts';

export interface SchedulerOptions {
  readonly lanes: readonly Lane[];
  /** Requests that one lane decodes at once. */
  readonly perLane: number;
  /** Of these, with the same prompt. */
  readonly alike: number;
  readonly contextTokens: number;
  /** What a lane may keep of prompts that are done with, in tokens, before it is opened anew. */
  readonly keptTokens: number;
  readonly renderer: Renderer;
  /** A new lane for one that is gone; its failure ends the engine. */
  readonly reopen: () => Promise<Lane>;
  /** There is life: a part of a long prompt was read, of which no token tells. */
  readonly beat: () => void;
}

interface Running {
  readonly job: Job;
  readonly request: number;
  /** Bytes of one character may come with several tokens. */
  readonly decoder: TextDecoder;
}

export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #waiting: Job[] = [];
  readonly #pumps: Pump[];

  constructor(options: SchedulerOptions) {
    this.#options = options;
    this.#pumps = options.lanes.map((lane) => new Pump(lane, options, this.#waiting));
  }

  add(jobs: readonly Job[]): void {
    this.#waiting.push(...jobs);
    for (const pump of this.#pumps) pump.wake();
  }

  /** A job that waits ends now, one that decodes before its next token. */
  abort(job: Job): void {
    job.aborted = true;
    const place = this.#waiting.indexOf(job);
    if (place === -1) return;
    this.#waiting.splice(place, 1);
    job.end('aborted');
  }

  /** Tokens of a rendered prompt. Throws LaneError. */
  async count(messages: Job['request']['messages']): Promise<number> {
    const known = this.#options.renderer.known(messages);
    if (known !== undefined) return known.tokens;
    const pump = this.#pumps.find((one) => one.isIdle) ?? this.#pumps[0];
    if (pump === undefined) throw new Error('an engine has at least one lane');
    return pump.count(messages);
  }
}

class Pump {
  readonly #options: SchedulerOptions;
  readonly #waiting: Job[];
  readonly #running: Running[] = [];
  #lane: Lane;
  /**
   * Tokens that this lane has read and written. Its server keeps the state of every prompt that
   * another one drives from a slot, without an end that fits into WebAssembly's memory, and no
   * option of the package turns that off.
   */
  #kept = 0;
  #turn = 0;
  #awake = false;
  /** Counting has one slot of its own, so that it never finds all taken. */
  #counting: Promise<unknown> = Promise.resolve();

  constructor(lane: Lane, options: SchedulerOptions, waiting: Job[]) {
    this.#lane = lane;
    this.#options = options;
    this.#waiting = waiting;
  }

  get isIdle(): boolean {
    return !this.#awake;
  }

  wake(): void {
    if (this.#awake) return;
    this.#awake = true;
    void this.#run();
  }

  count(messages: Job['request']['messages']): Promise<number> {
    const count = this.#counting.then(async () => {
      const rendered = await this.#options.renderer.render(this.#lane, messages);
      return rendered.tokens;
    });
    this.#counting = count.catch(() => {});
    return count;
  }

  async #run(): Promise<void> {
    for (;;) {
      const isFull = this.#kept > this.#options.keptTokens;
      if (isFull && this.#running.length === 0) {
        await this.#renew();
        continue;
      }
      if (!isFull && this.#running.length < this.#options.perLane) {
        const job = this.#take();
        if (job !== null) {
          await this.#begin(job);
          continue;
        }
      }
      if (this.#running.length === 0) break;
      await this.#step();
    }
    this.#awake = false;
  }

  #take(): Job | null {
    const place = this.#waiting.findIndex(
      ({ promptKey }) =>
        this.#running.filter(({ job }) => job.promptKey === promptKey).length < this.#options.alike,
    );
    return place === -1 ? null : (this.#waiting.splice(place, 1)[0] ?? null);
  }

  async #begin(job: Job): Promise<void> {
    job.start();
    try {
      const { contextTokens, renderer } = this.#options;
      const rendered = await renderer.render(this.#lane, job.request.messages);
      if (job.aborted) return job.end('aborted');
      job.begun(rendered.tokens);
      if (rendered.kind === 'too-long' || rendered.tokens >= contextTokens) {
        return job.fail(contextOverflow(rendered.tokens + 1, contextTokens));
      }
      const body = completionBody(job.request, rendered.text);
      const request = await this.#lane.begin(body, false);
      this.#kept += rendered.tokens;
      this.#running.push({ job, request, decoder: new TextDecoder() });
    } catch (error) {
      await this.#recover(job, error);
    }
  }

  /** One token for every running job; hands on the next result of one of them. */
  async #step(): Promise<void> {
    this.#turn = (this.#turn + 1) % this.#running.length;
    const running = this.#running[this.#turn] as Running;
    const { job, request } = running;
    try {
      if (job.aborted) {
        this.#remove(running);
        job.end('aborted');
        await this.#lane.cancel(request);
        return;
      }
      const result = await this.#lane.next(request);
      this.#options.beat();
      if (this.#handOn(running, result)) this.#remove(running);
    } catch (error) {
      this.#remove(running);
      if (!(error instanceof LaneError && error.fatal)) await this.#lane.cancel(request);
      await this.#recover(job, error);
    }
  }

  /** Whether the job ended with this result. */
  #handOn({ job, decoder }: Running, { data, more, isError }: LaneResult): boolean {
    if (isError) {
      const tokens = overflow(data);
      job.fail(
        tokens === null
          ? failedFault(errorText(data))
          : contextOverflow(tokens + 1, this.#options.contextTokens),
      );
      return true;
    }
    if (data !== null) {
      const { tokens, finish } = readPiece(data);
      for (const token of tokens) {
        // The token that ends an answer is not part of it.
        if (this.#lane.endTokens.has(token.id)) continue;
        const text = decoder.decode(Uint8Array.from(token.bytes), { stream: true });
        job.token(text, token.logprob);
        this.#kept += 1;
      }
      if (finish !== null) {
        job.end(finish === 'stop' ? 'end' : 'length');
        return true;
      }
    }
    if (!more) job.fail(failedFault('the answer ended without its end'));
    return !more;
  }

  #remove(running: Running): void {
    const place = this.#running.indexOf(running);
    if (place !== -1) this.#running.splice(place, 1);
  }

  /** The job faults; a lane that is gone takes its other jobs along and is opened anew. */
  async #recover(job: Job, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    job.fail(failedFault(reason.includes('UTF-8') ? notText : reason));
    if (!(error instanceof LaneError && error.fatal)) return;
    for (const other of this.#running.splice(0)) other.job.fail(failedFault(reason));
    // At once: what it is asked to count would wait for ever.
    this.#lane.close();
    await this.#reopen();
  }

  /** A lane in the place of one that keeps too much. */
  async #renew(): Promise<void> {
    await this.#reopen(() => this.#lane.close());
  }

  /** In its turn: what is counted before it has the old lane, and what is counted after it the new one. */
  async #reopen(before = (): void => {}): Promise<void> {
    const reopened = this.#counting.then(async () => {
      before();
      this.#lane = await this.#options.reopen();
      this.#kept = 0;
    });
    this.#counting = reopened.catch(() => {});
    await reopened;
  }
}

const notText = 'the model wrote bytes that are not UTF-8 text';

const failedFault = (reason: string): Fault => ({
  kind: 'engine-failed',
  engine: 'wllama',
  reason,
});

const contextOverflow = (needed: number, available: number): Fault => ({
  kind: 'context-overflow',
  job: 'sample',
  needed,
  available,
});
