/** Whether this browser and device can run WebLLM at all, before anything is downloaded. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { describeAdapter, type Adapter } from '../adapter.ts';
import { isHard, type LimitName, type Shortfall } from './shortfall.ts';

export interface Preflight {
  /** What can be computed on; null where something that is lacking is hard. */
  readonly adapter: Adapter | null;
  /** Everything that is lacking, not the first of it alone; the hard ones first. */
  readonly shortfalls: readonly Shortfall[];
}

const kib = 2 ** 10;
const gib = 2 ** 30;

/** What web-llm asks the device for without a way around it. */
const needs: readonly (readonly [LimitName, number, string])[] = [
  ['maxComputeWorkgroupStorageSize', 32 * kib, 'bytes of workgroup storage'],
  ['maxStorageBuffersPerShaderStage', 10, 'storage buffers in a shader'],
  ['maxBufferSize', gib / 4, 'bytes in a buffer'],
  ['maxStorageBufferBindingSize', gib / 8, 'bytes in a buffer that a shader sees'],
];

/** Never rejects: whatever goes wrong here, there is another engine. */
export async function examineDevice(): Promise<Preflight> {
  try {
    return await examine();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { adapter: null, shortfalls: [{ kind: 'adapter-failed', reason }] };
  }
}

/** The adapter, or `no-webgpu` with every hard reason in one sentence. Never rejects. */
export const findAdapter = async (): Promise<Result<Adapter, Fault>> =>
  adapterOf(await examineDevice());

export function adapterOf({ adapter, shortfalls }: Preflight): Result<Adapter, Fault> {
  if (adapter !== null) return ok(adapter);
  const reason = shortfalls.filter(isHard).map(reasonOf).join('; ');
  return failed({ kind: 'no-webgpu', reason });
}

async function examine(): Promise<Preflight> {
  const gpu = navigator.gpu as GPU | undefined;
  const without = (shortfall: Shortfall): Preflight => ({ adapter: null, shortfalls: [shortfall] });
  if (gpu === undefined) return without({ kind: 'no-api', secure: isSecureContext });
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return without({ kind: 'no-adapter' });
  const limits = needs.flatMap(([limit, needed]): Shortfall[] => {
    const found = adapter.limits[limit];
    return found < needed ? [{ kind: 'limit', limit, found, needed }] : [];
  });
  const found = describeAdapter(adapter);
  const { deviceMemory } = navigator as { readonly deviceMemory?: number };
  const hints: Shortfall[] = [
    ...(found.isSoftware ? [{ kind: 'software', name: found.name } as const] : []),
    ...(found.halfPrecision ? [] : [{ kind: 'no-half' } as const]),
    ...(deviceMemory === undefined ? [{ kind: 'memory-unknown' } as const] : []),
  ];
  return { adapter: limits.length === 0 ? found : null, shortfalls: [...limits, ...hints] };
}

function reasonOf(shortfall: Shortfall): string {
  switch (shortfall.kind) {
    case 'no-api':
      return 'this browser does not offer WebGPU';
    case 'no-adapter':
      return 'the browser found no graphics processor to use';
    case 'adapter-failed':
      return shortfall.reason;
    case 'limit': {
      const [, , what] = needs.find(([limit]) => limit === shortfall.limit) ?? ['', 0, 'of a limit'];
      return `the device offers ${shortfall.found} ${what}, and ${shortfall.needed} are needed`;
    }
    default:
      return shortfall.kind;
  }
}
