/** Ratios up to scaling; times of day by the clock, where a missing am or pm is no difference. */
import { expression } from './answer.ts';
import type { Answer, Clock, Expression } from './answer.ts';
import { binary } from './node.ts';
import type { Node } from './node.ts';
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

/** a:b is c:d where a·d is b·c, and so on against the first parts that are not 0. */
function compareParts(a: Ratio, b: Ratio, compare: Compare): Promise<Equality> {
  if (a.parts.length !== b.parts.length) return Promise.resolve('different');
  const [first, second] = [a.parts.map(nodeOf), b.parts.map(nodeOf)] as const;
  const pivot = first.findIndex((part) => !isZero(part));
  if (first.some((part, at) => isZero(part) !== isZero(second[at] ?? part)))
    return Promise.resolve('different');
  const [from, to] = [first[pivot], second[pivot]];
  // Nothing to nothing is no ratio.
  if (from === undefined || to === undefined) return Promise.resolve('undecided');
  const products = (of: readonly Node[], by: Node): Expression[] =>
    of.filter((_, at) => at !== pivot).map((part) => expression(binary(part, '*', by)));
  return inOrder(products(first, to), products(second, from), compare);
}

const isZero = (node: Node): boolean => node.kind === 'number' && node.value.top === 0n;

function nodeOf(answer: Answer): Node {
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
