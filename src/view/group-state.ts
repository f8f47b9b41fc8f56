/** One group as the page shows it, folded from its events. Part of the fold in `state.ts`. */
import type { Fault } from '../base/fault.ts';
import type { GroupId } from '../base/id.ts';
import type { StopReason } from '../engine/sample.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Evaluation, Group } from '../group/group.ts';
import type { Recipe } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import type { Reading } from '../reward/maths/reading.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { AssessJob, RunEvent } from '../run/event.ts';
import { withEvidence } from '../run/evidence.ts';
import type { Synthesis, SynthesisPlan } from '../synthesis/synthesis.ts';

export interface GroupView {
  readonly id: GroupId;
  readonly question: Question;
  readonly recipe: Recipe;
  readonly createdAt: number;
  /** Answered from the store. */
  readonly cached: boolean;
  readonly status: Group['status'];
  /** By index: G of them, and one more where the recipe votes at equal compute. */
  readonly rollouts: readonly RolloutView[];
  readonly plan: SynthesisPlan | null;
  readonly synthesis: SynthesisView | null;
  /** What models were asked beyond the synthesis. */
  readonly evidence: readonly Evidence[];
  /** Calls of one job while they are made; null before and after. */
  readonly assessing: Assessing | null;
  readonly evaluation: Evaluation | null;
  readonly faults: readonly Fault[];
  readonly clock: Clock;
}

export interface Assessing {
  readonly job: AssessJob;
  readonly done: number;
  readonly total: number;
  /** When the job was first told of, how much was done then, and when it was last told of. */
  readonly since: number;
  readonly from: number;
  readonly at: number;
}

export interface RolloutView {
  readonly index: number;
  readonly text: string;
  readonly tokens: number;
  /** 0 until it has ended. */
  readonly promptTokens: number;
  /** Sum of log-probabilities over the tokens so far; null where the engine gives none. */
  readonly logprob: number | null;
  /** Null while it is written, and before. */
  readonly stop: StopReason | null;
  readonly seconds: number | null;
  /** From when the rollouts were asked for; absent in older groups, and until it has ended. */
  readonly elapsed?: number;
  /** Null until somebody has read the text. */
  readonly reading: Reading | null;
  readonly fault: Fault | null;
}

export interface SynthesisView {
  readonly text: string;
  readonly tokens: number;
  readonly promptTokens: number;
  readonly stop: StopReason | null;
  readonly seconds: number | null;
  readonly reading: Reading | null;
  readonly fault: Fault | null;
}

/** Milliseconds of a monotonic clock; `tokens` counts what was streamed between the two ends. */
export interface Clock {
  readonly start: number;
  readonly firstToken: number | null;
  readonly last: number;
  readonly tokens: number;
}

type GroupEvent = Extract<RunEvent, { readonly groupId: GroupId }>;
type OwnFault = { readonly kind: 'fault'; readonly fault: Fault };
type OwnEvent = Exclude<GroupEvent, { readonly kind: 'group-deleted' }> | OwnFault;

/** The group before its first token, or with all that a stored one has. */
export function startGroup(group: Group, cached: boolean, at: number): GroupView {
  const count = group.recipe.group + (group.recipe.equalCompute ? 1 : 0);
  const view: GroupView = {
    id: group.id,
    question: group.question,
    recipe: group.recipe,
    createdAt: group.createdAt,
    cached,
    status: cached ? group.status : 'running',
    rollouts: Array.from({ length: count }, (_, index) => emptyRollout(index)),
    plan: group.synthesis?.plan ?? null,
    synthesis: group.synthesis === undefined ? null : endedSynthesis(group.synthesis),
    evidence: group.evidence,
    assessing: null,
    evaluation: null,
    faults: group.faults,
    clock: { start: at, firstToken: null, last: at, tokens: 0 },
  };
  const filled = group.rollouts.reduce((sum, rollout) => withRollout(sum, rollout, null), view);
  return group.evaluation === undefined ? filled : withEvaluation(filled, group.evaluation);
}

export const restoreGroup = (group: Group, at: number): GroupView => startGroup(group, true, at);

