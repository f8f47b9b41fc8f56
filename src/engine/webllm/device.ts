/** Whether this browser and device can run WebLLM at all, before anything is downloaded. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';

export interface Adapter {
  readonly name: string;
  /** A software rasteriser: right, but slow. */
  readonly isSoftware: boolean;
  readonly halfPrecision: boolean;
}

const kib = 2 ** 10;
const gib = 2 ** 30;

/** What web-llm asks the device for without a way around it. */
const needs = [
  ['maxComputeWorkgroupStorageSize', 32 * kib, 'bytes of workgroup storage'],
  ['maxStorageBuffersPerShaderStage', 10, 'storage buffers in a shader'],
  ['maxBufferSize', gib / 4, 'bytes in a buffer'],
  ['maxStorageBufferBindingSize', gib / 8, 'bytes in a buffer that a shader sees'],
] as const;

/** Never rejects: whatever goes wrong here, there is another engine. */
export async function findAdapter(): Promise<Result<Adapter, Fault>> {
  try {
    return await askForAdapter();
  } catch (error) {
    return failed(noWebgpu(error instanceof Error ? error.message : String(error)));
  }
}

async function askForAdapter(): Promise<Result<Adapter, Fault>> {
  const gpu = navigator.gpu as GPU | undefined;
  if (gpu === undefined) return failed(noWebgpu('this browser does not offer WebGPU'));
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return failed(noWebgpu('the browser found no graphics processor to use'));
  for (const [limit, needed, what] of needs) {
    const found = adapter.limits[limit];
    if (found < needed) {
      return failed(noWebgpu(`the device offers ${found} ${what}, and ${needed} are needed`));
    }
  }
  // Older browsers have none.
  const info = adapter.info as GPUAdapterInfo | undefined;
  const parts = [info?.vendor, info?.architecture, info?.device].filter(Boolean);
  const name = info?.description || parts.join(' ') || 'GPU';
  return ok({
    name,
    isSoftware: info?.isFallbackAdapter === true || /swiftshader|llvmpipe|software/i.test(name),
    halfPrecision: adapter.features.has('shader-f16'),
  });
}

const noWebgpu = (reason: string): Fault => ({ kind: 'no-webgpu', reason });
