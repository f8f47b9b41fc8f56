/** What a device, or its browser, lacks for models on the graphics processor. Plain data. */
export type Shortfall =
  /** The browser has no WebGPU; `secure`: whether the page's address would allow it. */
  | { readonly kind: 'no-api'; readonly secure: boolean }
  | { readonly kind: 'no-adapter' }
  /** The browser refused to tell. */
  | { readonly kind: 'adapter-failed'; readonly reason: string }
  /** A hard limit: web-llm has no way around it. In the units that `LimitName` says. */
  | { readonly kind: 'limit'; readonly limit: LimitName; readonly found: number; readonly needed: number }
  /** It computes right, but slowly. */
  | { readonly kind: 'software'; readonly name: string }
  /** No shader-f16: models take twice the room for what they compute with. */
  | { readonly kind: 'no-half' }
  /** The browser does not tell how much memory the machine has. */
  | { readonly kind: 'memory-unknown' }
  /** A model wants more memory than is likely there: MB (2^20 bytes) against GiB of the whole machine. */
  | { readonly kind: 'memory'; readonly neededMb: number; readonly machineGib: number | null }
  /** Bytes that are still to come against bytes that the browser has left for this page. */
  | { readonly kind: 'storage'; readonly needed: number; readonly free: number };

/** Two are counted in bytes of a buffer, one in bytes of workgroup storage, one in buffers. */
export type LimitName =
  | 'maxComputeWorkgroupStorageSize'
  | 'maxStorageBuffersPerShaderStage'
  | 'maxBufferSize'
  | 'maxStorageBufferBindingSize';

const hard: ReadonlySet<Shortfall['kind']> = new Set<Shortfall['kind']>([
  'no-api',
  'no-adapter',
  'adapter-failed',
  'limit',
]);

/** Whether no model at all can run with it; the others are hints. */
export const isHard = ({ kind }: Shortfall): boolean => hard.has(kind);
