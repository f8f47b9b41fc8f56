import type { Random } from '../../base/random.ts';
import type { LevelLimits } from './level.ts';

export type Operator = '+' | '-' | '*' | '/';

/** Where an operand comes from: it stands in the question, or an earlier line made it. */
export type Term =
  | { readonly kind: 'given'; readonly value: number }
  | { readonly kind: 'result'; readonly step: number };

/** One solution line: `before left op right = value after`. */
export interface Step {
  readonly op: Operator;
  readonly left: Term;
  readonly right: Term;
  readonly value: number;
  readonly before: string;
  readonly after: string;
}

/** A bracket such as `[was-now]` taken apart. */
export interface Sum {
  readonly op: Operator;
  readonly left: string;
  readonly right: string;
  readonly before: string;
  readonly after: string;
}

const cache = new Map<string, Sum>();

export function readSum(line: string): Sum {
  const known = cache.get(line);
  if (known !== undefined) return known;
  const found = /^(.*)\[(\w+)([-+*/])(\w+)\](.*)$/.exec(line);
  if (found === null) throw new Error(`a solution line needs one sum in brackets: ${line}`);
  const [, before = '', left = '', op = '+', right = '', after = ''] = found;
  const sum: Sum = { op: op as Operator, left, right, before: before.trim(), after };
  cache.set(line, sum);
  return sum;
}

export function calculate(op: Operator, left: number, right: number): number {
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
  return op satisfies never;
}

/** Smaller numbers come oftener, as in real stories, and leave room for later steps. */
function between(random: Random, low: number, high: number): number {
  if (high < low) return Number.NaN;
  const reach = random.next() < 0.5 ? low + Math.floor((high - low) / 3) : high;
  return random.integer(low, reach);
}

/**
 * A number for one open operand, so that the sum stays within the level: NaN where none fits.
 * `other` is the known operand, or NaN where both are open.
 */
export function drawOperand(
  random: Random,
  op: Operator,
  side: 'left' | 'right',
  other: number,
  limits: LevelLimits,
  range: readonly [number, number] | undefined,
): number {
  const low = range?.[0] ?? 2;
  const high = Math.min(limits.given, range?.[1] ?? limits.given);
  const free = Number.isNaN(other);
  switch (op) {
    case '+': {
      const most = Math.min(high, limits.result - (free ? 2 : other));
      return free ? between(random, low, most) : roundly(random, low, most, (n) => other + n);
    }
    case '-':
      if (side === 'left') return between(random, Math.max(low, free ? 6 : other + 2), high);
      return roundly(random, low, Math.min(high, other - 2), (n) => other - n);
    case '*':
      if (free) return random.integer(low, Math.min(high, 12));
      return other > 12
        ? random.integer(low, Math.min(high, 12, Math.floor(limits.result / other)))
        : between(random, low, Math.min(high, Math.floor(limits.result / other)));
    case '/': {
      const fits: number[] = [];
      for (let n = low; n <= Math.min(high, 12); n += 1) {
        if (other % n === 0 && other / n >= 2) fits.push(n);
      }
      return fits.length === 0 ? Number.NaN : random.pick(fits);
    }
  }
  return op satisfies never;
}

/** Often picks the number so that the result can be divided: otherwise few stories could share. */
function roundly(random: Random, low: number, high: number, result: (n: number) => number): number {
  const plain = between(random, low, high);
  if (Number.isNaN(plain) || random.next() < 0.5) return plain;
  const divisor = random.integer(3, 12);
  for (let n = plain; n <= Math.min(high, plain + divisor); n += 1) {
    if (result(n) % divisor === 0) return n;
  }
  return plain;
}
