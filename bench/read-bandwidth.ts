/**
 * How fast the device reads memory: a kernel that adds up a storage buffer and does nothing else. A
 * step of decoding reads every weight once, so that no step is shorter than their bytes at this rate.
 */
import { median } from '../src/stats/median.ts';

/** The numbers of WebGPU, whose names TypeScript's libraries lack. */
const usage = { mapRead: 1, copySource: 4, copyTarget: 8, storage: 128 } as const;
const readMode = 1;

const mebi = 2 ** 20;
const rounds = 5;
/** Threads in a workgroup, and workgroups: enough to keep every core of a device waiting for memory. */
const width = 256;
const workgroups = 1024;

const code = `
@group(0) @binding(0) var<storage, read> source: array<vec4<u32>>;
@group(0) @binding(1) var<storage, read_write> sums: array<u32>;
@compute @workgroup_size(${width})
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  var sum = vec4<u32>(0u);
  for (var at = id.x; at < arrayLength(&source); at += ${width * workgroups}u) {
    sum += source[at];
  }
  sums[id.x] = sum.x + sum.y + sum.z + sum.w;
}`;

/**
 * Bytes a second, the middle of a few rounds, from a buffer that is larger than the caches of most
 * graphics processors; a smaller one on a software adapter. Throws where not every byte was read.
 */
export async function readBandwidth(isSoftware: boolean): Promise<number> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw new Error('no adapter');
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const most = Math.min(maxStorageBufferBindingSize, maxBufferSize);
  const device = await adapter.requestDevice({
    requiredLimits: { maxStorageBufferBindingSize, maxBufferSize },
  });
  const size = Math.min((isSoftware ? 64 : 512) * mebi, most);
  const passes = isSoftware ? 2 : 16;
  const source = device.createBuffer({ size, usage: usage.storage, mappedAtCreation: true });
  new Uint32Array(source.getMappedRange()).fill(1);
  source.unmap();
  const sums = device.createBuffer({
    size: 4 * width * workgroups,
    usage: usage.storage | usage.copySource,
  });
  const pipeline = device.createComputePipeline({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code }), entryPoint: 'main' },
  });
  const group = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [source, sums].map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  const seconds = async (): Promise<number> => {
    const encoder = device.createCommandEncoder();
    for (let pass = 0; pass < passes; pass++) {
      const compute = encoder.beginComputePass();
      compute.setPipeline(pipeline);
      compute.setBindGroup(0, group);
      compute.dispatchWorkgroups(workgroups);
      compute.end();
    }
    const begun = performance.now();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    return (performance.now() - begun) / 1000;
  };
  await seconds();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await seconds());
  const total = await totalOf(device, sums);
  device.destroy();
  if (total !== size / 4) throw new Error(`the kernel read ${4 * total} bytes of ${size}`);
  return (passes * size) / median(times);
}

async function totalOf(device: GPUDevice, sums: GPUBuffer): Promise<number> {
  const copy = device.createBuffer({ size: sums.size, usage: usage.mapRead | usage.copyTarget });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(sums, 0, copy, 0, sums.size);
  device.queue.submit([encoder.finish()]);
  await copy.mapAsync(readMode);
  return new Uint32Array(copy.getMappedRange()).reduce((sum, value) => sum + value, 0);
}
