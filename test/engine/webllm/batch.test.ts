import { describe, expect, test, vi } from 'vitest';
import type { Fault } from '../../../src/base/fault.ts';
import { Batch, type BatchOptions } from '../../../src/engine/webllm/worker/batch.ts';
import type { Task } from '../../../src/engine/webllm/worker/task.ts';
import { noGrammar, ScriptedDecoder, scriptedChooser } from '../../kit/decoder.ts';

/** A task that wants `length` tokens after a prompt of `prompt` tokens. */
class Wish implements Task {
  readonly promptKey: string;
  readonly prompt: readonly number[];
  readonly most: number;
  readonly schema = null;
  isAborted = false;
  taken = 0;
  end: 'whole' | 'aborted' | Fault | null = null;
  onTake: () => void = () => {};

  constructor(promptKey: string, prompt: number, length: number) {
    this.promptKey = promptKey;
    this.prompt = Array.from({ length: prompt }, (_, at) => at);
    this.most = length;
  }

  start(): void {}
  draw() {
    return { temperature: 1, topP: 1, topK: 0, seed: 0, step: this.taken };
  }
  take(_chosen: unknown, isLast: boolean): boolean {
    this.taken += 1;
    this.onTake();
    if (this.taken < this.most && !isLast) return true;
    this.end = 'whole';
    return false;
  }
  abort(): void {
    this.end = 'aborted';
  }
  fail(fault: Fault): void {
    this.end = fault;
  }
}

function make(decoder: ScriptedDecoder, rest: Partial<BatchOptions> = {}): Batch {
  return new Batch({
    decoder,
    chooser: scriptedChooser(({ step }) => ({ token: step + 1, logprob: -1 })),
    grammar: noGrammar,
    contextTokens: 100,
    sharesPrompts: false,
    reopen: () => decoder,
    lost: () => {},
    ...rest,
  });
}

const ended = (...wishes: Wish[]): Promise<void> =>
  vi.waitFor(() => expect(wishes.every(({ end }) => end !== null)).toBe(true));

describe('the batch', () => {
  test('reads each prompt, then steps all rows at once; who ends leaves', async () => {
    const decoder = new ScriptedDecoder({ sequences: 4, tokens: 1000 });
    const wishes = [new Wish('a', 3, 3), new Wish('b', 5, 2)];
    make(decoder).add(wishes);
    await ended(...wishes);
    expect(decoder.done).toEqual([
      ...['read 0 3', 'read 1 5', 'step 0 1', 'remove 1', 'step 0', 'remove 0'],
    ]);
  });

  test('lets the next in as soon as one has left, however many wait', async () => {
    const decoder = new ScriptedDecoder({ sequences: 2, tokens: 1000 });
    const wishes = [new Wish('a', 1, 1), new Wish('b', 1, 3), new Wish('c', 1, 2), new Wish('d', 1, 2)];
    make(decoder).add(wishes);
    await ended(...wishes);
    expect(decoder.done.filter((what) => what.startsWith('step'))).toEqual([
      'step 0 1',
      'step 0 1',
    ]);
  });

  test('never reserves more tokens than the cache has', async () => {
    // Each needs 16 + 16 tokens and a page to spare: 48.
    const decoder = new ScriptedDecoder({ sequences: 8, tokens: 100 });
    const wishes = Array.from({ length: 4 }, (_, index) => new Wish(String(index), 16, 16));
    make(decoder).add(wishes);
    await ended(...wishes);
    const widths = decoder.done
      .filter((what) => what.startsWith('step'))
      .map((what) => what.split(' ').length - 1);
    expect(Math.max(...widths)).toBe(2);
  });

  test('reads a shared prompt once and forks it, for later rounds too', async () => {
    const decoder = new ScriptedDecoder({ sequences: 3, tokens: 1000 }, { forks: true });
    const wishes = Array.from({ length: 4 }, () => new Wish('same', 7, 2));
    make(decoder, { sharesPrompts: true }).add(wishes);
    await ended(...wishes);
    expect(decoder.done.filter((what) => what.startsWith('read'))).toEqual(['read 0 7']);
    expect(decoder.done.filter((what) => what.startsWith('fork'))).toHaveLength(4);
    expect(decoder.done.filter((what) => what.startsWith('remove'))).toHaveLength(5);
  });

  test('cuts an answer where the context ends', async () => {
    const decoder = new ScriptedDecoder({ sequences: 1, tokens: 1000 });
    const wish = new Wish('a', 95, 50);
    make(decoder).add([wish]);
    await ended(wish);
    expect(wish.taken).toBe(5);
  });

  test('a prompt beyond the context faults alone', async () => {
    const decoder = new ScriptedDecoder({ sequences: 2, tokens: 1000 });
    const long = new Wish('long', 100, 1);
    const short = new Wish('short', 1, 1);
    make(decoder).add([long, short]);
    await ended(long, short);
    expect(long.end).toEqual({
      kind: 'context-overflow',
      job: 'sample',
      needed: 101,
      available: 100,
    });
    expect(short.end).toBe('whole');
  });

  test('a task aborted while it decodes leaves before the next step', async () => {
    const decoder = new ScriptedDecoder({ sequences: 2, tokens: 1000 });
    const stopped = new Wish('a', 1, 50);
    const other = new Wish('b', 1, 4);
    stopped.onTake = () => {
      if (stopped.taken === 2) stopped.isAborted = true;
    };
    make(decoder).add([stopped, other]);
    await ended(stopped, other);
    expect(stopped.end).toBe('aborted');
    expect(stopped.taken).toBe(2);
    expect(other.end).toBe('whole');
  });

  test('a task dropped while it waits ends at once', async () => {
    const decoder = new ScriptedDecoder({ sequences: 1, tokens: 1000 });
    const first = new Wish('a', 1, 3);
    const waiting = new Wish('b', 1, 3);
    const batch = make(decoder);
    batch.add([first, waiting]);
    batch.drop((task) => task === waiting);
    expect(waiting.end).toBe('aborted');
    await ended(first);
    expect(waiting.taken).toBe(0);
  });

  test('a failed step fails what is under way; what waits goes on with a new decoder', async () => {
    const broken = new ScriptedDecoder({ sequences: 1, tokens: 1000 });
    broken.failure = 'the step failed';
    const fresh = new ScriptedDecoder({ sequences: 1, tokens: 1000 });
    const first = new Wish('a', 1, 3);
    const waiting = new Wish('b', 1, 3);
    make(broken, { reopen: () => fresh }).add([first, waiting]);
    await ended(first, waiting);
    expect(first.end).toEqual({ kind: 'engine-failed', engine: 'webllm', reason: 'the step failed' });
    expect(broken.done.at(-1)).toBe('dispose');
    expect(waiting.end).toBe('whole');
  });

  test('says that it is lost where no new decoder can be made', async () => {
    const broken = new ScriptedDecoder({ sequences: 1, tokens: 1000 });
    broken.failure = 'the step failed';
    const reasons: string[] = [];
    const wish = new Wish('a', 1, 3);
    const reopen = (): never => {
      throw new Error('no device');
    };
    make(broken, { reopen, lost: (reason) => reasons.push(reason) }).add([wish]);
    await ended(wish);
    expect(reasons).toEqual(['the step failed; no device']);
  });
});
