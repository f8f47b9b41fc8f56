import type { Fault } from '../base/fault.ts';
import type { LoadedModel } from '../engine/model.ts';

/**
 * Whether a model cannot do a job. The bundled kind knows only the jobs that its manifest lists; of
 * other models nothing is known, and they are tried.
 */
export const lacks = ({ spec, trained }: Pick<LoadedModel, 'spec' | 'trained'>, job: string): boolean =>
  spec.chat === 'nano' && trained?.jobs.includes(job) !== true;

/** Why these two cannot do an open question, or null. */
export function untaught(anchor: LoadedModel, judge: LoadedModel): Fault | null {
  if (lacks(anchor, 'propose')) return { kind: 'open-untaught', model: anchor.spec.id };
  if (lacks(judge, 'verdict')) return { kind: 'open-untaught', model: judge.spec.id };
  return null;
}
