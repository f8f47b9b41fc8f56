/**
 * Writes a small Llama-shaped GGUF (version 3) with seeded random weights, in memory: for tests
 * that need a real file that the real engine reads, of a size and temper no real model has. Its
 * vocabulary is the 256 bytes, three chat marks and made-up ASCII words; what it says is noise.
 *
 * With `brokenText` the bytes above 127 are ordinary tokens, so that it soon writes text that is
 * not UTF-8; otherwise they are control tokens, which have no text.
 *
 * Format: the GGUF description in ggml's documentation.
 */
import { createRandom } from '../../src/base/random.ts';

export interface TinyShape {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly ff: number;
  readonly vocab: number;
  readonly context: number;
  readonly seed: number;
  readonly brokenText: boolean;
  /** In Jinja. */
  readonly template: string;
  /** 0 is f32, 8 is q8_0, which needs row lengths that are multiples of 32. */
  readonly type: 0 | 8;
}

const chatTemplate =
  "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' + m['content'] + '<|im_end|>\\n' }}" +
  "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/** As Qwen3 does it: where thinking is off, the reply begins with an empty thought. */
export const thinkingTemplate =
  `${chatTemplate}{% if add_generation_prompt and enable_thinking is defined and enable_thinking is false %}` +
  "{{ '<think>\\n\\n</think>\\n\\n' }}{% endif %}";

const small: TinyShape = {
  width: 32,
  layers: 2,
  heads: 2,
  ff: 64,
  vocab: 320,
  context: 512,
  seed: 1,
  brokenText: false,
  template: chatTemplate,
  type: 0,
};

const marks = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'] as const;

export function tinyGguf(options: Partial<TinyShape> = {}): Uint8Array<ArrayBuffer> {
  const shape = { ...small, ...options };
  const pairs = metadata(shape);
  const tensors = weights(shape);
  const file = new Bytes();
  file.raw(new TextEncoder().encode('GGUF'));
  file.u32(3);
  file.u64(tensors.length);
  file.u64(pairs.length);
  for (const write of pairs) write(file);
  let offset = 0;
  for (const { name, dims, type, data } of tensors) {
    file.text(name);
    file.u32(dims.length);
    for (const size of dims) file.u64(size);
    file.u32(type);
    file.u64(offset);
    offset += padded(data.byteLength);
  }
  file.align();
  for (const { data } of tensors) {
    file.raw(data);
    file.align();
  }
  return file.done();
}

type Write = (file: Bytes) => void;

function metadata(shape: TinyShape): Write[] {
  const u32 = (key: string, value: number): Write => (file) => {
    file.text(key);
    file.u32(4);
    file.u32(value);
  };
  const f32 = (key: string, value: number): Write => (file) => {
    file.text(key);
    file.u32(6);
    file.f32(value);
  };
  const text = (key: string, value: string): Write => (file) => {
    file.text(key);
    file.u32(8);
    file.text(value);
  };
  const texts = (key: string, values: readonly string[]): Write => (file) => {
    file.text(key);
    file.u32(9);
    file.u32(8);
    file.u64(values.length);
    for (const value of values) file.text(value);
  };
  const numbers = (key: string, values: readonly number[]): Write => (file) => {
    file.text(key);
    file.u32(9);
    file.u32(5);
    file.u64(values.length);
    for (const value of values) file.u32(value);
  };
  const { tokens, types } = vocabulary(shape);
  return [
    text('general.architecture', 'llama'),
    text('general.name', 'tiny'),
    u32('llama.block_count', shape.layers),
    u32('llama.context_length', shape.context),
    u32('llama.embedding_length', shape.width),
    u32('llama.feed_forward_length', shape.ff),
    u32('llama.attention.head_count', shape.heads),
    u32('llama.attention.head_count_kv', shape.heads),
    u32('llama.rope.dimension_count', shape.width / shape.heads),
    u32('llama.vocab_size', shape.vocab),
    f32('llama.attention.layer_norm_rms_epsilon', 1e-5),
    f32('llama.rope.freq_base', 10000),
    text('tokenizer.ggml.model', 'gpt2'),
    text('tokenizer.ggml.pre', 'smollm'),
    texts('tokenizer.ggml.tokens', tokens),
    numbers('tokenizer.ggml.token_type', types),
    // llama.cpp refuses a gpt2 vocabulary without merges.
    texts('tokenizer.ggml.merges', ['a b']),
    u32('tokenizer.ggml.bos_token_id', 256),
    u32('tokenizer.ggml.eos_token_id', 258),
    text('tokenizer.chat_template', shape.template),
  ];
}

