/**
 * Reads what we need of a GGUF file before llama.cpp sees it: whether it is one, whether it is all
 * there, and the sizes that decide how much memory a context takes. Versions 2 and 3, little-endian.
 *
 * Format: the GGUF description in ggml's documentation.
 */
import { failed, ok } from '../../../base/result.ts';
import type { Result } from '../../../base/result.ts';

export interface GgufTensor {
  readonly name: string;
  /** Sizes, the row length first. */
  readonly dims: readonly number[];
  /** ggml's number of the type: 0 is f32, 8 is q8_0. */
  readonly type: number;
  /** Bytes from the start of the data section. */
  readonly offset: number;
}

export interface Gguf {
  /** Scalars and texts; arrays are left out. */
  readonly metadata: ReadonlyMap<string, string | number | boolean>;
  readonly tensors: readonly GgufTensor[];
  /** Where the tensor descriptions begin and end, and where the data begins. */
  readonly tensorsStart: number;
  readonly tensorsEnd: number;
  readonly dataStart: number;
  readonly alignment: number;
}

/** ggml's tensor types by number: values in a block and bytes of a block. Others are not sized. */
const blocks: Readonly<Record<number, readonly [values: number, bytes: number]>> = {
  0: [1, 4],
  1: [1, 2],
  2: [32, 18],
  3: [32, 20],
  6: [32, 22],
  7: [32, 24],
  8: [32, 34],
  10: [256, 84],
  11: [256, 110],
  12: [256, 144],
  13: [256, 176],
  14: [256, 210],
  30: [1, 2],
};

/** Size of a tensor in bytes, or null where the type is unknown here. */
export function tensorBytes(tensor: GgufTensor): number | null {
  const block = blocks[tensor.type];
  if (block === undefined) return null;
  return (tensor.dims.reduce((all, size) => all * size, 1) / block[0]) * block[1];
}

/**
 * Reads the header from the start of a file. `size` is the whole file's: a tensor that ends after
 * it means that the file is cut short. The fault is the reason, as words for the person.
 */
export function readGguf(bytes: Uint8Array, size: number): Result<Gguf, string> {
  try {
    const gguf = read(new Reader(bytes));
    for (const tensor of gguf.tensors) {
      const length = tensorBytes(tensor);
      if (length !== null && gguf.dataStart + tensor.offset + length > size) {
        return failed('the file is cut short');
      }
    }
    return ok(gguf);
  } catch (error) {
    if (error instanceof Unreadable) return failed(error.message);
    if (error instanceof RangeError) return failed('the file is cut short');
    throw error;
  }
}

class Unreadable extends Error {}

function read(reader: Reader): Gguf {
  if (reader.ascii(4) !== 'GGUF') throw new Unreadable('the file is not a GGUF file');
  const version = reader.u32();
  if (version !== 2 && version !== 3) throw new Unreadable(`GGUF version ${version} is not known`);
  const tensorCount = reader.u64();
  const pairCount = reader.u64();
  const metadata = new Map<string, string | number | boolean>();
  for (let i = 0; i < pairCount; i++) {
    const key = reader.text();
    const value = reader.value(reader.u32());
    if (value !== null) metadata.set(key, value);
  }
  const tensorsStart = reader.at;
  const tensors: GgufTensor[] = [];
  for (let i = 0; i < tensorCount; i++) {
    const name = reader.text();
    const dims = Array.from({ length: reader.u32() }, () => reader.u64());
    tensors.push({ name, dims, type: reader.u32(), offset: reader.u64() });
  }
  const given = metadata.get('general.alignment');
  const alignment = typeof given === 'number' && given > 0 ? given : 32;
  const tensorsEnd = reader.at;
  const dataStart = Math.ceil(tensorsEnd / alignment) * alignment;
  return { metadata, tensors, tensorsStart, tensorsEnd, dataStart, alignment };
}

/** Throws RangeError where the bytes end. */
class Reader {
  at = 0;
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4, true);
  }

  u64(): number {
    this.at += 8;
    return Number(this.#view.getBigUint64(this.at - 8, true));
  }

  ascii(length: number): string {
    return this.#decoder.decode(this.#take(length));
  }

  text(): string {
    return this.#decoder.decode(this.#take(this.u64()));
  }

  /** A metadata value, or null for an array, which is passed over. */
  value(type: number): string | number | boolean | null {
    const at = this.at;
    switch (type) {
      case 0:
        this.at += 1;
        return this.#view.getUint8(at);
      case 1:
        this.at += 1;
        return this.#view.getInt8(at);
      case 2:
        this.at += 2;
        return this.#view.getUint16(at, true);
      case 3:
        this.at += 2;
        return this.#view.getInt16(at, true);
      case 4:
        return this.u32();
      case 5:
        this.at += 4;
        return this.#view.getInt32(at, true);
      case 6:
        this.at += 4;
        return this.#view.getFloat32(at, true);
      case 7:
        this.at += 1;
        return this.#view.getUint8(at) !== 0;
      case 8:
        return this.text();
      case 9: {
        const element = this.u32();
        const length = this.u64();
        for (let i = 0; i < length; i++) this.value(element);
        return null;
      }
      case 10:
        return this.u64();
      case 11:
        this.at += 8;
        return Number(this.#view.getBigInt64(at, true));
      case 12:
        this.at += 8;
        return this.#view.getFloat64(at, true);
      default:
        throw new Unreadable('the file has a kind of value that GGUF does not know');
    }
  }

  #take(length: number): Uint8Array {
    if (this.at + length > this.#bytes.byteLength) throw new RangeError('out of bytes');
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }
}
