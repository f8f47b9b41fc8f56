import type { Fault } from '../base/fault.ts';
import type { StopReason } from '../engine/sample.ts';

/** One sampled answer of the policy, as it is stored. Plain data. */
export interface Rollout {
  /** 0 … G − 1; G is the extra rollout that equal-compute voting adds. */
  readonly index: number;
  readonly seed: number;
  readonly text: string;
  readonly tokens: number;
  readonly promptTokens: number;
  /** Natural log-probability per sampled token at temperature 1, before top-p and top-k. */
  readonly logprobs: readonly number[];
  readonly stop: StopReason;
  readonly seconds: number;
  /**
   * Seconds from when the group's rollouts were asked for to this one's end, with what it waited for a
   * slot: of rollouts sampled beside each other the longest is what one waits for. Absent in older groups.
   */
  readonly elapsed?: number;
  /** Why, where `stop` is `fault`. */
  readonly fault?: Fault;
}
