/** The verdict of an open question as figures: how the rewards lie, and who has the most. */
import { mean } from '../../stats/mean.ts';
import type { GroupView } from '../group-state.ts';
import { say } from '../text/current.ts';

export interface OpenVerdict {
  readonly mean: number;
  readonly best: readonly number[];
  readonly most: number;
  readonly least: number;
}

/** Null where no answer has a reward. */
export function openVerdict(rewards: readonly (number | null)[]): OpenVerdict | null {
  const known = rewards.filter((reward) => reward !== null);
  const average = mean(known);
  if (average === null) return null;
  const most = Math.max(...known);
  const best = rewards.flatMap((reward, index) => (reward === most ? [index] : []));
  return { mean: average, best, most, least: Math.min(...known) };
}

/** One sentence on the rewards, for eyes and ears. */
export function openSentence(group: GroupView): string {
  const verdict = openVerdict(group.evaluation?.rubric?.rewards ?? []);
  if (verdict === null) return say.rubric.verdict.none;
  const { best, most, least } = verdict;
  return say.rubric.verdict.sentence(best, most, least);
}
