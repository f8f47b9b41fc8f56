/**
 * Runs in the page: the same model, prompt and number of tokens through web-llm's own loop, through
 * our engine in turn, and through our batch. Loaded through Vite, as source.
 */
import { CreateMLCEngine, type MLCEngine } from '@mlc-ai/web-llm';
import { bundledGpuModel } from '../src/engine/bundled.ts';
import type { Engine } from '../src/engine/engine.ts';
import { findAdapter } from '../src/engine/webllm/device.ts';
import { createWebllmEngine } from '../src/engine/webllm/engine.ts';
import { modelFolder } from '../src/engine/webllm/places.ts';
import { measuredPrompt, sizesFor } from '../src/run/measure-plan.ts';
import { timeGroup, type Speed } from '../src/run/time-group.ts';
import { readBandwidth } from './read-bandwidth.ts';

export interface DecodeTimes {
  readonly group: number;
  readonly own: Speed[];
  readonly inTurn: Speed[];
  readonly batch: Speed[];
}

export interface WebllmTimes {
  readonly device: string;
  readonly isSoftware: boolean;
  readonly decoding: string;
  /** Bytes of the model's files. */
  readonly bytes: number;
  /** Bytes of weights that a step reads, once for all answers. */
  readonly weights: number;
  /** Bytes a second that the device reads. */
  readonly bandwidth: number;
  /** Bytes of graphics memory: ours with room for the largest group, web-llm's with room for one. */
  readonly memory: { readonly ours: number; readonly own: number };
  readonly groups: DecodeTimes[];
}

const messages = measuredPrompt('nano');

async function ours(engine: Engine, group: number, tokens: number): Promise<Speed> {
  const timed = await timeGroup(engine, group, { messages, tokens, seed: 1 });
  if (!timed.ok) throw new Error(JSON.stringify(timed.fault));
  if (timed.value.kind !== 'timed') throw new Error('an answer ended early');
  return timed.value.speed;
}

/** In turn the answers' decoding is what is left when each one's reading is taken away. */
async function oursInTurn(engine: Engine, group: number, tokens: number): Promise<Speed> {
  const speeds: Speed[] = [];
  for (let index = 0; index < group; index++) speeds.push(await ours(engine, 1, tokens));
  const mean = (name: keyof Speed): number =>
    speeds.length / speeds.reduce((sum, speed) => sum + 1 / speed[name], 0);
  return {
    decode: mean('decode'),
    prefill: mean('prefill'),
    firstToken: speeds[0]?.firstToken ?? NaN,
  };
}

async function own(engine: MLCEngine, group: number, tokens: number): Promise<Speed> {
  const reply = await engine.chat.completions.create({
    messages: [...messages],
    temperature: 1,
    top_p: 1,
    max_tokens: tokens,
    n: group,
    ignore_eos: true,
  });
  const { extra, completion_tokens: written } = reply.usage ?? {};
  if (extra === undefined) throw new Error('web-llm gave no figures');
  if (written !== group * tokens) throw new Error('an answer of web-llm ended early');
  return {
    decode: extra.decode_tokens_per_s,
    prefill: extra.prefill_tokens_per_s,
    // The sum over its answers, which all read the prompt anew.
    firstToken: extra.time_to_first_token_s / group,
  };
}

async function openOwn(): Promise<MLCEngine> {
  const address = (path: string): string => new URL(path, document.baseURI).href;
  return CreateMLCEngine('nano', {
    appConfig: {
      model_list: [
        {
          model: address(bundledGpuModel.urls[0] ?? ''),
          model_id: 'nano',
          model_lib: address(bundledGpuModel.library ?? ''),
        },
      ],
    },
    logLevel: 'SILENT',
  });
}

function ownMemory(engine: MLCEngine): number {
  const { loadedModelIdToPipeline: pipelines } = engine as unknown as {
    readonly loadedModelIdToPipeline: ReadonlyMap<
      string,
      { tvm: { lib: { webGPUContext: { currAllocatedBytes: number } } } }
    >;
  };
  return pipelines.get('nano')?.tvm.lib.webGPUContext.currAllocatedBytes ?? NaN;
}

async function openOurs(slots: number): Promise<Engine> {
  const engine = createWebllmEngine();
  const loaded = await engine.load(bundledGpuModel, { slots });
  if (loaded?.ok !== true) throw new Error(`not loaded: ${JSON.stringify(loaded)}`);
  return engine;
}

/** Every weight of nano is read in a step: its table of tokens is the last layer as well. */
async function weightBytes(): Promise<number> {
  const folder = modelFolder(new URL(bundledGpuModel.urls[0] ?? '', document.baseURI).href);
  const list = (await (await fetch(`${folder}tensor-cache.json`)).json()) as {
    readonly records: readonly { readonly nbytes: number }[];
  };
  return list.records.reduce((sum, { nbytes }) => sum + nbytes, 0);
}

/** All ways take turns, so that a machine that gets busier slows all of them. */
async function measure(
  groups: readonly number[] | null,
  tokens: number,
  rounds: number,
): Promise<WebllmTimes> {
  const adapter = await findAdapter();
  if (!adapter.ok) throw new Error(adapter.fault.kind);
  const { isSoftware, name } = adapter.value;
  const sizes = groups ?? sizesFor(isSoftware);
  const theirs = await openOwn();
  const engine = await openOurs(Math.max(...sizes));
  const { loaded } = engine;
  const weights = await weightBytes();
  await own(theirs, 1, tokens);
  await ours(engine, 1, tokens);
  const bandwidth = await readBandwidth(isSoftware);
  const times: DecodeTimes[] = [];
  for (const group of sizes) {
    const one: DecodeTimes = { group, own: [], inTurn: [], batch: [] };
    for (let round = 0; round < rounds; round++) {
      one.own.push(await own(theirs, group, tokens));
      one.inTurn.push(await oursInTurn(engine, group, tokens));
      one.batch.push(await ours(engine, group, tokens));
    }
    times.push(one);
  }
  return {
    device: name,
    isSoftware,
    decoding: loaded?.capabilities.decoding ?? '',
    bytes: loaded?.bytes ?? 0,
    weights,
    bandwidth,
    memory: { ours: loaded?.gpuBytes ?? 0, own: ownMemory(theirs) },
    groups: times,
  };
}

declare global {
  var measureWebllm: typeof measure;
}

globalThis.measureWebllm = measure;
