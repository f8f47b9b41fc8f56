import { afterEach, describe, expect, test, vi } from 'vitest';
import { adapterOf, examineDevice, findAdapter } from '../../../src/engine/webllm/device.ts';
import type { Shortfall } from '../../../src/engine/webllm/shortfall.ts';
import { shortfallText } from '../../../src/view/text/preflight.ts';

const enough = {
  maxComputeWorkgroupStorageSize: 32768,
  maxStorageBuffersPerShaderStage: 10,
  maxBufferSize: 2 ** 30,
  maxStorageBufferBindingSize: 2 ** 30,
};

interface Card {
  readonly limits?: Partial<typeof enough>;
  readonly half?: boolean;
  readonly name?: string;
}

const gpu = ({ limits = {}, half = true, name = 'Card' }: Card) => ({
  requestAdapter: () =>
    Promise.resolve({
      limits: { ...enough, ...limits },
      features: new Set(half ? ['shader-f16'] : []),
      info: { description: name },
    }),
});

const given = (more: object): void => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { deviceMemory: 8, ...more });
};

afterEach(() => vi.unstubAllGlobals());

const kinds = async (): Promise<string[]> =>
  (await examineDevice()).shortfalls.map(({ kind }) => kind);

describe('the look at a device, before anything is downloaded', () => {
  test('finds nothing lacking where everything is there', async () => {
    given({ gpu: gpu({}) });
    expect(await examineDevice()).toEqual({
      adapter: { name: 'Card', isSoftware: false, halfPrecision: true },
      shortfalls: [],
    });
  });

  test('names every limit that is too low, not the first alone', async () => {
    const limits = { maxStorageBuffersPerShaderStage: 8, maxBufferSize: 2 ** 20 };
    given({ gpu: gpu({ limits, half: false }) });
    const preflight = await examineDevice();
    expect(preflight.adapter).toBeNull();
    expect(preflight.shortfalls).toEqual([
      { kind: 'limit', limit: 'maxStorageBuffersPerShaderStage', found: 8, needed: 10 },
      { kind: 'limit', limit: 'maxBufferSize', found: 2 ** 20, needed: 2 ** 28 },
      { kind: 'no-half' },
    ]);
    const found = adapterOf(preflight);
    expect(found).toMatchObject({ ok: false, fault: { kind: 'no-webgpu' } });
    expect(JSON.stringify(found)).toMatch(/8 storage buffers.*; .*bytes in a buffer/);
  });

  test('names what makes a device slow or its models large, and takes it all the same', async () => {
    given({ gpu: gpu({ name: 'SwiftShader', half: false }), deviceMemory: undefined });
    expect(await kinds()).toEqual(['software', 'no-half', 'memory-unknown']);
    expect((await findAdapter()).ok).toBe(true);
  });

  test('tells a browser without WebGPU from a page whose address keeps it away', async () => {
    given({});
    expect((await examineDevice()).shortfalls).toEqual([{ kind: 'no-api', secure: true }]);
    vi.stubGlobal('isSecureContext', false);
    expect((await examineDevice()).shortfalls).toEqual([{ kind: 'no-api', secure: false }]);
  });

  test('says so where there is no adapter, or asking for one fails', async () => {
    given({ gpu: { requestAdapter: () => Promise.resolve(null) } });
    expect(await kinds()).toEqual(['no-adapter']);
    given({ gpu: { requestAdapter: () => Promise.reject(new Error('the driver is blocked')) } });
    expect((await examineDevice()).shortfalls).toEqual([
      { kind: 'adapter-failed', reason: 'the driver is blocked' },
    ]);
  });
});

const every: Shortfall[] = [
  { kind: 'no-api', secure: true },
  { kind: 'no-api', secure: false },
  { kind: 'no-adapter' },
  { kind: 'adapter-failed', reason: 'it is blocked.' },
  { kind: 'limit', limit: 'maxComputeWorkgroupStorageSize', found: 16384, needed: 32768 },
  { kind: 'limit', limit: 'maxStorageBuffersPerShaderStage', found: 8, needed: 10 },
  { kind: 'software', name: 'SwiftShader' },
  { kind: 'no-half' },
  { kind: 'memory-unknown' },
  { kind: 'memory', neededMb: 9216, machineGib: 8 },
  { kind: 'memory', neededMb: 9216, machineGib: null },
  { kind: 'storage', needed: 4.5e9, free: 1e9 },
];

describe('the words for what is lacking', () => {
  test.each(every)('$kind: say what, why, and what to do', (shortfall) => {
    const { what, why, remedy } = shortfallText(shortfall);
    for (const sentence of [what, why, remedy]) {
      expect(sentence).toMatch(/^[A-Z“\d].*[.]$/);
      expect(sentence).not.toMatch(/undefined|null|\[object/);
    }
  });

  test('carry the numbers, in units that people know', () => {
    expect(shortfallText(every[4]!).why).toMatch(/32 KiB .*16 KiB/);
    expect(shortfallText(every[5]!).why).toMatch(/10 buffers .*8 buffers/);
    expect(shortfallText(every.at(-1)!).why).toMatch(/4\.5 GB .*1\.0 GB/);
  });
});
