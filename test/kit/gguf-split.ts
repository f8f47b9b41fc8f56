/**
 * Splits a GGUF as llama.cpp's own tool does: the metadata stand in the first part, every part has
 * `split.no`, `split.count` and `split.tensors.count`, and its own tensors.
 */
import { readGguf, tensorBytes, type GgufTensor } from '../../src/engine/wllama/worker/gguf.ts';

/** Throws where the file is no GGUF, has types of unknown size, or fewer tensors than parts. */
export function splitGguf(file: Uint8Array<ArrayBuffer>, count: number): Uint8Array<ArrayBuffer>[] {
  const read = readGguf(file, file.byteLength);
  if (!read.ok) throw new Error(read.fault);
  const { tensors, tensorsStart, dataStart, alignment } = read.value;
  if (tensors.length < count) throw new RangeError('fewer tensors than parts');
  const padded = (size: number): number => Math.ceil(size / alignment) * alignment;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pairs = Number(view.getBigUint64(16, true));
  const metadata = file.subarray(24, tensorsStart);
  const each = Math.ceil(tensors.length / count);
  return Array.from({ length: count }, (_, no) => {
    const own = tensors.slice(no * each, no === count - 1 ? undefined : (no + 1) * each);
    const sizes = own.map((tensor) => tensorBytes(tensor) ?? NaN);
    const head = [
      ...[text('GGUF'), u32(3), u64(own.length), u64((no === 0 ? pairs : 0) + 3)],
      ...(no === 0 ? [metadata] : []),
      ...[named('split.no'), u32(2), u16(no)],
      ...[named('split.count'), u32(2), u16(count)],
      ...[named('split.tensors.count'), u32(5), u32(tensors.length)],
      ...own.map((tensor, at) => info(tensor, sizes.slice(0, at).map(padded).reduce(sum, 0))),
    ];
    const headBytes = head.reduce((all, part) => all + part.byteLength, 0);
    const data = own.map(({ offset }, at) => {
      const place = new Uint8Array(padded(sizes[at] ?? 0));
      place.set(file.subarray(dataStart + offset, dataStart + offset + (sizes[at] ?? 0)));
      return place;
    });
    return joined([...head, new Uint8Array(padded(headBytes) - headBytes), ...data]);
  });
}

const sum = (a: number, b: number): number => a + b;

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const named = (value: string): Uint8Array => joined([u64(text(value).byteLength), text(value)]);
const u16 = (value: number): Uint8Array => new Uint8Array(new Uint16Array([value]).buffer);
const u32 = (value: number): Uint8Array => new Uint8Array(new Uint32Array([value]).buffer);
const u64 = (value: number): Uint8Array => new Uint8Array(new BigUint64Array([BigInt(value)]).buffer);

const info = ({ name, dims, type }: GgufTensor, offset: number): Uint8Array =>
  joined([named(name), u32(dims.length), ...dims.map(u64), u32(type), u64(offset)]);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}
