/**
 * Before a model is used: does a batch compute what one sequence alone computes, on this very
 * library and device? And does a shared prompt? Whatever does not is not used.
 *
 * Two rows of logits agree where no token's value differs by more than the tolerance, and the best
 * token is the same wherever the best two lie further apart than it.
 */
import type { Handles } from './handles.ts';
import type { Decoder } from './sequences.ts';

export type Decoding = 'shared-prompt' | 'batch' | 'in-turn';

export interface SelfTest {
  readonly decoding: Decoding;
  /** Largest difference of any logit, batched against alone; null where nothing was compared. */
  readonly worst: number | null;
  /** Of the fastest way that proved right. */
  readonly tokensPerSecond: number;
}

/** Sequences that are compared side by side. */
export const selfTestRows = 4;

/** Absolute, in logits. Half precision rounds differently in differently shaped kernels. */
export const tolerance = { full: 0.02, half: 0.25 } as const;

export function agree(
  alone: ArrayLike<number>,
  other: ArrayLike<number>,
  allowed: number,
): { readonly ok: boolean; readonly worst: number } {
  if (alone.length !== other.length || alone.length === 0) return { ok: false, worst: Infinity };
  let worst = 0;
  for (let i = 0; i < alone.length; i++) {
    const gap = Math.abs((alone[i] ?? NaN) - (other[i] ?? NaN));
    if (!(gap <= worst)) worst = Number.isNaN(gap) ? Infinity : gap;
  }
  const [best, second] = bestTwo(alone);
  const isClear = (alone[best] ?? 0) - (alone[second] ?? 0) > allowed;
  return { ok: worst <= allowed && (!isClear || bestTwo(other)[0] === best), worst };
}

/** `prompts`: two of different lengths. The decoder is left as it was. */
export async function selfTest(
  handles: Handles,
  decoder: Decoder,
  prompts: readonly [readonly number[], readonly number[]],
  allowed: number,
): Promise<SelfTest> {
  const read = async (id: number, tokens: readonly number[]): Promise<Float32Array> => {
    const logits = await decoder.read(id, tokens);
    const values = await handles.read(logits);
    logits.dispose();
    return values;
  };
  const step = async (ids: readonly number[], tokens: readonly number[]): Promise<Float32Array[]> => {
    const logits = await decoder.step(ids, tokens);
    const values = await handles.read(logits);
    logits.dispose();
    const vocab = values.length / ids.length;
    return ids.map((_, row) => values.subarray(row * vocab, (row + 1) * vocab));
  };

  // Alone.
  const alone: Alone[] = [];
  let single = 0;
  for (const prompt of prompts) {
    const id = decoder.add();
    const first = bestTwo(await read(id, prompt))[0];
    const [one = none] = await step([id], [first]);
    const second = bestTwo(one)[0];
    const begun = performance.now();
    const [two = none] = await step([id], [second]);
    single = 1000 / (performance.now() - begun);
    decoder.remove(id);
    alone.push({ prompt, tokens: [first, second], after: [one, two] });
  }
  if (decoder.size.sequences <= selfTestRows) {
    return { decoding: 'in-turn', worst: null, tokensPerSecond: single };
  }

  /** Steps all sequences as `of` went alone; the largest difference, and the speed of the last step. */
  const compare = async (ids: readonly number[], of: readonly Alone[]) => {
    let isOk = true;
    let worst = 0;
    let perSecond = 0;
    for (const at of [0, 1] as const) {
      const begun = performance.now();
      const rows = await step(ids, of.map(({ tokens }) => tokens[at]));
      perSecond = (1000 * ids.length) / (performance.now() - begun);
      rows.forEach((row, index) => {
        const gap = agree(of[index]?.after[at] ?? none, row, allowed);
        isOk &&= gap.ok;
        worst = Math.max(worst, gap.worst);
      });
    }
    return { isOk, worst, perSecond };
  };

  // The same ones side by side, each twice.
  const beside = Array.from({ length: selfTestRows }, (_, row) => alone[row % 2] as Alone);
  const ids = beside.map(() => decoder.add());
  for (const [row, id] of ids.entries()) await read(id, beside[row]?.prompt ?? []);
  const { isOk, worst, perSecond } = await compare(ids, beside);
  for (const id of ids) decoder.remove(id);
  const tokensPerSecond = Math.max(single, perSecond);
  if (!isOk) return { decoding: 'in-turn', worst, tokensPerSecond: single };
  if (decoder.fork === undefined) return { decoding: 'batch', worst, tokensPerSecond };

  // The first prompt read once, and all children of it in step.
  const [model] = alone as [Alone];
  const parent = decoder.add();
  await read(parent, model.prompt);
  const children: number[] = [];
  let shares = false;
  try {
    while (children.length < selfTestRows) children.push(decoder.fork(parent));
    shares = (await compare(children, children.map(() => model))).isOk;
  } catch {
    // What refuses to fork is not asked to.
  }
  for (const id of [...children, parent]) decoder.remove(id);
  return { decoding: shares ? 'shared-prompt' : 'batch', worst, tokensPerSecond };
}

interface Alone {
  readonly prompt: readonly number[];
  /** What it was continued with, and the logits after each. */
  readonly tokens: readonly [number, number];
  readonly after: readonly [Float32Array, Float32Array];
}

const none = new Float32Array();

/** Places of the largest and the second largest value. */
function bestTwo(values: ArrayLike<number>): [number, number] {
  let best = 0;
  let second = 0;
  for (let i = 1; i < values.length; i++) {
    if ((values[i] ?? -Infinity) > (values[best] ?? -Infinity)) {
      second = best;
      best = i;
    } else if (best === second || (values[i] ?? -Infinity) > (values[second] ?? -Infinity)) second = i;
  }
  return [best, second];
}
