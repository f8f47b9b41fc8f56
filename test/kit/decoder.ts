/**
 * A decoder without a device that is as strict as one: it runs out of sequences and of pages, knows
 * which sequences live, and counts the tensors that nobody let go of.
 */
import type { Chosen, Chooser, Draw } from '../../src/engine/webllm/worker/chooser.ts';
import type { Grammar } from '../../src/engine/webllm/worker/grammar.ts';
import type { GrammarMatcher, Tensor } from '../../src/engine/webllm/worker/handles.ts';
import {
  pageTokens,
  type CacheSize,
  type Decoder,
} from '../../src/engine/webllm/worker/sequences.ts';

interface Sequence {
  tokens: number;
  /** Whole pages that belong to another sequence. */
  readonly sharedPages: number;
}

export class ScriptedDecoder implements Decoder {
  readonly size: CacheSize;
  /** What was done, in order: `read 0 3`, `step 0 1`, `fork 0 1`, `remove 0`. */
  readonly done: string[] = [];
  /** Set to make the next step reject. */
  failure: string | null = null;
  /** Tensors that were given out and not disposed. */
  tensors = 0;
  readonly sequences = new Map<number, Sequence>();
  readonly fork?: (parent: number) => number;
  readonly #free: number[];

  constructor(size: CacheSize, options: { readonly forks?: boolean } = {}) {
    this.size = size;
    this.#free = Array.from({ length: size.sequences }, (_, id) => size.sequences - 1 - id);
    if (options.forks === true) {
      this.fork = (parent) => {
        const { tokens } = this.#sequence(parent);
        const child = this.#take({ tokens, sharedPages: Math.floor(tokens / pageTokens) });
        this.done.push(`fork ${parent} ${child}`);
        return child;
      };
    }
  }

  add(): number {
    return this.#take({ tokens: 0, sharedPages: 0 });
  }

  remove(id: number): void {
    this.#sequence(id);
    this.sequences.delete(id);
    this.done.push(`remove ${id}`);
    this.#free.push(id);
  }

  async read(id: number, tokens: readonly number[]): Promise<Tensor> {
    this.done.push(`read ${id} ${tokens.length}`);
    this.#grow(id, tokens.length);
    return this.#tensor(1);
  }

  async step(ids: readonly number[]): Promise<Tensor> {
    if (this.failure !== null) throw new Error(this.failure);
    this.done.push(`step ${ids.join(' ')}`);
    for (const id of ids) this.#grow(id, 1);
    return this.#tensor(ids.length);
  }

  dispose(): void {
    this.done.push('dispose');
    this.sequences.clear();
  }

  protected made(): void {
    this.tensors += 1;
  }

  #sequence(id: number): Sequence {
    const found = this.sequences.get(id);
    if (found === undefined) throw new Error(`there is no sequence ${id}`);
    return found;
  }

  #take(sequence: Sequence): number {
    const id = this.#free.pop();
    if (id === undefined) throw new Error('all sequences are taken');
    this.sequences.set(id, sequence);
    return id;
  }

  #grow(id: number, tokens: number): void {
    this.#sequence(id).tokens += tokens;
    const pages = [...this.sequences.values()].map(
      (one) => Math.ceil(one.tokens / pageTokens) - one.sharedPages,
    );
    const taken = pages.reduce((a, b) => a + b, 0);
    if (taken * pageTokens > this.size.tokens) throw new Error('the cache is out of pages');
  }

  #tensor(rows: number): Tensor {
    this.made();
    let isLive = true;
    return {
      shape: [rows, 1, 10],
      dispose: () => {
        if (!isLive) throw new Error('a tensor was disposed twice');
        isLive = false;
        this.tensors -= 1;
      },
    } as unknown as Tensor;
  }
}

/** Chooses for every draw what `pick` says. */
export const scriptedChooser = (pick: (draw: Draw) => Chosen): Chooser =>
  ({ choose: async (_: Tensor, draws: readonly Draw[]) => draws.map(pick) }) as unknown as Chooser;

/** Takes every schema but `{ bad: true }`, and notes which tensors it has masked. */
export class ScriptedGrammar {
  readonly masked: Tensor[] = [];
  matchers = 0;

  readonly grammar = {
    begin: async (schema: object): Promise<GrammarMatcher> => {
      if ('bad' in schema) throw new Error('the schema cannot be compiled');
      this.matchers += 1;
      return {
        acceptToken: () => true,
        dispose: () => {
          this.matchers -= 1;
        },
      } as unknown as GrammarMatcher;
    },
    apply: async (logits: Tensor, matchers: readonly (GrammarMatcher | null)[]): Promise<void> => {
      if (matchers.some((matcher) => matcher !== null)) this.masked.push(logits);
    },
  } as unknown as Grammar;
}
