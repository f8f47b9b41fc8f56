/** How many sequences of which length fit: from the model's sizes and the device's limits. */
import type { ModelSizes } from './handles.ts';
import { pageTokens, type CacheSize } from './sequences.ts';

export interface Wishes {
  /** Sequences decoded at once. */
  readonly slots: number;
  /** Tokens of one sequence, prompt and answer. */
  readonly contextTokens: number;
}

export interface Limits {
  /** The largest buffer that a shader may see, in bytes. */
  readonly bindingBytes: number;
  /** What all caches together may take, in bytes. */
  readonly cacheBytes: number;
}

export interface Capacity extends CacheSize {
  readonly contextTokens: number;
}

/** Bytes of one token's keys and values in one layer. */
const layerBytes = ({ kvHeads, headSize, bytesPerNumber }: ModelSizes): number =>
  2 * kvHeads * headSize * bytesPerNumber;

const pages = (tokens: number): number => Math.floor(tokens / pageTokens) * pageTokens;

/**
 * The context that was wished for, as far as the model was trained and one sequence fits; then as
 * many sequences of it as fit, at most those wished for and at least one. Each sequence may take
 * one page more than its tokens need.
 */
export function capacity(sizes: ModelSizes, wishes: Wishes, limits: Limits): Capacity {
  const perLayer = layerBytes(sizes);
  const fits = Math.floor(
    Math.min(limits.bindingBytes / perLayer, limits.cacheBytes / (perLayer * sizes.layers)),
  );
  const wanted = Math.min(wishes.contextTokens, sizes.trained ?? wishes.contextTokens);
  const contextTokens = Math.max(pageTokens, Math.min(wanted, pages(fits) - pageTokens));
  const all = wishes.slots * (contextTokens + pageTokens);
  return {
    sequences: wishes.slots,
    tokens: Math.max(contextTokens + pageTokens, Math.min(all, pages(fits))),
    contextTokens,
  };
}
