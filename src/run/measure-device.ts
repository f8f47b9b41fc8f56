/**
 * The table of the bench `webllm` for the model that is loaded, on the device that it is loaded on:
 * so many answers at once as one batch, against one at a time. What web-llm's own loop over `n`
 * would do is measured by the bench only, which loads the model a second time for it.
 */
import type { Fault } from '../base/fault.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Engine } from '../engine/engine.ts';
import type { Capabilities, LoadedModel } from '../engine/model.ts';
import { median } from '../stats/median.ts';
import { measuredPrompt, measuredRounds, measuredTokens, sizesFor } from './measure-plan.ts';
import { timeGroup, type Speed } from './time-group.ts';

/** One number of answers at once. Each figure is the median over the rounds. */
export interface DeviceRow {
  readonly group: number;
  /** Tokens a second over all answers, decoded together. */
  readonly decode: number;
  /** Tokens a second of one answer at a time, measured in the same rounds. */
  readonly inTurn: number;
  /** Prompt tokens a second, over the prompts of all answers. */
  readonly prefill: number;
  /** Seconds until the first token of the first answer. */
  readonly firstToken: number;
  /** Milliseconds of one step, which gives each answer one token. */
  readonly step: number;
}

export interface DeviceTable {
  readonly model: string;
  /** SHA-256 of the weights. */
  readonly revision: string;
  readonly decoding: NonNullable<Capabilities['decoding']>;
  readonly device: Capabilities['device'];
  /** Bytes of the model's files: nearly all of them are weights, and each step reads all of those. */
  readonly bytes: number;
  /** Bytes that the graphics processor holds, caches and all; null where the engine does not tell. */
  readonly gpuBytes: number | null;
  /** Answers that the cache has room for at once. */
  readonly slots: number;
  /** Tokens of each answer. */
  readonly tokens: number;
  readonly rounds: number;
  readonly rows: readonly DeviceRow[];
  /** Numbers of answers that were left out, since they are more than `slots`. */
  readonly leftOut: readonly number[];
}

export interface MeasureProgress {
  /** Timings done, of all. */
  readonly done: number;
  readonly all: number;
  /** Answers at once that are being timed now. */
  readonly group: number;
}

export interface MeasureOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: MeasureProgress) => void;
  /** A clock in milliseconds; the page's own without it. */
  readonly now?: () => number;
}

/** A seed may draw an end where another does not: so often another one is tried. */
const tries = 4;

/**
 * Null where `signal` ended it. Faults: those of sampling; `not-loaded`; `engine-failed` where the
 * model ends its answers before they can be timed.
 */
export async function measureDevice(
  engine: Engine,
  options: MeasureOptions = {},
): Promise<Result<DeviceTable, Fault> | null> {
  const { loaded } = engine;
  if (loaded === null) return failed({ kind: 'not-loaded', engine: engine.id });
  const { slots, device } = loaded.capabilities;
  const wanted = sizesFor(device === 'software-gpu');
  const sizes = wanted.filter((size) => size <= slots);
  const timings = sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 2), 0);
  const all = 1 + timings * measuredRounds;
  let done = 0;
  let seed = 1;
  const time = async (group: number): Promise<Result<Speed, Fault> | null> => {
    options.onProgress?.({ done, all, group });
    const messages = measuredPrompt(loaded.spec.chat);
    for (let attempt = 0; attempt < tries; attempt++) {
      const { signal, now } = options;
      const task = { messages, tokens: measuredTokens, seed, ...(now === undefined ? {} : { now }) };
      seed += group;
      const timed = await timeGroup(engine, group, task, signal);
      if (!timed.ok) return timed;
      if (timed.value.kind === 'stopped' || signal?.aborted === true) return null;
      if (timed.value.kind === 'short') continue;
      done += 1;
      return ok(timed.value.speed);
    }
    const reason = `its answers end within ${measuredTokens} tokens, which is too short to be timed`;
    return failed({ kind: 'engine-failed', engine: engine.id, reason });
  };
  // The first of all is slower: shaders are compiled.
  const warm = await time(1);
  if (warm?.ok !== true) return warm;
  const rows: DeviceRow[] = [];
  for (const group of sizes) {
    const batch: Speed[] = [];
    const single: Speed[] = [];
    // Both take turns, so that a machine that gets busier slows both of them.
    for (let round = 0; round < measuredRounds; round++) {
      const one = await time(1);
      if (one?.ok !== true) return one;
      // A batch of one is one at a time: it is not timed twice.
      const together = group === 1 ? one : await time(group);
      if (together?.ok !== true) return together;
      single.push(one.value);
      batch.push(together.value);
    }
    rows.push(rowOf(group, batch, single));
  }
  options.onProgress?.({ done, all, group: sizes.at(-1) ?? 1 });
  return ok({ ...about(loaded), rows, leftOut: wanted.filter((size) => size > slots) });
}

function rowOf(group: number, batch: readonly Speed[], single: readonly Speed[]): DeviceRow {
  const middle = (speeds: readonly Speed[], name: keyof Speed): number =>
    median(speeds.map((speed) => speed[name]));
  const decode = middle(batch, 'decode');
  return {
    group,
    decode,
    inTurn: middle(single, 'decode'),
    prefill: middle(batch, 'prefill'),
    firstToken: middle(batch, 'firstToken'),
    step: (1000 * group) / decode,
  };
}

const about = ({
  spec,
  revision,
  bytes,
  gpuBytes,
  capabilities,
}: LoadedModel): Omit<DeviceTable, 'rows' | 'leftOut'> => ({
  model: spec.id,
  revision,
  decoding: capabilities.decoding ?? 'in-turn',
  device: capabilities.device,
  bytes,
  gpuBytes: gpuBytes ?? null,
  slots: capabilities.slots,
  tokens: measuredTokens,
  rounds: measuredRounds,
});