export function foldGroup(group: GroupView, event: OwnEvent, at: number): GroupView {
  switch (event.kind) {
    case 'rollout-token': {
      const before = group.rollouts[event.index];
      if (before === undefined || before.stop !== null) return group;
      const after = {
        ...before,
        text: before.text + event.text,
        tokens: before.tokens + 1,
        logprob: event.logprob === null ? null : (before.logprob ?? 0) + event.logprob,
      };
      return { ...replaceRollout(group, after), clock: tick(group.clock, at) };
    }
    case 'rollout-done':
      return withRollout(group, event.rollout, event.reading ?? null);
    case 'synthesis-plan':
      return { ...group, plan: event.plan };
    case 'synthesis-token': {
      const before = group.synthesis ?? emptySynthesis;
      if (before.stop !== null) return group;
      const synthesis = { ...before, text: before.text + event.text, tokens: before.tokens + 1 };
      return { ...group, synthesis, clock: tick(group.clock, at) };
    }
    case 'synthesis-done':
      return {
        ...group,
        plan: event.synthesis.plan,
        synthesis: endedSynthesis(event.synthesis, group.synthesis?.reading),
      };
    case 'assessing': {
      const { job, done, total } = event;
      const before = group.assessing?.job === job ? group.assessing : null;
      const { since, from } = before ?? { since: at, from: done };
      return { ...group, assessing: { job, done, total, since, from, at } };
    }
    case 'evidence':
      return { ...group, evidence: withEvidence(group.evidence, event.evidence) };
    case 'evaluated':
      return withEvaluation(group, event.evaluation);
    case 'group-done':
      return { ...group, status: event.status, assessing: null };
    case 'fault':
      return { ...group, faults: [...group.faults, event.fault] };
    default:
      return event satisfies never;
  }
}

/** Tokens per second over all rollouts since the first token; null before there is a rate. */
export function tokenRate(clock: Clock): number | null {
  if (clock.firstToken === null || clock.last - clock.firstToken < 200) return null;
  return (clock.tokens - 1) / ((clock.last - clock.firstToken) / 1000);
}

const tick = (clock: Clock, at: number): Clock => ({
  ...clock,
  firstToken: clock.firstToken ?? at,
  last: at,
  tokens: clock.tokens + 1,
});

const emptyRollout = (index: number): RolloutView => ({
  index,
  text: '',
  tokens: 0,
  promptTokens: 0,
  logprob: 0,
  stop: null,
  seconds: null,
  reading: null,
  fault: null,
});

const emptySynthesis: SynthesisView = {
  text: '',
  tokens: 0,
  promptTokens: 0,
  stop: null,
  seconds: null,
  reading: null,
  fault: null,
};

const endedSynthesis = (
  synthesis: Synthesis,
  reading: Reading | null = null,
): SynthesisView => ({
  text: synthesis.text,
  tokens: synthesis.tokens,
  promptTokens: synthesis.promptTokens,
  stop: synthesis.stop,
  seconds: synthesis.seconds,
  reading,
  fault: synthesis.fault ?? null,
});

const replaceRollout = (group: GroupView, rollout: RolloutView): GroupView => ({
  ...group,
  rollouts: group.rollouts.map((other) => (other.index === rollout.index ? rollout : other)),
});

/** Null of an engine that gives none; nothing adds up to 0. */
const logprobSum = ({ logprobs, tokens }: Rollout): number | null =>
  logprobs.length === 0 && tokens > 0 ? null : logprobs.reduce((sum, value) => sum + value, 0);

/** A reading that is there already stays: it follows from the same text. */
const withRollout = (group: GroupView, rollout: Rollout, reading: Reading | null): GroupView =>
  replaceRollout(group, {
    index: rollout.index,
    text: rollout.text,
    tokens: rollout.tokens,
    promptTokens: rollout.promptTokens,
    logprob: logprobSum(rollout),
    stop: rollout.stop,
    seconds: rollout.seconds,
    ...(rollout.elapsed === undefined ? {} : { elapsed: rollout.elapsed }),
    reading: reading ?? group.rollouts[rollout.index]?.reading ?? null,
    fault: rollout.fault ?? null,
  });

const withEvaluation = (group: GroupView, evaluation: Evaluation): GroupView => ({
  ...group,
  evaluation,
  rollouts: group.rollouts.map((rollout) => {
    const reading = evaluation.readings[rollout.index];
    return reading === undefined ? rollout : { ...rollout, reading };
  }),
  synthesis: group.synthesis && { ...group.synthesis, reading: evaluation.synthesis },
});
