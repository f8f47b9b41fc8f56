/** What the browser's graphics processor is, whatever computes on it. */

export interface Adapter {
  readonly name: string;
  /** A software rasteriser: right, but slow. */
  readonly isSoftware: boolean;
  readonly halfPrecision: boolean;
}

export function describeAdapter(adapter: GPUAdapter): Adapter {
  // Older browsers have none.
  const info = adapter.info as GPUAdapterInfo | undefined;
  const parts = [info?.vendor, info?.architecture, info?.device].filter(Boolean);
  const name = info?.description || parts.join(' ') || 'GPU';
  return {
    name,
    isSoftware: info?.isFallbackAdapter === true || /swiftshader|llvmpipe|software/i.test(name),
    halfPrecision: adapter.features.has('shader-f16'),
  };
}
