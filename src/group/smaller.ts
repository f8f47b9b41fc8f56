/**
 * The synthesis of smaller groups out of one recording: G rollouts were sampled once, and the anchor is
 * asked again with some of them alone. Only that needs a model; every other method's answer at a smaller
 * G follows by counting (scaling.ts).
 */
import { fnv1a } from '../base/hash.ts';
import { deriveSeed } from '../base/random.ts';
import { subsetsOf } from '../stats/subsets.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';

/** What the anchor wrote from `size` of a group's rollouts. Plain data. */
export interface SmallerSynthesis {
  readonly kind: 'smaller-synthesis';
  /** 1 to G − 1. */
  readonly size: number;
  /** Indices of the rollouts, rising; `size` of them. */
  readonly members: readonly number[];
  /**
   * With its own seed. Where no member has a text there is nothing to read: `stop` is `fault`, the fault
   * is `no-rollouts`, and it counts as wrong, as the answer of such a group would.
   */
  readonly synthesis: Synthesis;
}

/** A smaller group that the anchor is to read. */
export type SubGroup = Pick<SmallerSynthesis, 'size' | 'members'>;

/** The key of its piece of evidence. */
export const subGroupKey = ({ size, members }: SubGroup): string =>
  `smaller-synthesis:${size}:${members.join('-')}`;

/** Which smaller groups a recipe asks for. */
export interface Scaling {
  /** Each 1 to G; at G the group's own synthesis stands. */
  readonly smallerGroups?: readonly number[];
  /** Groups of each size, all where there are no more; 1 unless given. */
  readonly smallerSubsets?: number;
}

/** Subsets of one size and question at most. */
export const MOST_SUBSETS = 32;

/** Above the parts of rollouts, synthesis and methods, so that no draw shares its numbers with theirs. */
const SUBSET_PART = 0x30000;
const SYNTHESIS_PART = 0x40000;

/**
 * The sub-groups of a group of `group` rollouts, drawn at random without regard to what they say; `seed`
 * is the group's own, made of the recipe's and the question's hash. Who asks for more subsets later gets
 * those of before among them.
 */
export const subGroupsOf = (
  group: number,
  { smallerGroups = [], smallerSubsets = 1 }: Scaling,
  seed: number,
): SubGroup[] =>
  smallerGroups
    .filter((size) => size < group)
    .flatMap((size) => {
      const drawn = deriveSeed(seed, SUBSET_PART + size);
      const { subsets } = subsetsOf(group, size, { most: smallerSubsets, seed: drawn });
      return subsets.map((members) => ({ size, members }));
    });

/** Of a sub-group's synthesis, whichever others are asked for beside it; `seed` is the group's own. */
export const subGroupSeed = (seed: number, { members }: SubGroup): number =>
  deriveSeed(deriveSeed(seed, SYNTHESIS_PART), fnv1a(members.join()));