/** The 256 bytes in byte order, the chat marks, `ab`, then made-up words. Type 1 is normal, 3 control. */
function vocabulary(shape: TinyShape): { tokens: string[]; types: number[] } {
  const letters = byteLetters();
  const tokens: string[] = [...letters, ...marks, 'ab'];
  const types = letters.map((_, byte) => (byte < 128 || shape.brokenText ? 1 : 3));
  types.push(3, 3, 3, 1);
  for (let i = 0; tokens.length < shape.vocab; i++) {
    tokens.push(`\u0120w${i}`);
    types.push(1);
  }
  return { tokens, types };
}

/** The printable stand-in that byte-level BPE vocabularies use for each byte (GPT-2's table). */
function byteLetters(): string[] {
  const printable = (byte: number): boolean =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(printable(byte) ? byte : next++),
  );
}

interface Tensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

function weights(shape: TinyShape): Tensor[] {
  const random = createRandom(shape.seed);
  const { width, ff } = shape;
  const matrix = (name: string, columns: number, rows: number, gain: number): Tensor => {
    // Uniform with the given deviation per root of the row length.
    const spread = (gain * Math.sqrt(3)) / Math.sqrt(columns);
    const values = Float32Array.from(
      { length: columns * rows },
      () => (random.next() * 2 - 1) * spread,
    );
    const data = shape.type === 8 ? q8(values) : new Uint8Array(values.buffer);
    return { name, dims: [columns, rows], type: shape.type, data };
  };
  const ones = (name: string): Tensor => {
    const data = new Uint8Array(new Float32Array(width).fill(1).buffer);
    return { name, dims: [width], type: 0, data };
  };
  const all = [matrix('token_embd.weight', width, shape.vocab, 2), ones('output_norm.weight')];
  for (let layer = 0; layer < shape.layers; layer++) {
    const at = `blk.${layer}`;
    all.push(
      ones(`${at}.attn_norm.weight`),
      ones(`${at}.ffn_norm.weight`),
      matrix(`${at}.attn_q.weight`, width, width, 1),
      matrix(`${at}.attn_k.weight`, width, width, 1),
      matrix(`${at}.attn_v.weight`, width, width, 1),
      matrix(`${at}.attn_output.weight`, width, width, 1),
      matrix(`${at}.ffn_gate.weight`, width, ff, 1),
      matrix(`${at}.ffn_up.weight`, width, ff, 1),
      matrix(`${at}.ffn_down.weight`, ff, width, 1),
    );
  }
  // The head is its own matrix: tied to the embeddings, noise would only repeat its last token.
  all.push(matrix('output.weight', width, shape.vocab, 2));
  return all;
}

/** Blocks of 32: a half-precision scale, then 32 signed bytes. */
function q8(values: Float32Array): Uint8Array<ArrayBuffer> {
  const blocks = values.length / 32;
  const data = new Uint8Array(blocks * 34);
  const view = new DataView(data.buffer);
  for (let block = 0; block < blocks; block++) {
    const part = values.subarray(block * 32, block * 32 + 32);
    const scale = part.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    view.setUint16(block * 34, half(scale), true);
    part.forEach((value, i) => view.setInt8(block * 34 + 2 + i, Math.round(value / scale)));
  }
  return data;
}

/** A positive number as IEEE half precision, truncated; below the normal range it becomes 0. */
function half(value: number): number {
  const bits = new Uint32Array(new Float32Array([value]).buffer)[0] as number;
  const exponent = ((bits >>> 23) & 0xff) - 112;
  return exponent <= 0 ? 0 : (exponent << 10) | ((bits >>> 13) & 0x3ff);
}

const padded = (size: number): number => Math.ceil(size / 32) * 32;

/** A growing little-endian buffer. */
class Bytes {
  #parts: Uint8Array[] = [];
  #size = 0;

  raw(part: Uint8Array): void {
    this.#parts.push(part);
    this.#size += part.byteLength;
  }

  u32(value: number): void {
    this.#number(4, (view) => view.setUint32(0, value, true));
  }

  u64(value: number): void {
    this.#number(8, (view) => view.setBigUint64(0, BigInt(value), true));
  }

  f32(value: number): void {
    this.#number(4, (view) => view.setFloat32(0, value, true));
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.u64(bytes.byteLength);
    this.raw(bytes);
  }

  align(): void {
    this.raw(new Uint8Array(padded(this.#size) - this.#size));
  }

  done(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.byteLength;
    }
    return all;
  }

  #number(size: number, write: (view: DataView) => void): void {
    const part = new Uint8Array(size);
    write(new DataView(part.buffer));
    this.raw(part);
  }
}
