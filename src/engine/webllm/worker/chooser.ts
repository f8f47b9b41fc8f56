/** Runs the sampling kernel on the logits that the model left on the device. */
import { chooseKernel, resultBytes, settingBytes } from './choose-kernel.ts';
import type { Handles, Tensor } from './handles.ts';

/** WebGPU's own numbers, which TypeScript's library does not name. */
const usage = { mapRead: 1, copySource: 4, copyTarget: 8, uniform: 64, storage: 128 } as const;
const readMode = 1;
/** No forced token. */
const none = 0xffff_ffff;

/** How one token is drawn. temperature 0 is greedy; topP in (0, 1]; topK 0 is off. */
export interface Draw {
  /** The row of logits; its place in the list unless said otherwise. */
  readonly row?: number;
  /** Not drawn: the token whose log-probability is wanted. */
  readonly forced?: number;
  readonly temperature: number;
  readonly topP: number;
  readonly topK: number;
  /** 32 bits. */
  readonly seed: number;
  /** Tokens of this sequence drawn before: the same seed and step give the same noise. */
  readonly step: number;
}

export interface Chosen {
  readonly token: number;
  /** Natural logarithm, at temperature 1, before top-k and top-p. */
  readonly logprob: number;
}

export class Chooser {
  readonly #handles: Handles;
  readonly #pipeline: GPUComputePipeline;
  readonly #sizes: GPUBuffer;
  #rows = 0;
  #settings: GPUBuffer | null = null;
  #results: GPUBuffer | null = null;
  #landing: GPUBuffer | null = null;

  constructor(handles: Handles) {
    this.#handles = handles;
    const { device } = handles.gpu;
    this.#pipeline = device.createComputePipeline({
      layout: 'auto',
      compute: { module: device.createShaderModule({ code: chooseKernel }), entryPoint: 'choose' },
    });
    this.#sizes = device.createBuffer({
      size: 16,
      usage: usage.uniform | usage.copyTarget,
    });
  }

  /**
   * One token for each draw from `logits` [rows, vocab], in their order. Rejects where the device is lost or the logits are no numbers.
   */
  async choose(logits: Tensor, draws: readonly Draw[]): Promise<readonly Chosen[]> {
    const { gpu } = this.#handles;
    const { device } = gpu;
    const vocab = logits.shape.at(-1) ?? 0;
    const { settings, results, landing } = this.#buffers(draws.length);
    device.queue.writeBuffer(settings, 0, pack(draws));
    device.queue.writeBuffer(this.#sizes, 0, new Uint32Array([vocab, logits.byteOffset / 4, 0, 0]));
    // What computes the logits has to be in the queue before what reads them.
    gpu.flush();
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(this.#pipeline);
    const buffers = [gpu.buffer(logits), settings, results, this.#sizes];
    pass.setBindGroup(
      0,
      device.createBindGroup({
        layout: this.#pipeline.getBindGroupLayout(0),
        entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
      }),
    );
    pass.dispatchWorkgroups(draws.length);
    pass.end();
    const bytes = draws.length * resultBytes;
    encoder.copyBufferToBuffer(results, 0, landing, 0, bytes);
    device.queue.submit([encoder.finish()]);
    await landing.mapAsync(readMode, 0, bytes);
    const copy = landing.getMappedRange(0, bytes).slice(0);
    landing.unmap();
    return unpack(copy, vocab);
  }

  /** Buffers for at least so many rows; they only grow. */
  #buffers(rows: number): { settings: GPUBuffer; results: GPUBuffer; landing: GPUBuffer } {
    if (rows > this.#rows || !this.#settings || !this.#results || !this.#landing) {
      const { device } = this.#handles.gpu;
      for (const old of [this.#settings, this.#results, this.#landing]) old?.destroy();
      const { mapRead, copySource, copyTarget, storage } = usage;
      this.#rows = rows;
      this.#settings = device.createBuffer({ size: rows * settingBytes, usage: storage | copyTarget });
      this.#results = device.createBuffer({ size: rows * resultBytes, usage: storage | copySource });
      this.#landing = device.createBuffer({ size: rows * resultBytes, usage: mapRead | copyTarget });
    }
    return { settings: this.#settings, results: this.#results, landing: this.#landing };
  }
}

function pack(draws: readonly Draw[]): ArrayBuffer {
  const bytes = new ArrayBuffer(draws.length * settingBytes);
  const view = new DataView(bytes);
  draws.forEach(({ temperature, topP, topK, seed, step, row, forced }, index) => {
    const at = index * settingBytes;
    view.setFloat32(at, temperature, true);
    view.setFloat32(at + 4, topP, true);
    view.setUint32(at + 8, topK, true);
    view.setUint32(at + 12, seed, true);
    view.setUint32(at + 16, step, true);
    view.setUint32(at + 20, row ?? index, true);
    view.setUint32(at + 24, forced ?? none, true);
  });
  return bytes;
}

function unpack(bytes: ArrayBuffer, vocab: number): Chosen[] {
  const view = new DataView(bytes);
  return Array.from({ length: bytes.byteLength / resultBytes }, (_, row) => {
    const token = view.getUint32(row * resultBytes, true);
    const logprob = view.getFloat32(row * resultBytes + 4, true);
    if (token >= vocab || Number.isNaN(logprob)) {
      throw new Error('the model computed no numbers; a smaller context or another model may help');
    }
    return { token, logprob: Math.min(logprob, 0) };
  });
}
