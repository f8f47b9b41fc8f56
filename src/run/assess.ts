/**
 * What models are asked after the synthesis: a rubric and its verdicts where the question is open,
 * the methods that the recipe names, and the synthesis of the smaller groups that it names. What a continued group has already is not asked again.
 */
import type { Fault } from '../base/fault.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { AssessJob } from './event.ts';
import type { GroupTools } from './tools.ts';

export type AssessEvent =
  | { readonly kind: 'assessing'; readonly job: AssessJob; readonly done: number; readonly total: number }
  | { readonly kind: 'evidence'; readonly evidence: Evidence }
  | { readonly kind: 'fault'; readonly fault: Fault };

export interface Assessed {
  /** With its rollouts and synthesis, and the evidence that it has already. */
  readonly group: Group;
  readonly tools: GroupTools;
  /** The group's own seed. */
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Stops early, without a word, where the signal is aborted or an engine is down. */
export type Assessor = (assessed: Assessed) => AsyncGenerator<AssessEvent, void, undefined>;
