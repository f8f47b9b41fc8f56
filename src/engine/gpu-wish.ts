/**
 * Whether an engine that can do without a graphics processor is to use one: `auto` on hardware and for
 * models that gain by it, `always` by software and for small models too, `never`.
 */
export type GpuWish = 'auto' | 'always' | 'never';

/** Null for another name. */
export const gpuWishNamed = (name: string): GpuWish | null =>
  name === 'auto' || name === 'always' || name === 'never' ? name : null;
