/** How large a model's files are, as far as its name tells: before any host may be asked. */
import type { About } from './offer.ts';

/** Bits of a parameter; groups of 32 numbers in 4 bits share a scale of 16. */
const bitsOf: Readonly<Record<string, number>> = { q4f16_1: 4.5, q4f32_1: 4.5, q0f16: 16, q0f32: 32 };

/** A number of parameters in a name, as a part of its own: `-8B`, `-360M`, `-1_6b`. */
const size = /(?:^|-)(\d+(?:[._]\d+)?)([bm])(?=-|$)/i;

/**
 * By the parameters in the name `name` and the way `way` of storing them (`q4f16_1`), where both are
 * known, and at most the graphics memory, in MB (2^20 bytes); else that memory, which is more than
 * the files.
 */
export function estimate(name: string, way: string, memoryMb: number): About {
  const [, number, unit] = size.exec(name) ?? [];
  const bits = bitsOf[way];
  const most = memoryMb * 2 ** 20;
  if (number === undefined || unit === undefined || bits === undefined) {
    return { bytes: most, basis: 'memory' };
  }
  const parameters = Number(number.replace('_', '.')) * (unit.toLowerCase() === 'b' ? 1e9 : 1e6);
  const bytes = Math.round((parameters * bits) / 8);
  return bytes > most ? { bytes: most, basis: 'memory' } : { bytes, basis: 'name', parameters, bits };
}
