/**
 * What smaller groups of one question's rollouts come to, expected over all such groups. Thousands of
 * questions fall out in a few hundred ways: each of these is counted once, and how many questions it is of.
 */
import { choose } from '../stats/binomial.ts';
import { majorityAtK } from '../stats/majority-at-k.ts';
import { passAtK } from '../stats/pass-at-k.ts';
import type { Outcome } from './outcome.ts';

/** Those that follow by counting. */
export const COUNTED_NAMES = ['single', 'majority', 'perplexity', 'oracle'] as const;

export type CountedName = (typeof COUNTED_NAMES)[number];

export interface Curve {
  /** By size, each 0 to 1. */
  readonly shares: readonly number[];
  /** Questions that have it, of those counted so far. */
  readonly times: number;
}

export type Curves = Readonly<Record<CountedName, Curve>>;

/** What of an outcome its curves follow from. */
export type Counted = Pick<Outcome, 'right' | 'clusters' | 'sureness'> & {
  readonly scores: Pick<Outcome['scores'], 'majority'>;
};

type Growing = Curve & { times: number };

/** Curves of questions with the same number of rollouts. */
interface Known {
  readonly byHits: Map<number, Readonly<Record<'single' | 'oracle', Growing>>>;
  readonly byVotes: Map<string, Growing>;
  readonly byOrder: Map<string, Growing>;
}

export class CurveCount {
  readonly #sizes: readonly number[];
  readonly #known = new Map<number, Known>();

  /** Of groups of these sizes. */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
  }

  /** One question more. No closure is made for what is known already: there would be tens of thousands. */
  add({ right, clusters, sureness, scores }: Counted): Curves {
    const total = right.length;
    const { byHits, byVotes, byOrder } = this.#of(total);
    let hits = 0;
    for (const one of right) if (one) hits += 1;
    let same = byHits.get(hits);
    if (same === undefined) {
      const share = hits / total;
      same = { single: this.#curve(() => share), oracle: this.#curve((size) => passAtK(total, hits, size)) };
      byHits.set(hits, same);
    }
    const { single, oracle } = same;
    // The vote of all of them was taken: a tie in it is broken, and not shared.
    const vote = scores.majority;
    const votes = `${vote} ${voteKey(clusters, right)}`;
    let majority = byVotes.get(votes);
    if (majority === undefined) {
      majority = this.#curve((size) => (size === total && vote !== null ? vote : majorityAtK(clusters, right, size)));
      byVotes.set(votes, majority);
    }
    const order = inOrder(sureness, right);
    let perplexity = byOrder.get(order);
    if (perplexity === undefined) {
      perplexity = this.#curve((size) => surestAtK(order, total, size));
      byOrder.set(order, perplexity);
    }
    single.times += 1;
    oracle.times += 1;
    majority.times += 1;
    perplexity.times += 1;
    return { single, majority, perplexity, oracle };
  }

  /** The shares of all questions at the place `at` of the sizes, equal ones beside each other. */
  column(name: CountedName, at: number): number[] {
    const column: number[] = [];
    for (const known of this.#known.values()) {
      for (const { shares, times } of curvesIn(known, name)) {
        for (let left = times; left > 0; left--) column.push(shares[at] as number);
      }
    }
    return column;
  }

  #of(total: number): Known {
    let known = this.#known.get(total);
    if (known === undefined) {
      known = { byHits: new Map(), byVotes: new Map(), byOrder: new Map() };
      this.#known.set(total, known);
    }
    return known;
  }

  #curve(of: (size: number) => number): Growing {
    return { shares: this.#sizes.map(of), times: 0 };
  }
}

function curvesIn({ byHits, byVotes, byOrder }: Known, name: CountedName): Iterable<Curve> {
  switch (name) {
    case 'single':
    case 'oracle':
      return [...byHits.values()].map((both) => both[name]);
    case 'majority':
      return byVotes.values();
    case 'perplexity':
      return byOrder.values();
    default:
      return name satisfies never;
  }
}

/** The same for votes that fall alike, whatever the answers are: all that a vote hangs on. */
function voteKey(clusters: Outcome['clusters'], right: readonly boolean[]): string {
  const votes: number[] = [];
  for (let index = 0; index < clusters.length; index++) {
    const cluster = clusters[index] ?? null;
    if (cluster === null) continue;
    while (votes.length <= cluster) votes.push(0);
    // A vote in the upper digits, a right one in the lower.
    votes[cluster] = (votes[cluster] as number) + (right[index] === true ? 10_001 : 10_000);
  }
  return votes.sort((a, b) => a - b).join();
}

/** The candidates from the surest down, `1` for a right one; of equally sure ones the first seen. */
function inOrder(sureness: Outcome['sureness'], right: readonly boolean[]): string {
  // Inserted one by one: a sort with its comparison would be most of the time that the curves take.
  const order: number[] = [];
  for (let index = 0; index < sureness.length; index++) {
    const score = sureness[index] ?? null;
    if (score === null) continue;
    let at = order.length;
    for (; at > 0 && (sureness[order[at - 1] as number] as number) < score; at--) {
      order[at] = order[at - 1] as number;
    }
    order[at] = index;
  }
  let digits = '';
  for (const index of order) digits += right[index] === true ? '1' : '0';
  return digits;
}

/**
 * Least perplexity: of the candidates from the surest down, each is chosen in the groups that hold it
 * and none of the surer ones. Cut-off and empty rollouts are in the groups too, but never chosen.
 */
const surestAtK = (order: string, total: number, size: number): number =>
  [...order].reduce(
    (sum, right, surer) =>
      right === '1'
        ? sum + choose(total - surer - 1, size - 1) / choose(total, size)
        : sum,
    0,
  );
