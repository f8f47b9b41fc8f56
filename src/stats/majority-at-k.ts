/**
 * maj@k without luck: how often a majority vote over k rollouts is right, expected over every choice
 * of k from the n that were sampled and every order of them. Ties go to the answer seen first, as in
 * lm-evaluation-harness; over all orders each of the tied answers is seen first equally often.
 *
 * Exact, by counting: the draws in which an answer has m votes and no other has more are a product of
 * polynomials, one factor for each answer, so nothing is sampled and nothing enumerated.
 */
import { choose } from './binomial.ts';

/** More rollouts than this would pass the range of numbers; nobody samples as many. */
const MOST = 1000;

/**
 * For one question. By rollout: `answers` is the number of its cluster of equal answers, null where
 * it has none and does not vote; `right` whether it is right, by which a winning answer is right as
 * often as its rollouts are. A draw without any vote is wrong. Gives 0 to 1; throws RangeError where
 * the lists differ in length, are longer than 1,000, or k is not in 1 … n.
 */
export function majorityAtK(
  answers: readonly (number | null)[],
  right: readonly boolean[],
  k: number,
): number {
  const n = answers.length;
  if (right.length !== n || n > MOST || !Number.isSafeInteger(k) || k < 1 || k > n) {
    throw new RangeError(`maj@${k} of ${n} answers and ${right.length} verdicts`);
  }
  const clusters = tally(answers, right);
  const absent = answers.filter((answer) => answer === null).length;
  let ways = 0;
  for (const cluster of clusters) {
    if (cluster.right === 0) continue;
    const others = clusters.filter((other) => other !== cluster).map(({ size }) => size);
    for (let votes = 1; votes <= Math.min(k, cluster.size); votes++) {
      const wins = drawsOfOthers(others, absent, k - votes, votes).reduce(
        (sum, draws, tied) => sum + draws / (tied + 1),
        0,
      );
      ways += (cluster.right / cluster.size) * choose(cluster.size, votes) * wins;
    }
  }
  return Math.min(1, ways / choose(n, k));
}

interface Cluster {
  size: number;
  right: number;
}

function tally(answers: readonly (number | null)[], right: readonly boolean[]): Cluster[] {
  const clusters = new Map<number, Cluster>();
  answers.forEach((answer, at) => {
    if (answer === null) return;
    const cluster = clusters.get(answer) ?? { size: 0, right: 0 };
    clusters.set(answer, cluster);
    cluster.size += 1;
    if (right[at] === true) cluster.right += 1;
  });
  return [...clusters.values()];
}

/**
 * In how many ways `draw` rollouts can be drawn from the others so that no answer has more than
 * `votes`; by the number of answers that have exactly as many.
 */
function drawsOfOthers(
  sizes: readonly number[],
  absent: number,
  draw: number,
  votes: number,
): number[] {
  const mostTied = Math.floor(draw / votes);
  const width = draw + 1;
  let table = new Float64Array((mostTied + 1) * width);
  for (let drawn = 0; drawn <= draw; drawn++) table[drawn] = choose(absent, drawn);
  for (const size of sizes) {
    const next = new Float64Array(table.length);
    const ways = Array.from({ length: Math.min(size, votes) + 1 }, (_, of) => choose(size, of));
    for (let tied = 0; tied <= mostTied; tied++) {
      for (let drawn = 0; drawn <= draw; drawn++) {
        const before = table[tied * width + drawn] as number;
        if (before === 0) continue;
        for (let more = 0; more < ways.length && drawn + more <= draw; more++) {
          const at = (more === votes ? tied + 1 : tied) * width + drawn + more;
          next[at] = (next[at] as number) + before * (ways[more] as number);
        }
      }
    }
    table = next;
  }
  return Array.from({ length: mostTied + 1 }, (_, tied) => table[tied * width + draw] as number);
}
