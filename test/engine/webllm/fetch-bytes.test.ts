import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchBytes } from '../../../src/engine/webllm/worker/fetch-bytes.ts';

const url = 'https://models.example/params_shard_0.bin';
const file = (): Response => new Response(new Uint8Array([1, 2, 3]));

function answers(...list: (() => Response | Promise<Response>)[]): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(async () => {
    const answer = list.shift();
    if (answer === undefined) throw new Error('asked once more than expected');
    return answer();
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function get(): Promise<{ bytes: number[] | null; error: unknown; counted: number }> {
  let counted = 0;
  const getting = fetchBytes(url, (bytes) => {
    counted += bytes;
  }).then(
    (bytes) => ({ bytes: [...bytes] as number[] | null, error: null as unknown }),
    (error: unknown) => ({ bytes: null, error }),
  );
  await vi.runAllTimersAsync();
  return { ...(await getting), counted };
}

describe('a file of a model', () => {
  test('comes with every byte counted', async () => {
    answers(file);
    expect(await get()).toEqual({ bytes: [1, 2, 3], error: null, counted: 3 });
  });

  test('is asked for again where the server is busy or nobody answers', async () => {
    const fetched = answers(
      () => new Response(null, { status: 503 }),
      () => Promise.reject(new TypeError('no network')),
      file,
    );
    expect(await get()).toEqual({ bytes: [1, 2, 3], error: null, counted: 3 });
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  test('counts nothing twice when the connection breaks half-way', async () => {
    let sent = false;
    const broken = (): Response =>
      new Response(
        new ReadableStream({
          pull(controller) {
            if (sent) controller.error(new Error('broken'));
            else controller.enqueue(new Uint8Array([1]));
            sent = true;
          },
        }),
      );
    answers(broken, file);
    expect(await get()).toEqual({ bytes: [1, 2, 3], error: null, counted: 3 });
  });

  test('that is missing is not asked for again', async () => {
    const fetched = answers(() => new Response(null, { status: 404 }));
    expect((await get()).error).toMatchObject({ kind: 'missing', status: 404, url });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test('is given up after the fourth try', async () => {
    const busy = (): Response => new Response(null, { status: 500 });
    const fetched = answers(busy, busy, busy, busy);
    expect((await get()).error).toMatchObject({ kind: 'missing', status: 500 });
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  test('that is a web page is no model', async () => {
    answers(() => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
    expect((await get()).error).toMatchObject({ kind: 'corrupt' });
  });
});
