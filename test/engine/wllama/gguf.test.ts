import { describe, expect, test } from 'vitest';
import { readGguf, tensorBytes } from '../../../src/engine/wllama/worker/gguf.ts';
import { widen } from '../../../src/engine/wllama/worker/widen.ts';
import { tinyGguf } from '../../kit/gguf.ts';

function read(file: Uint8Array) {
  const gguf = readGguf(file, file.byteLength);
  if (!gguf.ok) throw new Error(gguf.fault);
  return gguf.value;
}

describe('the header', () => {
  test('tells sizes and tensors', () => {
    const { metadata, tensors, alignment } = read(tinyGguf({ layers: 2 }));
    expect(metadata.get('general.architecture')).toBe('llama');
    expect(metadata.get('llama.block_count')).toBe(2);
    expect(metadata.has('tokenizer.ggml.tokens')).toBe(false);
    expect(alignment).toBe(32);
    expect(tensors).toHaveLength(3 + 2 * 9);
    expect(tensors[0]).toMatchObject({ name: 'token_embd.weight', dims: [32, 320], type: 0 });
  });

  test('of a file cut anywhere is refused', () => {
    const file = tinyGguf();
    for (let length = 4; length < file.byteLength; length += 3001) {
      expect(readGguf(file.subarray(0, length), length).ok).toBe(false);
    }
    expect(readGguf(file.subarray(0, -32), file.byteLength - 32).ok).toBe(false);
  });

  test('of something else is refused by its name', () => {
    const other = readGguf(new TextEncoder().encode('PK\u0003\u0004'.repeat(20)), 80);
    expect(other).toEqual({ ok: false, fault: 'the file is not a GGUF file' });
  });
});

describe('widening', () => {
  const file = tinyGguf({ type: 8 });
  const narrow = read(file);
  const widened = widen(file, narrow) as Uint8Array;
  const wide = read(widened);

  test('keeps names, shapes and metadata, and makes q8_0 into f32', () => {
    expect(wide.metadata).toEqual(narrow.metadata);
    expect(wide.tensors.map(({ name, dims }) => [name, dims])).toEqual(
      narrow.tensors.map(({ name, dims }) => [name, dims]),
    );
    expect(wide.tensors.every(({ type }) => type === 0)).toBe(true);
    expect(wide.tensors.every(({ offset }) => offset % 32 === 0)).toBe(true);
  });

  test('keeps every value: scale times byte, and plain tensors as they were', () => {
    const half = (bits: number): number =>
      2 ** (((bits >> 10) & 31) - 15) * (1 + (bits & 1023) / 1024);
    narrow.tensors.forEach((tensor, place) => {
      const at = wide.dataStart + (wide.tensors[place]?.offset ?? NaN);
      const to = new DataView(widened.buffer, at);
      const from = new DataView(file.buffer, narrow.dataStart + tensor.offset);
      for (const i of [0, 31, 32, 63].filter((one) => one < (tensor.dims[0] ?? 0))) {
        const block = Math.floor(i / 32) * 34;
        const value =
          tensor.type === 0
            ? from.getFloat32(4 * i, true)
            : half(from.getUint16(block, true)) * from.getInt8(block + 2 + (i % 32));
        expect(to.getFloat32(4 * i, true)).toBe(Math.fround(value));
      }
    });
  });

  test('of a file without q8_0 is nothing to do', () => {
    const plain = tinyGguf();
    expect(widen(plain, read(plain))).toBeNull();
  });

  test('makes each q8_0 tensor what f32 weighs', () => {
    for (const tensor of wide.tensors) {
      expect(tensorBytes(tensor)).toBe(4 * tensor.dims.reduce((all, size) => all * size, 1));
    }
  });
});
