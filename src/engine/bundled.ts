import type { ModelSpec } from './model.ts';

const folder = `${import.meta.env.BASE_URL}models/nano/`;

/**
 * The model that comes with the page. Its manifest, written by `nano/export.py`, tells the hash
 * that the file must have; it is read when the model is loaded, so that the two always agree.
 */
export const bundledModel: ModelSpec = {
  id: 'nano',
  engine: 'wllama',
  urls: [`${folder}nano.gguf`],
  manifest: `${folder}model.json`,
  chat: 'nano',
};

/** The same model compiled for WebGPU, for those who have a graphics processor. */
export const bundledGpuModel: ModelSpec = {
  id: 'nano',
  engine: 'webllm',
  urls: [`${folder}webllm/`],
  library: `${folder}webllm/nano.wasm`,
  manifest: `${folder}webllm/model.json`,
  chat: 'nano',
};
