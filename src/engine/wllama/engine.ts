/**
 * llama.cpp compiled to WebAssembly, in its own dedicated worker: runs on any CPU, and large models on
 * the graphics processor where that can do half precision.
 */
import { EngineClient } from '../client.ts';
import type { Engine } from '../engine.ts';
import type { AllowHost } from '../gate.ts';
import type { GpuWish } from '../gpu-wish.ts';
import { linkWorker } from '../worker-link.ts';

export interface WllamaOptions {
  /** Hosts besides our own that models may come from; none without it. */
  readonly allowHost?: AllowHost;
  readonly gpu?: GpuWish;
}

export function createWllamaEngine(options: WllamaOptions = {}): Engine {
  return new EngineClient({
    ...options,
    id: 'wllama',
    baseUrl: () => document.baseURI,
    start: () =>
      linkWorker(
        (name) =>
          new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name }),
      ),
  });
}
