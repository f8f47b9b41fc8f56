/** What an open question asks of a judge once its rubric is known, and who that is. */
import { candidatesOf } from '../baseline/candidates.ts';
import type { Group } from '../group/group.ts';
import { missingVerdicts } from '../reward/rubric/judge.ts';
import type { JudgedText } from '../reward/rubric/judge.ts';
import type { Rubric, Verdict } from '../reward/rubric/rubric.ts';
import type { Rollout } from '../rollout/rollout.ts';

/** What is judged, of a group as it is stored or as a page holds it. */
export interface Judgeable {
  readonly recipe: Pick<Group['recipe'], 'group'>;
  readonly rollouts: readonly (Pick<Rollout, 'index' | 'text'> & {
    readonly stop: Rollout['stop'] | null;
  })[];
  readonly synthesis?: { readonly text: string } | null | undefined;
}

/** Those of the G rollouts that are whole, and the synthesis. */
export function judgedTexts({ rollouts, synthesis, recipe }: Judgeable): JudgedText[] {
  const judged = candidatesOf(rollouts, recipe.group).map(
    ({ index, text }): JudgedText => ({ rollout: index, text }),
  );
  return synthesis ? [...judged, { rollout: 'synthesis', text: synthesis.text }] : judged;
}

/** The weights that wrote the answers or their synthesis, under whatever name, and not others. */
export const judgesItself = ({
  judge,
  anchor,
  policy,
}: Pick<Group['recipe'], 'judge' | 'anchor' | 'policy'>): boolean =>
  [anchor, policy].some(({ revision }) => revision === judge.revision);

/** Calls that are left until every pair has so many verdicts. */
export const callsLeft = (
  group: Judgeable,
  rubric: Rubric,
  verdicts: readonly Verdict[],
  repeats: number,
): number =>
  missingVerdicts(rubric, judgedTexts(group), verdicts, { repeats, permute: false, seed: 0 }).length;
