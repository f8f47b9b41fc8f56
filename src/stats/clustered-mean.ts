import { createRandom } from '../base/random.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import { bootstrapMean, percentileBounds } from './bootstrap.ts';
import type { Interval } from './interval.ts';

/**
 * The mean over all scores of all questions, for what is scored once per rollout, such as `single`.
 * The G rollouts of one question stand or fall together, so questions are drawn with all their
 * scores (cluster bootstrap: Davison and Hinkley 1997, section 3.8). An interval that took each
 * rollout for an independent trial would be far too narrow.
 *
 * With as many scores in each question it is the bootstrap of the questions' means; otherwise a
 * question weighs as much as it has scores. Questions without any are left out; null of none.
 */
export function clusteredMean(
  questions: readonly (readonly number[])[],
  options: BootstrapOptions = {},
): Interval | null {
  const filled = questions.filter(({ length }) => length > 0);
  const sizes = Float64Array.from(filled, ({ length }) => length);
  const sums = Float64Array.from(filled, (scores) => scores.reduce((sum, score) => sum + score, 0));
  if (sizes.every((size) => size === sizes[0])) {
    return bootstrapMean(
      Array.from(sums, (sum, at) => sum / (sizes[at] as number)),
      options,
    );
  }
  const { resamples = 10_000, level = 0.95, seed = 1 } = options;
  const random = createRandom(seed);
  const means = new Float64Array(resamples);
  for (let time = 0; time < resamples; time++) {
    let [sum, size] = [0, 0];
    for (let draw = 0; draw < sums.length; draw++) {
      const at = Math.floor(random.next() * sums.length);
      sum += sums[at] as number;
      size += sizes[at] as number;
    }
    means[time] = sum / size;
  }
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  return { estimate: total(sums) / total(sizes), ...percentileBounds(means, level) };
}
