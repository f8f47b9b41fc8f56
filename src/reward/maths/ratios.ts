/** Ratios up to scaling; times of day by the clock, where a missing am or pm is no difference. */
import { expression } from './answer.ts';
import type { Answer, Clock, Expression } from './answer.ts';
import { binary } from './node.ts';
import { inOrder } from './pairing.ts';
import type { Equality } from './reading.ts';

type Ratio = Extract<Answer, { kind: 'ratio' }>;
type Compare = (a: Expression, b: Expression) => Promise<Equality>;

export async function compareRatios(a: Answer, b: Answer, compare: Compare): Promise<Equality> {
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    if (a.clock?.half || b.clock?.half)
      return a.clock && b.clock ? compareClocks(a.clock, b.clock) : 'different';
    const verdict = await compareParts(a, b, compare);
    if (a.clock === null || b.clock === null) return verdict;
    if (a.clock.seconds === b.clock.seconds) return 'equal';
    // As a ratio they may be equal, as times they are not.
    return verdict === 'equal' ? 'undecided' : 'different';
  }
  const [ratio, other] = a.kind === 'ratio' ? [a, b] : [b as Ratio, a];
  if (other.kind !== 'expression') return other.kind === 'relation' ? 'undecided' : 'different';
  if (ratio.clock?.half)
    return (await compare(hoursOf(ratio.clock), other)) === 'equal' ? 'equal' : 'different';
  const [first, second, more] = ratio.parts;
  if (first?.kind !== 'expression' || second?.kind !== 'expression' || more !== undefined)
    return 'different';
  const verdict = await compare(expression(binary(first.node, '/', second.node)), other);
  return verdict === 'equal' || ratio.clock === null ? verdict : 'undecided';
}

/** a:b is c:d where a·d is b·c, and so on against the first parts. */
function compareParts(a: Ratio, b: Ratio, compare: Compare): Promise<Equality> {
  const products = (of: Ratio, by: Ratio): Expression[] => {
    const scale = by.parts[0];
    return of.parts
      .slice(1)
      .map((part) =>
        expression(binary(nodeOf(part), '*', scale === undefined ? nodeOf(part) : nodeOf(scale))),
      );
  };
  if (a.parts.length !== b.parts.length) return Promise.resolve('different');
  return inOrder(products(a, b), products(b, a), compare);
}

function nodeOf(answer: Answer): Expression['node'] {
  return answer.kind === 'expression' ? answer.node : { kind: 'constant', name: 'infinity' };
}

const HALF_DAY = 12 * 3600;

function compareClocks(a: Clock, b: Clock): Equality {
  return times(a).some((time) => times(b).includes(time)) ? 'equal' : 'different';
}

/** Seconds since midnight; both halves of the day where it is not said which. */
function times({ seconds, half }: Clock): number[] {
  if (half === null)
    return seconds >= HALF_DAY + 3600 || seconds < 3600
      ? [seconds]
      : [seconds % HALF_DAY, (seconds % HALF_DAY) + HALF_DAY];
  return [(seconds % HALF_DAY) + (half === 'pm' ? HALF_DAY : 0)];
}

const hoursOf = ({ seconds }: Clock): Expression =>
  expression({
    kind: 'number',
    value: {
      top: BigInt(Math.floor(seconds / 3600)),
      bottom: seconds % 3600 === 0 ? 1n : 2n ** 40n,
    },
    text: '',
  });
