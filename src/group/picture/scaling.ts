/** What the picture of accuracy against G is drawn from. */
import { allAtOnce } from '../../base/steps.ts';
import type { Steps } from '../../base/steps.ts';
import type { MethodName } from '../../baseline/selection.ts';
import type { Caution } from '../../stats/caution.ts';
import { cautionsOfMean } from '../../stats/caution.ts';
import { promptMeans } from '../../stats/prompt-means.ts';
import type { Manner } from '../../stats/prompt-means.ts';
import type { Entry } from '../plan.ts';
import { scalingSteps, UNSCALED_NAMES } from '../scaling.ts';
import type { ScalingPoint } from '../scaling.ts';

export interface ScalingPicture {
  /** With a known answer. */
  readonly questions: number;
  /** By G, rising; empty where no answer is known. */
  readonly points: readonly ScalingPoint[];
  /** Methods of these questions that have no line, since each smaller group would have to be asked anew. */
  readonly absent: readonly MethodName[];
  /** How the bounds were found; where both ways were taken, both. */
  readonly manners: readonly Manner[];
  readonly cautions: readonly Caution[];
}

export const scalingPicture = (entries: readonly Pick<Entry, 'outcome'>[]): ScalingPicture =>
  allAtOnce(scalingPictureSteps(entries));

export function* scalingPictureSteps(
  entries: readonly Pick<Entry, 'outcome'>[],
): Steps<ScalingPicture> {
  const known = entries.flatMap(({ outcome }) => (outcome.scored === 'truth' ? [outcome] : []));
  const manners = new Set<Manner>();
  const cautions = new Map<Caution['kind'], Caution>();
  const points = yield* scalingSteps(known, (columns) => {
    const means = promptMeans(columns);
    columns.forEach((scores, at) => {
      const mean = means[at] ?? null;
      if (mean === null) return;
      manners.add(mean.manner);
      for (const caution of cautionsOfMean(scores)) cautions.set(caution.kind, caution);
    });
    return means;
  });
  const absent = UNSCALED_NAMES.filter((name) => known.some(({ choices }) => name in choices));
  return { questions: known.length, points, absent, manners: [...manners], cautions: [...cautions.values()] };
}
