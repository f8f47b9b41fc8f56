import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Fault } from '../../../src/base/fault.ts';
import { Batch, type BatchOptions } from '../../../src/engine/webllm/worker/batch.ts';
import type { Tensor } from '../../../src/engine/webllm/worker/handles.ts';
import type { Task } from '../../../src/engine/webllm/worker/task.ts';
import { ScriptedDecoder, ScriptedGrammar, scriptedChooser } from '../../kit/decoder.ts';

/** A task that wants `most` tokens after a prompt of `length` tokens. */
class Wish implements Task {
  readonly job: Task['job'] = 'sample';
  readonly promptKey: string;
  readonly prompt: readonly number[];
  readonly leastTokens: number;
  readonly most: number;
  readonly schema: object | null;
  isAborted = false;
  taken = 0;
  end: 'whole' | 'aborted' | Fault | null = null;
  onTake: () => void = () => {};

  constructor(promptKey: string, length: number, most: number, schema: object | null = null) {
    this.promptKey = promptKey;
    this.prompt = Array.from({ length }, (_, at) => at);
    this.leastTokens = length + 1;
    this.most = most;
    this.schema = schema;
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

const decoders: ScriptedDecoder[] = [];
function decoderOf(
  size: { readonly sequences: number; readonly tokens: number },
  options: { readonly forks?: boolean } = {},
): ScriptedDecoder {
  const decoder = new ScriptedDecoder(size, options);
  decoders.push(decoder);
  return decoder;
}

// Whatever happened: nothing is held once nothing is under way.
afterEach(async () => {
  for (const decoder of decoders.splice(0)) {
    await vi.waitFor(() => expect(decoder.tensors).toBe(0));
    expect([...decoder.sequences.keys()]).toEqual([]);
  }
});

function make(decoder: ScriptedDecoder, rest: Partial<BatchOptions> = {}): Batch {
  return new Batch({
    decoder,
    chooser: scriptedChooser(({ step }) => ({ token: step + 1, logprob: -1 })),
    grammar: new ScriptedGrammar().grammar,
    rows: 32,
    contextTokens: 100,
    sharesPrompts: false,
    reopen: () => decoder,
    isGone: () => Promise.resolve(false),
    lost: () => {},
    beat: () => {},
    ...rest,
  });
}

const ended = (...wishes: Wish[]): Promise<void> =>
  vi.waitFor(() => expect(wishes.every(({ end }) => end !== null)).toBe(true));
const steps = ({ done }: ScriptedDecoder): string[] =>
  done.filter((what) => what.startsWith('step'));

describe('the batch', () => {
  test('reads each prompt, then steps all rows at once; who ends leaves', async () => {
    const decoder = decoderOf({ sequences: 4, tokens: 1000 });
    const wishes = [new Wish('a', 3, 3), new Wish('b', 5, 2)];
    make(decoder).add(wishes);
    await ended(...wishes);
    expect(decoder.done).toEqual([
      ...['read 0 3', 'read 1 5', 'step 0 1', 'remove 1', 'step 0', 'remove 0'],
    ]);
  });

  test('lets the next in as soon as one has left, however many wait', async () => {
    const decoder = decoderOf({ sequences: 9, tokens: 1000 });
    const wishes = [new Wish('a', 1, 1), new Wish('b', 1, 3), new Wish('c', 1, 2), new Wish('d', 1, 2)];
    make(decoder, { rows: 2 }).add(wishes);
    await ended(...wishes);
    expect(steps(decoder)).toEqual(['step 0 1', 'step 0 1']);
  });

  test('never needs more pages than the cache has', async () => {
    const decoder = decoderOf({ sequences: 8, tokens: 160 });
    const wishes = Array.from({ length: 6 }, (_, index) => new Wish(String(index), 16, 16));
    make(decoder).add(wishes);
    await ended(...wishes);
    expect(wishes.map(({ end }) => end)).toEqual(Array(6).fill('whole'));
    expect(Math.max(...steps(decoder).map((what) => what.split(' ').length - 1))).toBe(3);
  });

  test('cuts an answer where the context ends', async () => {
    const wish = new Wish('a', 95, 50);
    make(decoderOf({ sequences: 1, tokens: 1000 })).add([wish]);
    await ended(wish);
    expect(wish.taken).toBe(5);
  });

  test('what needs more than the context faults alone, with the numbers', async () => {
    const long = new Wish('long', 100, 1);
    const short = new Wish('short', 1, 1);
    make(decoderOf({ sequences: 2, tokens: 1000 })).add([long, short]);
    await ended(long, short);
    expect(long.end).toEqual({
      kind: 'context-overflow',
      job: 'sample',
      needed: 101,
      available: 100,
    });
    expect(short.end).toBe('whole');
  });

  test('gives a sign of life with every step', async () => {
    const beat = vi.fn();
    const wish = new Wish('a', 1, 5);
    make(decoderOf({ sequences: 1, tokens: 1000 }), { beat }).add([wish]);
    await ended(wish);
    expect(beat.mock.calls.length).toBeGreaterThanOrEqual(4);
  });
});

describe('a shared prompt', () => {
  const shared = { sharesPrompts: true };

  test('is read once and forked, for later rounds too', async () => {
    const decoder = decoderOf({ sequences: 9, tokens: 1000 }, { forks: true });
    const wishes = Array.from({ length: 4 }, () => new Wish('same', 7, 2));
    make(decoder, { ...shared, rows: 2 }).add(wishes);
    await ended(...wishes);
    expect(decoder.done.filter((what) => what.startsWith('read'))).toEqual(['read 0 7']);
    expect(decoder.done.filter((what) => what.startsWith('fork'))).toHaveLength(4);
  });

  test('costs its pages once, so more rows fit', async () => {
    // A prompt of 4 pages, and answers that need one more and one to spare.
    const decoder = decoderOf({ sequences: 9, tokens: 11 * 16 }, { forks: true });
    const wishes = Array.from({ length: 3 }, () => new Wish('same', 64, 16));
    make(decoder, shared).add(wishes);
    await ended(...wishes);
    expect(steps(decoder)[0]?.split(' ')).toHaveLength(4);
  });

  test('that others wait for gives way when nothing else can go on', async () => {
    const decoder = decoderOf({ sequences: 9, tokens: 1000 }, { forks: true });
    const names = [...'ABCDEFGHI'];
    const wishes = [...names, ...names].map((name) => new Wish(name, 1, 2));
    make(decoder, { ...shared, rows: 8 }).add(wishes);
    await ended(...wishes);
    expect(wishes.map(({ end }) => end)).toEqual(Array(18).fill('whole'));
  });

  test('gives its pages back before a longer one is let in', async () => {
    const decoder = decoderOf({ sequences: 9, tokens: 8 * 16 }, { forks: true });
    const wishes = [new Wish('A', 60, 1), new Wish('B', 80, 10), new Wish('A', 60, 1)];
    make(decoder, shared).add(wishes);
    await ended(...wishes);
    expect(wishes.map(({ end }) => end)).toEqual(['whole', 'whole', 'whole']);
  });

  test('keeps its logits to itself: a constrained answer masks others', async () => {
    const decoder = decoderOf({ sequences: 9, tokens: 1000 }, { forks: true });
    const kit = new ScriptedGrammar();
    const chosen: Tensor[] = [];
    const chooser = {
      choose: async (logits: Tensor, draws: readonly unknown[]) => {
        if (!kit.masked.includes(logits)) chosen.push(logits);
        return draws.map(() => ({ token: 1, logprob: -1 }));
      },
    } as unknown as BatchOptions['chooser'];
    const wishes = [new Wish('same', 7, 1, { type: 'object' }), new Wish('same', 7, 1)];
    make(decoder, { ...shared, grammar: kit.grammar, chooser }).add(wishes);
    await ended(...wishes);
    expect(chosen).toHaveLength(1);
    expect(decoder.done.filter((what) => what.startsWith('read'))).toHaveLength(2);
    expect(kit.matchers).toBe(0);
  });
});

describe('a task that is stopped', () => {
  test('leaves before the next step where it decodes', async () => {
    const stopped = new Wish('a', 1, 50);
    const other = new Wish('b', 1, 4);
    stopped.onTake = () => {
      if (stopped.taken === 2) stopped.isAborted = true;
    };
    make(decoderOf({ sequences: 2, tokens: 1000 })).add([stopped, other]);
    await ended(stopped, other);
    expect(stopped).toMatchObject({ end: 'aborted', taken: 2 });
    expect(other.end).toBe('whole');
  });

  test('ends at once where it waits', async () => {
    const first = new Wish('a', 1, 3);
    const waiting = new Wish('b', 1, 3);
    const batch = make(decoderOf({ sequences: 1, tokens: 1000 }));
    batch.add([first, waiting]);
    batch.drop((task) => task === waiting);
    expect(waiting.end).toBe('aborted');
    await ended(first);
    expect(waiting.taken).toBe(0);
  });
});

describe('what fails', () => {
  const failed = (reason: string): Fault => ({ kind: 'engine-failed', engine: 'webllm', reason });

  test('a schema that cannot be compiled fails its own request alone', async () => {
    const bad = new Wish('a', 1, 3, { bad: true });
    const good = new Wish('b', 1, 3);
    make(decoderOf({ sequences: 2, tokens: 1000 })).add([good, bad]);
    await ended(good, bad);
    expect(bad.end).toEqual(failed('the schema cannot be compiled'));
    expect(good.end).toBe('whole');
  });

  test('a step fails what is under way; what waits goes on with a new decoder', async () => {
    const broken = decoderOf({ sequences: 1, tokens: 1000 });
    broken.failure = 'the step failed';
    const fresh = decoderOf({ sequences: 1, tokens: 1000 });
    const first = new Wish('a', 1, 3);
    const waiting = new Wish('b', 1, 3);
    make(broken, { reopen: () => fresh }).add([first, waiting]);
    await ended(first, waiting);
    expect(first.end).toEqual(failed('the step failed'));
    expect(broken.done.at(-1)).toBe('dispose');
    expect(waiting.end).toBe('whole');
  });

  test('a lost device says so, and fails nothing on its own', async () => {
    const broken = decoderOf({ sequences: 1, tokens: 1000 });
    broken.failure = 'mapAsync was rejected';
    const lost = vi.fn();
    const wish = new Wish('a', 1, 3);
    make(broken, { isGone: () => Promise.resolve(true), lost }).add([wish]);
    await vi.waitFor(() => expect(lost).toHaveBeenCalledWith('mapAsync was rejected'));
    expect(wish.end).toBeNull();
    broken.dispose();
  });

  test('without a new decoder the engine is lost', async () => {
    const broken = decoderOf({ sequences: 1, tokens: 1000 });
    broken.failure = 'the step failed';
    const lost = vi.fn();
    const wish = new Wish('a', 1, 3);
    const reopen = (): never => {
      throw new Error('no device');
    };
    make(broken, { reopen, lost }).add([wish]);
    await ended(wish);
    expect(lost.mock.calls).toEqual([['the step failed; no device']]);
  });
});
