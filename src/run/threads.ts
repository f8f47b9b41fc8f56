/** What the page offers as threads, beside what the CPU engine makes of them. */

import type { LoadedModel } from '../engine/model.ts';

/** More the CPU engine never uses. */
const MOST_THREADS = 8;

/** Models above this size stand in memory once; smaller ones get copies beside each other. */
const COPIED_BYTES = 128 * 2 ** 20;

export const threadChoices = (cores: number): number => Math.max(1, Math.min(cores, MOST_THREADS));

/**
 * Whether the model has to do with one thread whatever is set: a copy needs cross-origin isolation
 * for more than one, and this model is too large for several copies.
 */
export const isOneThreaded = (
  { bytes, capabilities }: Pick<LoadedModel, 'bytes' | 'capabilities'>,
  isolated: boolean,
): boolean => capabilities.device === 'cpu' && !isolated && bytes > COPIED_BYTES;
