/** Which model to take where one has run out of memory. */
import type { ModelSpec } from '../model.ts';
import { catalogue, type DeviceHints } from './catalogue.ts';

/** A model of nearly the same size would run out as well. */
const worthIt = 3 / 4;

/**
 * The name of the largest compiled model that takes at most three quarters of this one's memory and
 * is likely to fit the device; null where there is none, or nothing is known of this one's size.
 * `bytes` of its files stand for its memory where the catalogue has not got it.
 */
export function smallerThan(
  spec: ModelSpec,
  bytes: number | null,
  device: DeviceHints,
): string | null {
  if (spec.engine !== 'webllm') return null;
  const offers = catalogue(device);
  const known = offers.find((offer) => offer.spec.id === spec.id)?.memoryMb;
  const memoryMb = known ?? (bytes === null ? 0 : bytes / 2 ** 20);
  const fitting = offers.filter(
    (offer) => offer.fit === 'likely' && offer.memoryMb <= worthIt * memoryMb,
  );
  const largest = Math.max(...fitting.map((offer) => offer.memoryMb));
  return fitting.find((offer) => offer.memoryMb === largest)?.name ?? null;
}
