/** The heavy part of a comparison, behind one door: it brings mathjs, and it may take long. */
import type { Allowance } from './allowance.ts';
import { withBudget } from './budget.ts';
import type { Equation } from './equations.ts';
import { compareRelations } from './equations.ts';
import { compareExpressions } from './expressions.ts';
import type { Node } from './node.ts';
import type { Equality } from './reading.ts';

/**
 * On this thread the verdict is there at once; from a worker it comes later. The time that the work
 * takes is spent of the allowance.
 */
export interface Algebra {
  compareExpressions(a: Node, b: Node, allowance?: Allowance): Equality | Promise<Equality>;
  compareRelations(a: Equation, b: Equation, allowance?: Allowance): Equality | Promise<Equality>;
}

/** Milliseconds for one verdict. */
const BUDGET = 1500;

export const algebra = {
  compareExpressions: (a: Node, b: Node, allowance?: Allowance): Equality =>
    settle(() => compareExpressions(a, b), allowance),
  compareRelations: (a: Equation, b: Equation, allowance?: Allowance): Equality =>
    settle(() => compareRelations(a, b), allowance),
} satisfies Algebra;

function settle(work: () => Equality, allowance: Allowance | undefined): Equality {
  const start = performance.now();
  try {
    return withBudget<Equality>(BUDGET, 'undecided', work);
  } finally {
    allowance?.spend(performance.now() - start);
  }
}
