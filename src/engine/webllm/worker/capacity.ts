/** How many tokens of how many sequences fit: from the model's sizes and the device's limits. */
import type { ModelSizes } from './handles.ts';
import { pageTokens, type CacheSize } from './sequences.ts';

export interface Limits {
  /** The largest buffer that a shader may see, in bytes. */
  readonly bindingBytes: number;
  /** What the caches of all layers together may take, in bytes. */
  readonly cacheBytes: number;
}

export interface Capacity extends CacheSize {
  /** Tokens that one sequence may have where it has the cache for itself. */
  readonly contextTokens: number;
  /** What the caches take, in bytes. */
  readonly bytes: number;
}

/** Without a word from the model, what it was surely trained for. */
const usualContext = 4096;

/** Bytes of one token's keys and values in one layer. */
const layerBytes = ({ kvHeads, headSize, bytesPerNumber }: ModelSizes): number =>
  2 * kvHeads * headSize * bytesPerNumber;

/**
 * A pool of tokens for all sequences: as many as are wished for, as far as they fit. One sequence
 * alone may take nearly all of it, as far as the model was trained, so that a synthesis of many
 * rollouts has more context than the rollouts beside each other. A few pages stay free for what a
 * shared prompt takes twice.
 */
export function capacity(sizes: ModelSizes, wish: CacheSize, limits: Limits): Capacity {
  const perLayer = layerBytes(sizes);
  const perToken = perLayer * sizes.layers;
  const fits = Math.min(limits.bindingBytes / perLayer, limits.cacheBytes / perToken);
  const pages = Math.max(8, Math.floor(Math.min(wish.tokens, fits) / pageTokens));
  return {
    sequences: wish.sequences,
    tokens: pages * pageTokens,
    contextTokens: Math.min((pages - 4) * pageTokens, sizes.trained ?? usualContext),
    bytes: pages * pageTokens * perToken,
  };
}
