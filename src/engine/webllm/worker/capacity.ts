/** How many sequences of which length fit: from the model's sizes and the device's limits. */
import type { ModelSizes } from './handles.ts';
import { pageTokens, type CacheSize } from './sequences.ts';

export interface Wishes {
  /** Sequences decoded at once. */
  readonly slots: number;
  /** Tokens of one sequence, prompt and answer, that as many sequences should have at once. */
  readonly contextTokens: number;
}

export interface Limits {
  /** The largest buffer that a shader may see, in bytes. */
  readonly bindingBytes: number;
  /** What all caches together may take, in bytes. */
  readonly cacheBytes: number;
}

export interface Capacity extends CacheSize {
  /** Tokens that one sequence may have where it has the cache for itself. */
  readonly contextTokens: number;
}

/** Bytes of one token's keys and values in one layer. */
const layerBytes = ({ kvHeads, headSize, bytesPerNumber }: ModelSizes): number =>
  2 * kvHeads * headSize * bytesPerNumber;

const pages = (tokens: number): number => Math.floor(tokens / pageTokens) * pageTokens;

/**
 * A pool of tokens for all sequences: as many as were wished for, as far as they fit. One sequence
 * alone may take all of it, as far as the model was trained, so that a synthesis of many rollouts
 * has more context than the rollouts beside each other. Each sequence may take one page more than
 * its tokens need.
 */
export function capacity(sizes: ModelSizes, wishes: Wishes, limits: Limits): Capacity {
  const perLayer = layerBytes(sizes);
  const fits = Math.floor(
    Math.min(limits.bindingBytes / perLayer, limits.cacheBytes / (perLayer * sizes.layers)),
  );
  const wanted = Math.min(wishes.contextTokens, sizes.trained ?? wishes.contextTokens);
  const all = wishes.slots * (pages(wanted) + pageTokens);
  const tokens = Math.max(2 * pageTokens, Math.min(all, pages(fits)));
  return {
    sequences: wishes.slots,
    tokens,
    contextTokens: Math.min(tokens - pageTokens, sizes.trained ?? wishes.contextTokens),
  };
}
