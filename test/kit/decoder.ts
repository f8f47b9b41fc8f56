/**
 * A decoder without a device. Its "logits" are labels, so that a test sees which rows a step was
 * for; what comes next is decided by the chooser that belongs to it.
 */
import type { Chosen, Chooser, Draw } from '../../src/engine/webllm/worker/chooser.ts';
import type { Grammar } from '../../src/engine/webllm/worker/grammar.ts';
import type { Tensor } from '../../src/engine/webllm/worker/handles.ts';
import type { CacheSize, Decoder } from '../../src/engine/webllm/worker/sequences.ts';

interface Labelled extends Tensor {
  readonly rows: readonly number[];
}

const tensor = (rows: readonly number[]): Labelled =>
  ({ rows, dispose: () => {} }) as unknown as Labelled;

export class ScriptedDecoder implements Decoder {
  readonly size: CacheSize;
  /** What was done, in order: `read 0 3`, `step 0 1`, `fork 0 1`, `remove 0`. */
  readonly done: string[] = [];
  /** Set to make the next step reject. */
  failure: string | null = null;
  readonly fork?: (parent: number) => number;
  readonly #free: number[];

  constructor(size: CacheSize, options: { readonly forks?: boolean } = {}) {
    this.size = size;
    this.#free = Array.from({ length: size.sequences }, (_, id) => size.sequences - 1 - id);
    if (options.forks === true) {
      this.fork = (parent) => {
        const child = this.add();
        this.done.push(`fork ${parent} ${child}`);
        return child;
      };
    }
  }

  add(): number {
    const id = this.#free.pop();
    if (id === undefined) throw new Error('all sequences are taken');
    return id;
  }

  remove(id: number): void {
    this.done.push(`remove ${id}`);
    this.#free.push(id);
  }

  async read(id: number, tokens: readonly number[]): Promise<Tensor> {
    this.done.push(`read ${id} ${tokens.length}`);
    return tensor([id]);
  }

  async step(ids: readonly number[]): Promise<Tensor> {
    if (this.failure !== null) throw new Error(this.failure);
    this.done.push(`step ${ids.join(' ')}`);
    return tensor(ids);
  }

  dispose(): void {
    this.done.push('dispose');
  }
}

/** Chooses token `draw.step + 1` for every row, until `end` takes over. */
export const scriptedChooser = (pick: (draw: Draw) => Chosen): Chooser =>
  ({ choose: async (_: Tensor, draws: readonly Draw[]) => draws.map(pick) }) as unknown as Chooser;

export const noGrammar = { apply: async () => {} } as unknown as Grammar;
