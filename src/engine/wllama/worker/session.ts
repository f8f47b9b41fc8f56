/**
 * A loaded model: its lanes, its queue, its figures. Opening it goes from the files to lanes that
 * are laid out as measurement found best.
 */
import type { LoadedModel, ModelSpec } from '../../model.ts';
import type { LoadProgress } from '../../model.ts';
import type { Session } from '../../worker/serve.ts';
import { measure, warmUp } from './calibrate.ts';
import type { ModelFiles } from './fetch-model.ts';
import type { Place } from './gpu.ts';
import { gpuFirst, gpuPatience } from './gpu-first.ts';
import { Lane } from './lane.ts';
import type { Layout, Machine } from './layout.ts';
import { layoutThreads } from './layout.ts';
import { cpuPlan, gpuPlan, keptTokens, type Plan } from './plan.ts';
import { Renderer } from './render.ts';
import { Scheduler } from './scheduler.ts';
import { widen } from './widen.ts';

export interface SessionOptions {
  readonly spec: ModelSpec;
  readonly files: ModelFiles;
  readonly threads: number | 'auto';
  readonly slots: number | null;
  readonly place: Place;
  readonly machine: Machine;
  readonly report: (progress: LoadProgress) => void;
  readonly beat: () => void;
}

/** A layout with more threads must be this much faster to be worth its cores. */
const worthIt = 1.15;
/** Models up to this size are decoded from f32 weights. */
const widenBytes = 16 * 2 ** 20;

/**
 * Where the place is a graphics processor and the model cannot be opened or decode a few tokens there,
 * or does not come to that in time, it is opened on the CPU, and says why. Throws LaneError where llama.cpp
 * cannot load the files.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { place } = options;
  if (place.device === 'cpu') return openAt(options, place, cpuPlan(options));
  return gpuFirst({
    onGpu: (signal) => openAt(options, place, gpuPlan(options), signal),
    onCpu: (why) => openAt(options, { device: 'cpu', why }, cpuPlan(options)),
    patience: gpuPatience(options.files.bytes),
  });
}

async function openAt(
  options: SessionOptions,
  place: Place,
  plan: Plan,
  signal?: AbortSignal,
): Promise<Session> {
  const { spec, files, report, beat } = options;
  const { gpu, contextTokens } = plan;
  report({ stage: 'start' });
  const blobs = gpu ? files.blobs : await runnable(files);
  const open = ({ lanes, threads }: Layout): Promise<readonly Lane[]> =>
    openAll(lanes, (index) => {
      // The first may have to serve alone. One slot more is for counting.
      const slots = plan.perLane(index === 0 ? 1 : lanes) + 1;
      return Lane.open({ blobs, threads, slots, contextTokens, gpu, ...(signal === undefined ? {} : { signal }) });
    });
  const { layout, lanes, calibration } = await choose(plan.layouts, open, report);
  const perLane = plan.perLane(layout.lanes);
  const scheduler = new Scheduler({
    lanes,
    perLane,
    alike: plan.alike(layout.lanes),
    contextTokens,
    keptTokens: keptTokens(files),
    renderer: new Renderer(),
    beat,
    reopen: async () => {
      const [lane] = await open({ lanes: 1, threads: layout.threads });
      if (lane === undefined) throw new Error('a layout has at least one lane');
      return lane;
    },
  });
  const model: LoadedModel = {
    spec,
    revision: files.revision,
    bytes: files.bytes,
    capabilities: {
      slots: layout.lanes * perLane,
      contextTokens,
      score: false,
      grammar: true,
      threads: layoutThreads(layout),
      device: place.device,
      ...(gpu ? { decoding: perLane > 1 ? 'batch' : 'in-turn' } : {}),
    },
    calibration,
    ...(place.device === 'cpu' && place.why !== undefined ? { gpuRefused: place.why } : {}),
    ...(files.trained === undefined ? {} : { trained: files.trained }),
  };
  return {
    model,
    add: (jobs) => scheduler.add(jobs),
    abort: (job) => scheduler.abort(job),
    count: (messages) => scheduler.count(messages),
  };
}

interface Choice {
  readonly layout: Layout;
  readonly lanes: readonly Lane[];
  readonly calibration: LoadedModel['calibration'];
}

/** Measures each layout and keeps the fastest; where there is one only, it is just measured. */
async function choose(
  layouts: readonly [Layout, ...Layout[]],
  open: (layout: Layout) => Promise<readonly Lane[]>,
  report: (progress: LoadProgress) => void,
): Promise<Choice> {
  const [single, wide] = layouts;
  if (wide === undefined) {
    const lanes = await open(single);
    report({ stage: 'calibrate' });
    try {
      await warmUp(lanes);
      const speed = { threads: layoutThreads(single), tokensPerSecond: await measure(lanes) };
      return { layout: single, lanes, calibration: [speed] };
    } catch (error) {
      close(lanes);
      throw error;
    }
  }
  // Lanes of one thread: one of the many is the single layout. Else the two are different lanes.
  const lanes = await open(wide);
  report({ stage: 'calibrate' });
  await warmUp(lanes);
  const many = { threads: layoutThreads(wide), tokensPerSecond: await measure(lanes) };
  let one: readonly Lane[] = lanes.slice(0, 1);
  if (wide.threads > 1) {
    close(lanes);
    one = await open(single);
    await warmUp(one);
  }
  const alone = { threads: 1, tokensPerSecond: await measure(one) };
  const calibration = [alone, many];
  const keepsWide = many.tokensPerSecond > worthIt * alone.tokensPerSecond;
  if (wide.threads > 1) {
    if (!keepsWide) return { layout: single, lanes: one, calibration };
    close(one);
    return { layout: wide, lanes: await open(wide), calibration };
  }
  if (keepsWide) return { layout: wide, lanes, calibration };
  close(lanes.slice(1));
  return { layout: single, lanes: one, calibration };
}

async function openAll(
  count: number,
  open: (index: number) => Promise<Lane>,
): Promise<readonly Lane[]> {
  const results = await Promise.allSettled(Array.from({ length: count }, (_, index) => open(index)));
  const lanes = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const broken = results.find((result) => result.status === 'rejected');
  if (broken === undefined) return lanes;
  close(lanes);
  throw broken.reason;
}

function close(lanes: readonly Lane[]): void {
  for (const lane of lanes) lane.close();
}

/** The files as llama.cpp gets them: a small q8_0 model as f32, which decodes faster. */
async function runnable(files: ModelFiles): Promise<readonly Blob[]> {
  const [blob, ...rest] = files.blobs;
  if (blob === undefined || rest.length > 0 || blob.size > widenBytes) return files.blobs;
  const wide = widen(new Uint8Array(await blob.arrayBuffer()), files.gguf);
  return wide === null ? files.blobs : [new Blob([wide])];
}
