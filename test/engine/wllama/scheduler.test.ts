import { describe, expect, test, vi } from 'vitest';
import type { WireEvent } from '../../../src/engine/protocol.ts';
import { LaneError } from '../../../src/engine/wllama/worker/lane-error.ts';
import type { Lane } from '../../../src/engine/wllama/worker/lane.ts';
import type { Renderer } from '../../../src/engine/wllama/worker/render.ts';
import { Scheduler } from '../../../src/engine/wllama/worker/scheduler.ts';
import { Job } from '../../../src/engine/worker/job.ts';

/** A lane that answers every request with one token and its end. */
class OneWord {
  readonly endTokens = new Set<number>();
  isClosed = false;
  begun = 0;

  async begin(): Promise<number> {
    if (this.isClosed) throw new Error('the lane is closed');
    this.begun += 1;
    return this.begun;
  }
  async next(): Promise<object> {
    const content = [{ id: 1, bytes: [65], logprob: -1 }];
    const data = { choices: [{ finish_reason: 'stop', logprobs: { content } }] };
    return { data, more: false, isError: false };
  }
  close(): void {
    this.isClosed = true;
  }
}

const promptTokens = 10;
const renderer = {
  known: () => undefined,
  render: async (lane: unknown) => {
    if ((lane as OneWord).isClosed) throw new Error('the lane is closed');
    return { kind: 'prompt', text: 'p', tokens: promptTokens };
  },
} as unknown as Renderer;

const job = (tell: (event: WireEvent) => void): Job =>
  new Job(
    {
      messages: [{ role: 'user', content: 'q' }],
      sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 5 },
      seed: 1,
    },
    0,
    tell,
  );

describe('the lanes of the CPU engine', () => {
  test('are opened anew before what they keep of old prompts fills their memory', async () => {
    const lanes = [new OneWord()];
    const [first] = lanes as [OneWord];
    const scheduler = new Scheduler({
      lanes: [first as unknown as Lane],
      perLane: 1,
      alike: 1,
      contextTokens: 100,
      // Three answers of eleven tokens are more.
      keptTokens: 30,
      renderer,
      reopen: async () => {
        lanes.push(new OneWord());
        return lanes.at(-1) as unknown as Lane;
      },
      beat: () => {},
    });
    const kinds: string[] = [];
    scheduler.add(Array.from({ length: 7 }, () => job(({ kind }) => kinds.push(kind))));
    const counted = scheduler.count([{ role: 'user', content: 'q' }]);
    await vi.waitFor(() => expect(kinds.filter((kind) => kind === 'ended')).toHaveLength(7));
    expect(await counted).toBe(promptTokens);
    expect(kinds).not.toContain('faulted');
    expect(lanes.map(({ begun, isClosed }) => [begun, isClosed])).toEqual([
      [3, true],
      [3, true],
      [1, false],
    ]);
  });

  test('count with the next one what is asked while one breaks, and leave nothing waiting on that', async () => {
    const [broken, next] = [new OneWord(), new OneWord()];
    broken.next = () => Promise.reject(new LaneError('it trapped', true));
    let reopened = (_lane: Lane): void => {};
    // A lane that is ended ends what waits for it, as llama.cpp's own worker does not.
    let end = (_error: Error): void => {};
    const ended = new Promise<never>((_resolve, reject) => (end = reject));
    ended.catch(() => {});
    broken.close = () => {
      broken.isClosed = true;
      end(new Error('it was ended'));
    };
    const slow = {
      known: () => undefined,
      render: (lane: unknown, messages: readonly unknown[]) =>
        lane === broken && messages.length === 2 ? ended : renderer.render(lane as Lane, messages as never),
    } as unknown as Renderer;
    const scheduler = new Scheduler({
      ...{ lanes: [broken as unknown as Lane], perLane: 1, alike: 1, contextTokens: 100, keptTokens: 30, renderer: slow },
      reopen: () => new Promise((resolve) => (reopened = resolve)),
      beat: () => {},
    });
    const kinds: string[] = [];
    const hanging = scheduler.count([{ role: 'user', content: 'q' }, { role: 'user', content: 'q' }]);
    scheduler.add([job(({ kind }) => kinds.push(kind))]);
    await expect(hanging).rejects.toThrow('it was ended');
    expect(kinds.at(-1)).toBe('faulted');
    const later = scheduler.count([{ role: 'user', content: 'q' }]);
    await new Promise((resolve) => setTimeout(resolve));
    reopened(next as unknown as Lane);
    expect(await later).toBe(promptTokens);
  });

  test('tell that they live while a long prompt gives no token yet', async () => {
    const lane = new OneWord();
    const answer = lane.next.bind(lane);
    let parts = 3;
    lane.next = async () => (parts-- > 0 ? { data: null, more: true, isError: false } : answer());
    const told: string[] = [];
    const scheduler = new Scheduler({
      ...{ lanes: [lane as unknown as Lane], perLane: 1, alike: 1, contextTokens: 100, keptTokens: 30, renderer },
      reopen: () => Promise.reject(new Error('no other lane')),
      beat: () => told.push('beat'),
    });
    scheduler.add([job(({ kind }) => told.push(kind))]);
    await vi.waitFor(() => expect(told).toContain('ended'));
    expect(told.slice(0, 4)).toEqual(['begun', 'beat', 'beat', 'beat']);
  });
});
