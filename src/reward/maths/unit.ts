/** Units stand behind a number and are left out of the comparison, as the question fixes them. */
import { FUNCTION_NAMES } from './node.ts';

/** Never units: what else may stand behind a number. */
const NOT_UNITS = new Set<string>([...FUNCTION_NAMES, 'pi', 'infinity', 'or', 'and', 'is']);

/** Different measures of one kind make an equal number no equal answer. */
const MEASURES: readonly (readonly string[])[] = [
  ['mm', 'millimeter', 'millimetre'],
  ['cm', 'centimeter', 'centimetre'],
  ['m', 'meter', 'metre'],
  ['km', 'kilometer', 'kilometre'],
  ['in', 'inch', 'inche'],
  ['ft', 'foot', 'feet'],
  ['yd', 'yard'],
  ['mi', 'mile'],
  ['mg', 'milligram'],
  ['g', 'gram'],
  ['kg', 'kilogram'],
  ['oz', 'ounce'],
  ['lb', 'lbs', 'pound'],
  ['ml', 'milliliter', 'millilitre'],
  ['l', 'liter', 'litre'],
  ['second', 'sec'],
  ['minute', 'min'],
  ['hour', 'hr', 'h'],
  ['day'],
  ['week'],
  ['month'],
  ['year', 'yr'],
  ['cent'],
  ['dollar', 'usd', 'buck'],
];

export interface WithUnit {
  readonly text: string;
  readonly unit: string;
}

/** `64 square feet` → `64` and its unit; `2 x`, `3 pi` and `5ab` have none. */
export function splitUnit(text: string): WithUnit {
  const match = /^(.*?[\d)}%])(\s*)([a-zA-Z][a-zA-Z\s/.'-]*(?:\^\{?[23]\}?)?)$/s.exec(text);
  if (match === null) return { text, unit: '' };
  const [, before = '', gap = '', unit = ''] = match;
  const words = unit.split(/[^a-zA-Z]+/).filter((word) => word !== '');
  const fits = (word: string): boolean =>
    !NOT_UNITS.has(word) &&
    (word.length >= 3 || (measureOf(word) !== null && (gap !== '' || word.length === 2)));
  return words.every(fits) ? { text: before.trim(), unit } : { text, unit: '' };
}

/** Whether the units name two different measures, so that the numbers cannot be held together. */
export function unitsClash(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const [first, second] = [measureOf(a), measureOf(b)];
  return first !== null && second !== null && first !== second;
}

function measureOf(unit: string): number | null {
  const word = unit.trim().toLowerCase();
  const singular = word.length > 2 ? word.replace(/s$/, '') : word;
  const at = MEASURES.findIndex((names) => names.includes(word) || names.includes(singular));
  return at < 0 ? null : at;
}
