/**
 * MD5 (RFC 1321) of bytes as they come, in lower-case hexadecimal. It is here since lists of model
 * files carry it and browsers do not have it; it tells a broken file, and guards against nobody.
 */
export class Md5 {
  readonly #state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  readonly #block = new Uint8Array(64);
  #filled = 0;
  #length = 0;

  update(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      const take = Math.min(64 - this.#filled, bytes.length - at);
      this.#block.set(bytes.subarray(at, at + take), this.#filled);
      this.#filled += take;
      at += take;
      if (this.#filled === 64) this.#mix();
    }
  }

  /** To be called once, after everything. */
  digest(): string {
    const bits = this.#length * 8;
    this.#block.fill(0, this.#filled);
    this.#block[this.#filled] = 0x80;
    if (this.#filled >= 56) {
      this.#mix();
      this.#block.fill(0);
    }
    const view = new DataView(this.#block.buffer);
    view.setUint32(56, bits >>> 0, true);
    view.setUint32(60, Math.floor(bits / 2 ** 32), true);
    this.#mix();
    const out = new DataView(new ArrayBuffer(16));
    this.#state.forEach((word, index) => out.setInt32(4 * index, word, true));
    return Array.from(new Uint8Array(out.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  #mix(): void {
    const view = new DataView(this.#block.buffer);
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(4 * i, true);
    let [a = 0, b = 0, c = 0, d = 0] = this.#state;
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const f =
        round === 0 ? (b & c) | (~b & d)
        : round === 1 ? (d & b) | (~d & c)
        : round === 2 ? b ^ c ^ d
        : c ^ (b | ~d);
      const word = (i * (steps[round] ?? 0) + (starts[round] ?? 0)) & 15;
      const sum = (a + f + (sines[i] ?? 0) + (words[word] ?? 0)) | 0;
      const turn = turns[round * 4 + (i & 3)] ?? 0;
      [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
    }
    [a, b, c, d].forEach((word, index) => {
      this.#state[index] = ((this.#state[index] ?? 0) + word) | 0;
    });
    this.#filled = 0;
  }
}

const words = new Int32Array(16);
const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);
const turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
/** Which word of the block comes in step i of a round: `i * step + start`, of 16. */
const steps = [1, 5, 3, 7];
const starts = [0, 1, 5, 0];
