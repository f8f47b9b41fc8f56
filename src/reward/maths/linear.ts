/** Expressions of the form `slope · letter + offset` with exact numbers. */
import { exactValue } from './exact.ts';
import type { Node } from './node.ts';
import { addRational, divideRational, multiplyRational, negateRational } from './rational.ts';
import type { Rational } from './rational.ts';

export interface Linear {
  readonly slope: Rational;
  readonly offset: Rational;
}

const ZERO: Rational = { top: 0n, bottom: 1n };
const ONE: Rational = { top: 1n, bottom: 1n };

export function linearIn(node: Node, letter: string): Linear | null {
  if (node.kind === 'letter') return node.name === letter ? { slope: ONE, offset: ZERO } : null;
  if (node.kind === 'negate') {
    const of = linearIn(node.of, letter);
    return of && { slope: negateRational(of.slope), offset: negateRational(of.offset) };
  }
  const constant = exactValue(node);
  if (constant !== null) return { slope: ZERO, offset: constant };
  if (node.kind !== 'binary' || node.op === '^') return null;
  const left = linearIn(node.left, letter);
  const right = left && linearIn(node.right, letter);
  if (!left || !right) return null;
  if (node.op === '+' || node.op === '-') {
    const turn = node.op === '+' ? (x: Rational): Rational => x : negateRational;
    return both(
      addRational(left.slope, turn(right.slope)),
      addRational(left.offset, turn(right.offset)),
    );
  }
  if (node.op === '/')
    return right.slope.top === 0n ? scaled(left, right.offset, divideRational) : null;
  if (right.slope.top === 0n) return scaled(left, right.offset, multiplyRational);
  return left.slope.top === 0n ? scaled(right, left.offset, multiplyRational) : null;
}

type Operation = (a: Rational, b: Rational) => Rational | null;

const scaled = ({ slope, offset }: Linear, by: Rational, operation: Operation): Linear | null =>
  both(operation(slope, by), operation(offset, by));

const both = (slope: Rational | null, offset: Rational | null): Linear | null =>
  slope && offset && { slope, offset };
