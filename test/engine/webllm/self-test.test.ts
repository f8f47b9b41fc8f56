import { describe, expect, test } from 'vitest';
import type { Handles, Tensor } from '../../../src/engine/webllm/worker/handles.ts';
import { agree, selfTest } from '../../../src/engine/webllm/worker/self-test.ts';
import { ScriptedDecoder } from '../../kit/decoder.ts';

describe('two rows of logits agree', () => {
  test('within the tolerance', () => {
    expect(agree([1, 5, 2], [1.01, 5, 2], 0.02)).toEqual({ ok: true, worst: expect.closeTo(0.01) });
    expect(agree([1, 5, 2], [1.05, 5, 2], 0.02).ok).toBe(false);
  });

  test('only with the same best token, where the best two are further apart than it', () => {
    expect(agree([0, 1, 1.3], [0, 1.2, 1.1], 0.25).ok).toBe(false);
    expect(agree([0, 1, 1.1], [0, 1.2, 1.1], 0.25).ok).toBe(true);
  });

  test('never where one is no number or another size', () => {
    expect(agree([1, NaN], [1, NaN], 1).ok).toBe(false);
    expect(agree([1, 2], [1], 1).ok).toBe(false);
    expect(agree([], [], 1).ok).toBe(false);
  });
});

/**
 * Logits that name their sequence's tokens. `wrongRows`: steps of several rows differ;
 * `wrongForks`: forked sequences do.
 */
class Counting extends ScriptedDecoder {
  readonly values = new WeakMap<object, Float32Array<ArrayBuffer>>();
  readonly #sums = new Map<number, number>();
  readonly #forked = new Set<number>();
  readonly #wrong: { readonly rows?: boolean; readonly forks?: boolean };
  override readonly fork: (parent: number) => number;

  constructor(wrong: { readonly rows?: boolean; readonly forks?: boolean }, sequences = 5) {
    super({ sequences, tokens: 1000 });
    this.#wrong = wrong;
    this.fork = (parent) => {
      const child = this.add();
      this.#sums.set(child, this.#sums.get(parent) ?? 0);
      this.#forked.add(child);
      return child;
    };
  }

  #logits(ids: readonly number[]): Tensor {
    const tensor = { dispose: () => {} } as unknown as Tensor;
    const rows = ids.flatMap((id) => {
      const isWrong =
        (this.#wrong.rows === true && ids.length > 1 && !this.#forked.has(id)) ||
        (this.#wrong.forks === true && this.#forked.has(id));
      const sum = (this.#sums.get(id) ?? 0) + (isWrong ? 1 : 0);
      return [sum, 2 * sum, 3];
    });
    this.values.set(tensor, Float32Array.from(rows));
    return tensor;
  }

  override async read(id: number, tokens: readonly number[]): Promise<Tensor> {
    this.#sums.set(id, tokens.reduce((a, b) => a + b, 0));
    return this.#logits([id]);
  }

  override async step(ids: readonly number[], tokens: readonly number[] = []): Promise<Tensor> {
    ids.forEach((id, row) => this.#sums.set(id, (this.#sums.get(id) ?? 0) + (tokens[row] ?? 0)));
    return this.#logits(ids);
  }
}

const prompts = [[1, 2, 3], [5, 6]] as const;
const run = (decoder: Counting) =>
  selfTest(
    { read: async (tensor: Tensor) => decoder.values.get(tensor) } as unknown as Handles,
    decoder,
    prompts,
    0.02,
  );

describe('the self-test chooses', () => {
  test('a batch with shared prompts where both compute what one alone does', async () => {
    expect(await run(new Counting({}))).toMatchObject({ decoding: 'shared-prompt', worst: 0 });
  });

  test('a batch without shared prompts where a fork computes something else', async () => {
    expect(await run(new Counting({ forks: true }))).toMatchObject({ decoding: 'batch' });
  });

  test('one after another where a batch computes something else', async () => {
    expect(await run(new Counting({ rows: true }))).toMatchObject({ decoding: 'in-turn', worst: 2 });
  });

  test('one after another where there is one sequence only', async () => {
    expect(await run(new Counting({}, 1))).toMatchObject({ decoding: 'in-turn', worst: null });
  });
});
