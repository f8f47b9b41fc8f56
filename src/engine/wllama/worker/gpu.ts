/**
 * Where llama.cpp is to compute. Its WebGPU part, as wllama 3.8.1 has it, takes the adapter that the
 * browser gives by default and needs half precision (`shader-f16`) of it; without that it computes on
 * the CPU and says nothing, so both are looked at before.
 */
import { describeAdapter } from '../../adapter.ts';
import type { GpuWish } from '../../gpu-wish.ts';
import type { ModelSpec } from '../../model.ts';

/** `why` is for the person: absent where nobody would look for a graphics processor. */
export type Place =
  | { readonly device: 'gpu' | 'software-gpu' }
  | { readonly device: 'cpu'; readonly why?: string };

/** Never rejects: where looking fails, there is the CPU. */
export async function choosePlace(wish: GpuWish, { chat }: Pick<ModelSpec, 'chat'>): Promise<Place> {
  // The bundled model is faster on the CPU than the kernels of a GPU are started.
  if (wish === 'never' || (wish === 'auto' && chat === 'nano')) return { device: 'cpu' };
  const gpu = navigator.gpu as GPU | undefined;
  if (gpu === undefined) return { device: 'cpu', why: 'this browser does not offer WebGPU' };
  try {
    const adapter = await gpu.requestAdapter();
    if (adapter === null) {
      return { device: 'cpu', why: 'the browser found no graphics processor to use' };
    }
    const { isSoftware, halfPrecision } = describeAdapter(adapter);
    if (isSoftware && wish === 'auto') return { device: 'cpu' };
    if (!halfPrecision) {
      const why = 'llama.cpp needs half precision (shader-f16) of it, which this device does not offer';
      return { device: 'cpu', why };
    }
    return { device: isSoftware ? 'software-gpu' : 'gpu' };
  } catch (error) {
    return { device: 'cpu', why: error instanceof Error ? error.message : String(error) };
  }
}
