/**
 * Runs in the page: the same model, prompt and number of tokens through web-llm's own loop, through
 * our engine in turn, and through our batch. Loaded through Vite, as source.
 */
import { CreateMLCEngine, type MLCEngine } from '@mlc-ai/web-llm';
import { bundledGpuModel } from '../src/engine/bundled.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { SampleRequest } from '../src/engine/sample.ts';
import { findAdapter } from '../src/engine/webllm/device.ts';
import { createWebllmEngine } from '../src/engine/webllm/engine.ts';

export interface Speed {
  /** Tokens a second over all answers, from the first token of the last answer to the end. */
  readonly decode: number;
  /** Prompt tokens a second. */
  readonly prefill: number;
  /** Seconds until the first token of the first answer. */
  readonly firstToken: number;
}

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
  /** Bytes of graphics memory: ours with room for the largest group, web-llm's with room for one. */
  readonly memory: { readonly ours: number; readonly own: number };
  readonly groups: DecodeTimes[];
}

// An answer to it is much longer than what is measured, so that none ends early.
const content =
  'Solve.\nTom has 12 apples and buys 5 boxes of 6 apples. He gives 8 apples to Mia and sells the rest for 3 dollars each. How many dollars does he get?';

async function ours(engine: Engine, group: number, tokens: number): Promise<Speed> {
  const requests: SampleRequest[] = Array.from({ length: group }, (_, index) => ({
    messages: [{ role: 'user', content }],
    seed: index + 1,
    sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: tokens },
  }));
  const begun = performance.now();
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  let decoded = 0;
  let prompt = 0;
  for await (const event of engine.sample(requests)) {
    const now = performance.now();
    if (event.kind === 'token') {
      if (first.has(event.index)) decoded += 1;
      else first.set(event.index, now);
    } else {
      prompt = event.completion.promptTokens;
      last.set(event.index, now);
      if (event.completion.tokens !== tokens) throw new Error('an answer ended early');
    }
  }
  const starts = [...first.values()];
  const reading = (Math.max(...starts) - begun) / 1000;
  const decoding = (Math.max(...last.values()) - Math.max(...starts)) / 1000;
  return {
    decode: decoded / decoding,
    prefill: (group * prompt) / reading,
    firstToken: (Math.min(...starts) - begun) / 1000,
  };
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
    messages: [{ role: 'user', content }],
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

/** All ways take turns, so that a machine that gets busier slows all of them. */
async function measure(
  groups: readonly number[] | null,
  tokens: number,
  rounds: number,
): Promise<WebllmTimes> {
  const adapter = await findAdapter();
  if (!adapter.ok) throw new Error(adapter.fault.kind);
  const { isSoftware, name } = adapter.value;
  const sizes = groups ?? (isSoftware ? [1, 4, 8] : [1, 2, 4, 8, 16, 32]);
  const theirs = await openOwn();
  const engine = await openOurs(Math.max(...sizes));
  const { loaded } = engine;
  await own(theirs, 1, tokens);
  await ours(engine, 1, tokens);
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
    memory: { ours: loaded?.gpuBytes ?? 0, own: ownMemory(theirs) },
    groups: times,
  };
}

declare global {
  var measureWebllm: typeof measure;
}

globalThis.measureWebllm = measure;
