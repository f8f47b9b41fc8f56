import type { Random } from '../../base/random.ts';
import type { Problem } from './problem.ts';
import { sumLine, termValue } from './solution.ts';
import type { Operator } from './sum.ts';
import { calculate } from './sum.ts';

export interface NoisySolution {
  readonly text: string;
  readonly answer: string;
  /** How many lines went wrong of themselves, not through an earlier slip. */
  readonly slips: number;
}

/** How a slip goes wrong, of 100: most are values, as with a small model. */
const SKIPPED = 3;
const WRONG_OPERATOR = 9;
const WRONG_OPERAND = 20;

/**
 * A made-up solution in which each step goes wrong with probability `rate` (0 to 1). What follows
 * is computed rightly from the wrong value; a difference that would be negative is taken the other way
 * round, and a quotient is rounded down, so that every number stays a whole one. The operators and
 * operands of unslipped lines are those of the true solution, line by line.
 */
export function noisySolution(problem: Problem, rate: number, random: Random): NoisySolution {
  const values: number[] = [];
  const lines: string[] = [];
  let slips = 0;
  for (const step of problem.steps) {
    let left = termValue(step.left, values);
    let right = termValue(step.right, values);
    let op = step.op;
    let value = whole(op, left, right);
    let skipped = false;
    if (random.next() < rate) {
      slips += 1;
      const kind = random.next() * 100;
      if (kind < SKIPPED && step.left.kind === 'result') {
        skipped = true;
        value = left;
      } else if (kind < WRONG_OPERATOR) {
        op = random.pick((['+', '-', '*', '/'] as const).filter((other) => other !== op));
        value = whole(op, left, right);
      } else if (kind < WRONG_OPERAND) {
        if (random.next() < 0.5) left = slipped(left, random);
        else right = slipped(right, random);
        value = whole(op, left, right);
      } else {
        value = slipped(value, random);
      }
    }
    values.push(value);
    if (!skipped) lines.push(sumLine({ ...step, op }, left, right, value));
  }
  const answer = String(values.at(-1));
  return { text: [...lines, `The answer is ${answer}.`].join('\n'), answer, slips };
}

function whole(op: Operator, left: number, right: number): number {
  if (op === '/') return right === 0 ? 0 : Math.floor(left / right);
  return Math.abs(calculate(op, left, right));
}

/** Another number near at hand: some off, a digit changed or dropped, the digits turned round. */
function slipped(value: number, random: Random): number {
  for (;;) {
    const wrong = slipOnce(value, random);
    if (wrong !== value && wrong >= 0) return wrong;
  }
}

function slipOnce(value: number, random: Random): number {
  const sign = random.next() < 0.5 ? 1 : -1;
  const digits = [...String(value)];
  const at = random.integer(0, digits.length - 1);
  const kind = random.next();
  if (kind < 0.3) return value + sign;
  if (kind < 0.55) return value + 10 * sign;
  if (kind < 0.65) return value + random.integer(2, 9) * sign;
  if (kind < 0.7) return value + 100 * sign;
  if (kind < 0.75) return Number(digits.toReversed().join(''));
  if (kind < 0.78) return Number(digits.filter((_, index) => index !== at).join('') || value);
  digits[at] = String(random.integer(at === 0 ? 1 : 0, 9));
  return Number(digits.join(''));
}
