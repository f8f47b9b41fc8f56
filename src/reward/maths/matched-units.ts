/**
 * How the units of two quantities bear on their comparison. A missing unit is no difference, as the
 * question fixes it; like units are converted; words that one unit lacks are left out there.
 */
import { binary } from './node.ts';
import type { Node } from './node.ts';
import type { Rational } from './rational.ts';
import type { Unit, UnitPart } from './unit.ts';

export type UnitMatch = 'ignore' | 'convert' | 'clash' | 'unclear';

export function matchUnits(a: UnitPart | null, b: UnitPart | null): UnitMatch {
  if (isMissing(a) || isMissing(b)) return 'ignore';
  if (a.measure && b.measure) {
    const kinds = [a.measure.kinds, b.measure.kinds];
    const alike = CONVERTIBLE.some((family) => kinds.every((kind) => family.includes(kind)));
    if (kinds[0] !== kinds[1] && !alike) return 'clash';
    // Red against blue, later against earlier: nobody here knows what they mean.
    return oneIncludes(a.others, b.others) ? 'convert' : 'unclear';
  }
  return oneIncludes(a.words, b.words) ? 'ignore' : 'unclear';
}

/**
 * The two units without what only one of them says: `15 per hour` does not say of what, and `$15`
 * not for what. Measures alone say all of it: 60 miles are no speed.
 */
export function inCommon(
  a: Unit | null,
  b: Unit | null,
): readonly [UnitPart | null, UnitPart | null] {
  if (a === null || b === null) return [a, b];
  if (a.rate && b.rate) {
    const isCounted = [a.rate, b.rate].every(({ before }) => !isMissing(before));
    return isCounted ? [a, b] : [a.rate.behind, b.rate.behind];
  }
  if (a.rate) return [isRateOptional(a) ? a.rate.before : a, b];
  if (b.rate) return [a, isRateOptional(b) ? b.rate.before : b];
  return [a, b];
}

const isRateOptional = ({ rate, others }: Unit): boolean =>
  rate !== null && !isMissing(rate.before) && (isMoney(rate.before) || others.length > 0);

const MONEY = /\b(?:dollar|euro|sterling|yen|rupee)\^1/;

/** Money alone, or money for something. */
export const isMoney = ({ measure }: UnitPart): boolean => MONEY.test(measure?.kinds ?? '');

const isMissing = (unit: UnitPart | null): unit is null =>
  unit === null || unit.words.length === 0;

function oneIncludes(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

/** Kinds that `inBaseUnits` brings together otherwise than by a factor of their sizes. */
const CONVERTIBLE = [
  ['celsius', 'fahrenheit'],
  ['angle^1', 'radian^1'],
];

/** The quantity in its kind's first unit. */
export function inBaseUnits(node: Node, { measure }: UnitPart): Node {
  if (measure === null) return node;
  const number = (value: Rational): Node => ({ kind: 'number', value, text: '' });
  if (measure.kinds === 'fahrenheit') {
    const above = binary(node, '-', number({ top: 32n, bottom: 1n }));
    return binary(above, '*', number({ top: 5n, bottom: 9n }));
  }
  if (measure.kinds === 'radian^1') {
    return binary(binary(node, '*', number({ top: 180n, bottom: 1n })), '/', {
      kind: 'constant',
      name: 'pi',
    });
  }
  if (measure.size.top === 1n && measure.size.bottom === 1n) return node;
  return binary(node, '*', number(measure.size));
}
