/** The sampling kernel against the same arithmetic in plain code, on a real device. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/base/random.ts';
import { Chooser, type Draw } from '../../../src/engine/webllm/worker/chooser.ts';
import type { Handles, Tensor } from '../../../src/engine/webllm/worker/handles.ts';

const vocab = 500;
let device: GPUDevice;
let chooser: Chooser;

beforeAll(async () => {
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter === null) throw new Error('there is no WebGPU adapter');
  device = await adapter.requestDevice();
  // The chooser needs of the handles a device and a buffer, nothing of web-llm.
  const buffer = (tensor: Tensor): GPUBuffer => (tensor as unknown as { at: GPUBuffer }).at;
  chooser = new Chooser({ gpu: { device, flush: () => {}, buffer } } as unknown as Handles);
});
afterAll(() => device.destroy());

/** Rows of logits on the device. */
function upload(rows: readonly Float32Array[]): Tensor {
  const buffer = device.createBuffer({ size: rows.length * vocab * 4, usage: 128 | 8 });
  rows.forEach((row, i) => device.queue.writeBuffer(buffer, i * vocab * 4, Float32Array.from(row)));
  return { at: buffer, shape: [rows.length, 1, vocab], byteOffset: 0 } as unknown as Tensor;
}

const random = createRandom(5);
const someLogits = (): Float32Array =>
  Float32Array.from({ length: vocab }, () => 12 * random.next() - 6);
const draw = (rest: Partial<Draw> = {}): Draw => ({
  ...{ temperature: 1, topP: 1, topK: 0, seed: 1, step: 0 },
  ...rest,
});

function softmax(logits: Float32Array, temperature = 1): number[] {
  const peak = Math.max(...logits);
  const weights = Array.from(logits, (x) => Math.exp((x - peak) / temperature));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

const order = (logits: Float32Array): number[] =>
  Array.from(logits.keys()).sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0));

describe('the sampling kernel', () => {
  test('takes the best token at temperature 0, with its log-probability', async () => {
    const rows = [someLogits(), someLogits(), someLogits()];
    const chosen = await chooser.choose(upload(rows), rows.map(() => draw({ temperature: 0 })));
    rows.forEach((row, index) => {
      const best = order(row)[0] ?? -1;
      expect(chosen[index]?.token).toBe(best);
      expect(chosen[index]?.logprob).toBeCloseTo(Math.log(softmax(row)[best] ?? 0), 4);
    });
  });

  test('of equal values takes the first', async () => {
    const row = new Float32Array(vocab).fill(1);
    expect((await chooser.choose(upload([row]), [draw({ temperature: 0 })]))[0]?.token).toBe(0);
  });

  test('gives a forced token’s log-probability, whatever temperature and filters', async () => {
    const row = someLogits();
    const forced = order(row)[200] ?? 0;
    const [chosen] = await chooser.choose(upload([row]), [draw({ forced, topK: 1, topP: 0.1 })]);
    expect(chosen?.token).toBe(forced);
    expect(chosen?.logprob).toBeCloseTo(Math.log(softmax(row)[forced] ?? 0), 4);
  });

  test('top-k leaves exactly the k best', async () => {
    const row = someLogits();
    const draws = Array.from({ length: 100 }, (_, seed) => draw({ seed, topK: 3, temperature: 5 }));
    const chosen = await chooser.choose(upload([row]), draws.map((one) => ({ ...one, row: 0 })));
    const seen = new Set(chosen.map(({ token }) => token));
    expect([...seen].sort((a, b) => a - b)).toEqual(order(row).slice(0, 3).sort((a, b) => a - b));
  });

  test('top-p leaves the smallest set that holds so much of the probability', async () => {
    const row = someLogits();
    const chances = softmax(row);
    const nucleus: number[] = [];
    for (let mass = 0; mass < 0.1; mass += chances[nucleus.at(-1) ?? 0] ?? 0) {
      nucleus.push(order(row)[nucleus.length] ?? 0);
    }
    const draws = Array.from({ length: 400 }, (_, seed) => draw({ seed, topP: 0.1, row: 0 }));
    const seen = new Set((await chooser.choose(upload([row]), draws)).map(({ token }) => token));
    expect([...seen].sort((a, b) => a - b)).toEqual(nucleus.sort((a, b) => a - b));
  });

  test('draws in proportion to the probabilities at its temperature', async () => {
    const row = new Float32Array(vocab).fill(-30);
    row.set([2, 1, 0, -1], 10);
    const count = 2000;
    const draws = Array.from({ length: count }, (_, seed) => draw({ seed, temperature: 2, row: 0 }));
    const chosen = await chooser.choose(upload([row]), draws);
    const chances = softmax(row, 2);
    for (let token = 10; token < 14; token++) {
      const share = chosen.filter((one) => one.token === token).length / count;
      const chance = chances[token] ?? 0;
      // Five standard errors.
      expect(Math.abs(share - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / count));
    }
  });

  test('never draws what has no chance to speak of', async () => {
    const row = new Float32Array(vocab).fill(-30);
    row[7] = 10;
    // With noise of 24 bits, these draws took another token: one in 16 million numbers was 1.
    const draws = [draw({ step: 10, seed: 322 }), draw({ step: 14, seed: 2652 })];
    const more = Array.from({ length: 300 }, (_, step) => draw({ step, seed: 5 }));
    const all = [...draws, ...more].map((one) => ({ ...one, row: 0 }));
    for (const { token } of await chooser.choose(upload([row]), all)) expect(token).toBe(7);
  });

  test('a row’s draw depends on its seed and step, not on the rows beside it', async () => {
    const row = someLogits();
    const mine = draw({ seed: 9, step: 4 });
    const [alone] = await chooser.choose(upload([row]), [mine]);
    const beside = await chooser.choose(upload([someLogits(), row]), [draw({ seed: 3 }), mine]);
    expect(beside[1]).toEqual(alone);
    const draws = Array.from({ length: 20 }, (_, step) => draw({ seed: 9, step, row: 0 }));
    const tokens = (await chooser.choose(upload([row]), draws)).map(({ token }) => token);
    expect(new Set(tokens).size).toBeGreaterThan(1);
  });

  test('says so where the logits are no numbers', async () => {
    const row = new Float32Array(vocab).fill(NaN);
    await expect(chooser.choose(upload([row]), [draw()])).rejects.toThrow(/no numbers/);
  });
});
