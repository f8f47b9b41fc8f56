/** One number or expression with its unit or percent sign. */
import { expression } from './answer.ts';
import type { Expression } from './answer.ts';
import { inBaseUnits } from './matched-units.ts';
import { binary } from './node.ts';
import type { Node } from './node.ts';
import { parseExpression } from './parse.ts';
import type { Rational } from './rational.ts';
import { splitUnit } from './split-unit.ts';
import { readUnit } from './unit.ts';

/** A unit is looked for first: `5 cm` is no product of letters. In a literal text it is one. */
export function parseQuantity(text: string, literal: boolean): Expression | null {
  if (literal) return literalQuantity(text);
  const modulus =
    /^(.*\S)\s*(?:\(\s*(?:\\b?mod|mod)\s*(\d+)\s*\)|\\p?mod\s*\{?\s*(\d+)\s*\}?|\s\\?b?mod\s+(\d+))$/.exec(
      text,
    );
  if (modulus !== null) {
    const [, residue = '', ...moduli] = modulus;
    const node = parseExpression(residue);
    const words = [`mod ${moduli.find((of) => of !== undefined) ?? ''}`];
    return node && { kind: 'expression', node, percent: false, unit: { words, others: words, measure: null, rate: null } };
  }
  const { text: number, unit } = splitUnit(text);
  const percent = /%$/.test(number) || /^(?:per\s?cents?|pct)$/i.test(unit?.words.join(' ') ?? '');
  const bare = number.replace(/\s*%$/, '').replace(/[$€£¥₹]/g, '');
  const node = parseExpression(mixed(bare));
  if (node === null) return parseSum(text);
  return { kind: 'expression', node, percent, unit: percent ? null : unit };
}

function literalQuantity(text: string): Expression | null {
  const node = parseExpression(mixed(text.replace(/\s*%$/, '')));
  return node && { ...expression(node), percent: /%$/.test(text) };
}

const PART = /(\d+(?:\.\d+)?)\s*([a-zA-Z]+)/g;

/** `2 hours and 30 minutes`, `5 ft 3 in`: several measures of one kind, added up. */
function parseSum(text: string): Expression | null {
  if (!/^\d+(?:\.\d+)?\s*[a-zA-Z]+(?:(?:,|\s|and)*\d+(?:\.\d+)?\s*[a-zA-Z]+)+$/.test(text))
    return null;
  const parts = [...text.matchAll(PART)].map(([, number = '', word = '']) => ({
    node: parseExpression(number),
    unit: readUnit(word),
  }));
  const kinds = parts[0]?.unit.measure?.kinds;
  if (kinds === undefined || parts.some(({ unit }) => unit.measure?.kinds !== kinds)) return null;
  // Hours, then minutes; two lengths in metres are a list.
  const sizes = parts.map(({ unit }) => unit.measure?.size);
  if (!sizes.every((size, at) => at === 0 || isSmaller(size, sizes[at - 1]))) return null;
  let sum: Node | null = null;
  for (const { node, unit } of parts) {
    if (node === null) return null;
    const amount = inBaseUnits(node, unit);
    sum = sum === null ? amount : binary(sum, '+', amount);
  }
  if (sum === null) return null;
  const unit = {
    words: parts.map(({ unit: { words } }) => words.join(' ')),
    others: [],
    measure: { kinds, size: { top: 1n, bottom: 1n } },
    rate: null,
  };
  return { kind: 'expression', node: sum, percent: false, unit };
}

const isSmaller = (a?: Rational, b?: Rational): boolean =>
  a !== undefined && b !== undefined && a.top * b.bottom < b.top * a.bottom;

/** `2 1/3` is two and a third. */
const mixed = (text: string): string =>
  text.replace(
    /(?<![\d.^/_{)\]*] ?)\b(\d+)(?:\s+and)?\s+(\d+)\s*\/\s*(\d+)(?![\d.])/g,
    '($1+$2/$3)',
  );
