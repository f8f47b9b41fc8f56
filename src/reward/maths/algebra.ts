/** The heavy part of a comparison, behind one door: it brings mathjs, and it may take long. */
import { withBudget } from './budget.ts';
import type { Equation } from './equations.ts';
import { compareRelations } from './equations.ts';
import { compareExpressions } from './expressions.ts';
import type { Node } from './node.ts';
import type { Equality } from './reading.ts';

/** On this thread the verdict is there at once; from a worker it comes later. */
export interface Algebra {
  compareExpressions(a: Node, b: Node): Equality | Promise<Equality>;
  compareRelations(a: Equation, b: Equation): Equality | Promise<Equality>;
}

/** Milliseconds for one verdict. */
const BUDGET = 1500;

export const algebra = {
  compareExpressions: (a: Node, b: Node): Equality =>
    withBudget<Equality>(BUDGET, 'undecided', () => compareExpressions(a, b)),
  compareRelations: (a: Equation, b: Equation): Equality =>
    withBudget<Equality>(BUDGET, 'undecided', () => compareRelations(a, b)),
} satisfies Algebra;
