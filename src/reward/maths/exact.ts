import type { Node } from './node.ts';
import {
  addRational,
  divideRational,
  factorialRational,
  floorRational,
  multiplyRational,
  negateRational,
  powerRational,
} from './rational.ts';
import type { Rational } from './rational.ts';

/** The value as an exact fraction, or null where it has none (or none of a reasonable size). */
export function exactValue(node: Node): Rational | null {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'constant':
    case 'letter':
    case 'unknown':
      return null;
    case 'negate': {
      const of = exactValue(node.of);
      return of === null ? null : negateRational(of);
    }
    case 'factorial': {
      const of = exactValue(node.of);
      return of === null ? null : factorialRational(of);
    }
    case 'call': {
      const of = exactValue(node.of);
      if (of === null) return null;
      if (node.name === 'abs') return of.top < 0n ? negateRational(of) : of;
      if (node.name === 'floor') return floorRational(of);
      if (node.name === 'ceil') return negateRational(floorRational(negateRational(of)));
      return node.name === 'sqrt' ? powerRational(of, { top: 1n, bottom: 2n }) : null;
    }
    case 'binary': {
      const left = exactValue(node.left);
      const right = left === null ? null : exactValue(node.right);
      return left === null || right === null ? null : combine(node.op, left, right);
    }
    default:
      return node satisfies never;
  }
}

function combine(
  op: '+' | '-' | '*' | '/' | '^',
  left: Rational,
  right: Rational,
): Rational | null {
  switch (op) {
    case '+':
      return addRational(left, right);
    case '-':
      return addRational(left, negateRational(right));
    case '*':
      return multiplyRational(left, right);
    case '/':
      return divideRational(left, right);
    case '^':
      return powerRational(left, right);
    default:
      return op satisfies never;
  }
}
