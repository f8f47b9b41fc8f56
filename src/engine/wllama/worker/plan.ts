/**
 * How a model is laid out where it computes: the layouts that are tried, and how many requests each
 * lane has room for, with how much context.
 */
import type { ModelSpec } from '../../model.ts';
import type { ModelFiles } from './fetch-model.ts';
import type { Gguf } from './gguf.ts';
import { alikePerLane, candidates, slotsPerLane, type Layout, type Machine } from './layout.ts';

export interface PlanOptions {
  readonly spec: ModelSpec;
  readonly files: Pick<ModelFiles, 'bytes' | 'contextTokens' | 'gguf'>;
  readonly threads: number | 'auto';
  readonly slots: number | null;
  readonly machine: Machine;
}

export interface Plan {
  /** On the graphics processor. */
  readonly gpu: boolean;
  readonly layouts: readonly [Layout, ...Layout[]];
  readonly contextTokens: number;
  /** Requests that each of so many lanes decodes at once. */
  perLane(lanes: number): number;
  /** Of these, with the same prompt. */
  alike(lanes: number): number;
}

const defaultContext = 4096;
const leastContext = 256;
/** What the cells of one lane's slots may take. */
const cellsBytes = 512 * 2 ** 20;
/** Of a large model, weights and cells: WebAssembly has 4 GiB, and llama.cpp computes in the rest. */
const largeBytes = 2.75 * 2 ** 30;
/** What one lane may keep of prompts that are done with. */
const [leastKept, mostKept] = [96 * 2 ** 20, 512 * 2 ** 20] as const;
/** Where the browser does not tell, what a machine with a graphics processor has at least, in GiB. */
const usualGib = 4;
/** Answers at once on the graphics processor, where nobody says how many. */
const gpuSlots = 8;

export function cpuPlan({ spec, files, threads, slots, machine }: PlanOptions): Plan {
  const perLane = (lanes: number): number => slotsPerLane(lanes, slots, files.bytes);
  const room = Math.max(cellsBytes, largeBytes - files.bytes);
  return {
    gpu: false,
    layouts: candidates(threads, slots, files.bytes, machine),
    contextTokens: contextIn(room, wanted(spec, files), files, perLane(1)),
    perLane,
    alike: (lanes) => alikePerLane(lanes, perLane(lanes)),
  };
}

/**
 * One lane, whose one step for several requests costs little more than for one: as many of those
 * wanted, 8 where nobody says, as have the whole context in half of the machine's memory.
 */
export function gpuPlan({ spec, files, slots, machine }: PlanOptions): Plan {
  const room = Math.max(2 ** 30, ((machine.memoryGib ?? usualGib) / 2) * 2 ** 30 - files.bytes);
  const context = wanted(spec, files);
  let most = Math.max(1, Math.min(slots ?? gpuSlots, 16));
  while (most > 1 && fitting(files, room, most) < context) most -= 1;
  return {
    gpu: true,
    layouts: [{ lanes: 1, threads: 1 }],
    contextTokens: contextIn(room, context, files, most),
    perLane: () => most,
    alike: () => most,
  };
}

/** Tokens that were asked for and that the model knows. */
function wanted(spec: ModelSpec, files: PlanOptions['files']): number {
  const tokens = spec.contextTokens ?? files.contextTokens ?? defaultContext;
  return Math.min(tokens, sizes(files.gguf).trained ?? tokens);
}

/** Tokens for each of so many slots, and for the one that counts, in so many bytes. */
const fitting = ({ gguf }: PlanOptions['files'], room: number, slots: number): number =>
  Math.floor(room / (sizes(gguf).cellBytes * (slots + 1)) / 256) * 256;

const contextIn = (
  room: number,
  context: number,
  files: PlanOptions['files'],
  slots: number,
): number => Math.max(leastContext, Math.min(context, fitting(files, room, slots)));

/**
 * Tokens of prompts that are done with which a lane may keep before it is opened anew: memory that a run
 * takes beside what it needs. The smaller a model, the sooner it is open again.
 */
export const keptTokens = ({ bytes, gguf }: PlanOptions['files']): number =>
  Math.floor(Math.max(leastKept, Math.min(mostKept, 4 * bytes)) / sizes(gguf).cellBytes);

/** Context the model was trained with, and the bytes of one token's keys and values in f16. */
export function sizes({ metadata }: Pick<Gguf, 'metadata'>): {
  readonly trained: number | null;
  readonly cellBytes: number;
} {
  const arch = String(metadata.get('general.architecture') ?? '');
  const number = (key: string): number | null => {
    const value = metadata.get(`${arch}.${key}`);
    return typeof value === 'number' ? value : null;
  };
  const width = number('embedding_length') ?? 4096;
  const heads = number('attention.head_count') ?? 1;
  const kvHeads = number('attention.head_count_kv') ?? heads;
  const key = number('attention.key_length') ?? width / heads;
  const value = number('attention.value_length') ?? key;
  const layers = number('block_count') ?? 32;
  return { trained: number('context_length'), cellBytes: 2 * layers * kvHeads * (key + value) };
}
