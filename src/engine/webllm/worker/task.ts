/** What the batch works on: a sample or a score, each as a row that takes one token a step. */
import type { Fault } from '../../../base/fault.ts';
import type { ScoreRequest } from '../../sample.ts';
import type { Job } from '../../worker/job.ts';
import type { Chosen, Draw } from './chooser.ts';
import type { GrammarMatcher } from './handles.ts';
import type { Renderer } from './render.ts';
import { Writer } from './writer.ts';

export interface Task {
  readonly job: 'sample' | 'score';
  /** Tokens that the sequence must at least have room for. */
  readonly leastTokens: number;
  /** Equal for equal prompts. */
  readonly promptKey: string;
  readonly prompt: readonly number[];
  /** Tokens that it may grow by. */
  readonly most: number;
  readonly schema: object | null;
  readonly isAborted: boolean;
  /** How its next token is drawn. */
  draw(): Draw;
  /** Takes the token; whether it goes on with another. `isLast`: the context has no more room. */
  take(chosen: Chosen, isLast: boolean, matcher: GrammarMatcher | null): boolean;
  start(): void;
  abort(): void;
  fail(fault: Fault): void;
}

export interface Stops {
  readonly tokens: readonly number[];
  readonly texts: readonly string[];
}

export function sampleTask(job: Job, renderer: Renderer, stops: Stops): Task {
  const { messages, sampling, seed, jsonSchema } = job.request;
  const { temperature, topP, topK, maxTokens } = sampling;
  const writer = new Writer(renderer.decode, stops.texts);
  const prompt = renderer.tokens(messages);
  let step = 0;
  /** A token whose text is partly held back: what is left of it comes at the latest with the end. */
  let pending: { text: string; logprob: number } | null = null;
  const flush = (): void => {
    if (pending !== null) job.token(pending.text, pending.logprob);
    pending = null;
  };
  const end = (stop: 'end' | 'length'): false => {
    if (pending !== null) pending.text += writer.end();
    flush();
    job.end(stop);
    return false;
  };
  return {
    job: 'sample',
    // One token of an answer at least.
    leastTokens: prompt.length + 1,
    promptKey: job.promptKey,
    prompt,
    most: maxTokens,
    schema: jsonSchema ?? null,
    get isAborted() {
      return job.aborted;
    },
    draw: () => ({ temperature, topP, topK, seed: seed >>> 0, step }),
    take({ token, logprob }, isLast, matcher) {
      if (stops.tokens.includes(token)) return end('end');
      if (matcher?.acceptToken(token) === false) {
        flush();
        const reason = 'the grammar refused a token that it had allowed';
        job.fail({ kind: 'engine-failed', engine: 'webllm', reason });
        return false;
      }
      step += 1;
      const { text, stopped } = writer.push(token);
      flush();
      pending = { text, logprob };
      if (!writer.isHolding) flush();
      if (stopped) return end('end');
      return step >= maxTokens || isLast ? end('length') : true;
    },
    start() {
      job.start();
      job.begun(prompt.length);
    },
    abort() {
      flush();
      job.end('aborted');
    },
    fail(fault) {
      flush();
      job.fail(fault);
    },
  };
}

/** Follows given tokens, one or more, and notes the log-probability of each. */
export function scoreTask(
  request: ScoreRequest,
  tokens: readonly number[],
  renderer: Renderer,
  settle: (result: readonly number[] | Fault) => void,
): Task {
  const logprobs: number[] = [];
  const prompt = renderer.tokens(request.messages);
  return {
    job: 'score',
    // The last token is looked up, not appended.
    leastTokens: prompt.length + tokens.length - 1,
    promptKey: JSON.stringify(request.messages),
    prompt,
    most: tokens.length,
    schema: null,
    isAborted: false,
    draw: () => ({
      ...{ temperature: 1, topP: 1, topK: 0, seed: 0, step: 0 },
      forced: tokens[logprobs.length] ?? 0,
    }),
    take({ logprob }) {
      logprobs.push(logprob);
      if (logprobs.length < tokens.length) return true;
      settle(logprobs);
      return false;
    },
    start() {},
    abort() {},
    fail: settle,
  };
}
