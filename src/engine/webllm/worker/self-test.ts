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
  /** Steps a second of one sequence alone, after the first. */
  readonly stepsPerSecond: number;
}

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

  // Alone, and how fast.
  const alone: { next: number; after: Float32Array }[] = [];
  let stepsPerSecond = 0;
  for (const prompt of prompts) {
    const id = decoder.add();
    const next = bestTwo(await read(id, prompt))[0];
    const begun = performance.now();
    const [after] = await step([id], [next]);
    stepsPerSecond = 1000 / (performance.now() - begun);
    decoder.remove(id);
    alone.push({ next, after: after ?? new Float32Array() });
  }
  const [one, two] = alone;
  if (decoder.size.sequences < 3 || one === undefined || two === undefined) {
    return { decoding: 'in-turn', worst: null, stepsPerSecond };
  }

  // The same two side by side.
  const ids = prompts.map(() => decoder.add());
  for (const [index, id] of ids.entries()) await read(id, prompts[index] ?? []);
  const rows = await step(ids, alone.map(({ next }) => next));
  for (const id of ids) decoder.remove(id);
  const gaps = rows.map((row, index) => agree(alone[index]?.after ?? [], row, allowed));
  const worst = Math.max(...gaps.map((gap) => gap.worst));
  if (gaps.some(({ ok }) => !ok)) return { decoding: 'in-turn', worst, stepsPerSecond };
  if (decoder.fork === undefined) return { decoding: 'batch', worst, stepsPerSecond };

  // The first prompt read once, with two children that go different ways.
  const parent = decoder.add();
  await read(parent, prompts[0]);
  const children = [decoder.fork(parent), decoder.fork(parent)];
  const [same] = await step(children, [one.next, two.next]);
  const [again] = await step([parent], [one.next]);
  for (const id of [...children, parent]) decoder.remove(id);
  const shares = [same, again].every((row) => agree(one.after, row ?? [], allowed).ok);
  return { decoding: shares ? 'shared-prompt' : 'batch', worst, stepsPerSecond };
}

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
