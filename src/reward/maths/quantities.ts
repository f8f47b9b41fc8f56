/** Numbers and expressions with their units: exact fractions first, algebra where they do not settle it. */
import type { Algebra } from './algebra.ts';
import type { Expression } from './answer.ts';
import { exactValue } from './exact.ts';
import { inBaseUnits, inCommon, isMoney, matchUnits } from './matched-units.ts';
import { binary, isConstant, printNode, whole } from './node.ts';
import type { Node } from './node.ts';
import { sameRational } from './rational.ts';
import type { Equality } from './reading.ts';
import { roundsToFraction } from './rounding.ts';
import type { Unit } from './unit.ts';

export interface QuantityJudge {
  compare(a: Expression, b: Expression): Promise<Equality>;
}

export function createQuantityJudge(load: () => Promise<Algebra | null>): QuantityJudge {
  async function compare(a: Expression, b: Expression): Promise<Equality> {
    const [first, second] = inCommon(a.unit, b.unit);
    const units = matchUnits(first, second);
    if (units === 'clash') return 'different';
    // Five per cent is not five dollars.
    if ((a.percent && isAmount(b.unit)) || (b.percent && isAmount(a.unit))) return 'different';
    const asWritten = await nodes(a.node, b.node);
    if (units !== 'ignore') {
      const converted =
        first?.measure && second?.measure
          ? await nodes(inBaseUnits(a.node, first), inBaseUnits(b.node, second))
          : asWritten;
      if (units === 'unclear')
        return asWritten === 'equal' || converted === 'equal' ? 'undecided' : converted;
      // The same number of another measure may be a slip of the unit's name only, but not of money.
      const isSlip = asWritten === 'equal' && first !== null && !isMoney(first);
      return converted === 'different' && isSlip ? 'undecided' : converted;
    }
    if (asWritten === 'equal' || a.percent === b.percent) return asWritten;
    // Times a hundred on the other side, so that a rounded percentage stays a written decimal.
    const [left, right] = [a, b].map(({ node, percent }) =>
      percent ? node : binary(node, '*', whole(100n)),
    );
    return left && right && (await nodes(left, right)) === 'equal' ? 'equal' : asWritten;
  }

  async function nodes(a: Node, b: Node): Promise<Equality> {
    if (printNode(a) === printNode(b)) return 'equal';
    const [x, y] = [exactValue(a), exactValue(b)];
    if (x !== null && y !== null) {
      return sameRational(x, y) || roundsToFraction(a, y) || roundsToFraction(b, x)
        ? 'equal'
        : 'different';
    }
    if (isInfinite(a) || isInfinite(b)) {
      return isConstant(a, b) ? 'different' : 'undecided';
    }
    return (await (await load())?.compareExpressions(a, b)) ?? 'undecided';
  }

  return { compare };
}

/** A measured amount; `5 percent a year` is a percentage all the same. */
const isAmount = (unit: Unit | null): boolean =>
  unit !== null && unit.measure !== null && !unit.words.includes('percent');

function isInfinite(node: Node): boolean {
  const of = node.kind === 'negate' ? node.of : node;
  return of.kind === 'constant' && of.name === 'infinity';
}
