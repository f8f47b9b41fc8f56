/** MLC models compiled for WebGPU, in their own dedicated worker: many rollouts in one batch. */
import { EngineClient } from '../client.ts';
import type { Engine } from '../engine.ts';
import type { AllowHost } from '../gate.ts';
import { linkWorker } from '../worker-link.ts';

export interface WebllmOptions {
  /** Hosts besides our own that models may come from; none without it. */
  readonly allowHost?: AllowHost;
}

export function createWebllmEngine(options: WebllmOptions = {}): Engine {
  return new EngineClient({
    ...options,
    id: 'webllm',
    scores: true,
    baseUrl: () => document.baseURI,
    start: () =>
      linkWorker(
        (name) =>
          new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name }),
      ),
  });
}
