import { expect, test } from 'vitest';
import { bytesBlob } from '../../../src/engine/wllama/worker/bytes-blob.ts';

const chunks = [Uint8Array.of(1, 2, 3), Uint8Array.of(), Uint8Array.of(4, 5)];
const real = new Blob(chunks);
const bytes = async (blob: Blob): Promise<number[]> => [...new Uint8Array(await blob.arrayBuffer())];

test('a file in memory has the size and the pieces that a blob of it has', async () => {
  const blob = bytesBlob(chunks);
  expect(blob.size).toBe(real.size);
  for (const [from, to] of [[0, 5], [1, 4], [2], [3, 99], [5, 9], [-2], [4, 2]] as const) {
    expect(await bytes(blob.slice(from, to))).toEqual(await bytes(real.slice(from, to)));
  }
  expect(await bytes(blob.slice(1, 4).slice(1))).toEqual([3, 4]);
  expect(await new Response(blob.stream()).arrayBuffer()).toEqual(await real.arrayBuffer());
});

test('a piece that was handed over takes nothing from the file', async () => {
  const blob = bytesBlob(chunks);
  const piece = await blob.slice(1, 3).arrayBuffer();
  structuredClone(piece, { transfer: [piece] });
  expect(await bytes(blob)).toEqual([1, 2, 3, 4, 5]);
});
