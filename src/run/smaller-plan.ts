/** With what a model is loaded again whose memory ran out under its work. */
import type { Loss } from '../engine/engine.ts';
import type { ModelSpec } from '../engine/model.ts';
import type { LabLoadOptions } from './lab.ts';

/** What has been halved of the first plan so far. */
export type Halved = 'nothing' | 'batch' | 'context';

export interface LoadPlan {
  readonly spec: ModelSpec;
  readonly options: LabLoadOptions;
  readonly halved: Halved;
}

/** A usual cache has room for so many answers of full length. */
const usualBatch = 8;
/** Below this a question and its answer hardly fit. */
const leastContext = 512;
/** Contexts and caches are counted in whole pages of this many tokens. */
const page = 16;

const half = (tokens: number): number => Math.floor(tokens / 2 / page) * page;

/**
 * First half of what was decoded at once, in a cache that is no larger than before; then half the
 * context and half the cache; then null: a smaller model is needed.
 */
export function smallerPlan({ spec, options, halved }: LoadPlan, loss: Loss): LoadPlan | null {
  const { slots, contextTokens, cacheTokens } = loss.model.capabilities;
  if (halved === 'nothing' && loss.atOnce > 1) {
    const fewer = Math.min(usualBatch, Math.floor(loss.atOnce / 2));
    return { spec, options: { ...options, ...cacheOf(cacheTokens), slots: fewer }, halved: 'batch' };
  }
  const shorter = half(contextTokens);
  if (halved === 'context' || shorter < leastContext) return null;
  return {
    spec: { ...spec, contextTokens: shorter },
    options: { ...options, ...cacheOf(cacheTokens && half(cacheTokens)), slots },
    halved: 'context',
  };
}

const cacheOf = (cacheTokens: number | undefined): Pick<LabLoadOptions, 'cacheTokens'> =>
  cacheTokens === undefined ? {} : { cacheTokens };
