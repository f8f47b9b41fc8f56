import type { ModelSpec } from './model.ts';

/**
 * The model that comes with the page. Its manifest, written by `nano/export.py`, tells the hash
 * that the file must have; it is read when the model is loaded, so that the two always agree.
 */
export const bundledModel: ModelSpec = {
  id: 'nano',
  engine: 'wllama',
  urls: [`${import.meta.env.BASE_URL}models/nano/nano.gguf`],
  manifest: `${import.meta.env.BASE_URL}models/nano/model.json`,
  chat: 'nano',
};
