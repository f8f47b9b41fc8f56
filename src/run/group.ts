/**
 * One group from its first token to its end, as events. Everything is stored before it is told:
 * the recipe before the first token, each rollout as it ends, the synthesis, the evaluation. A stop
 * or a fault keeps what is done, and a group that comes with rollouts is continued: only what it
 * lacks is sampled.
 */
import { isEngineDown } from '../base/engine-down.ts';
import type { Fault } from '../base/fault.ts';
import { isPassing } from '../base/passing.ts';
import { without } from '../base/without.ts';
import { evaluate } from '../group/evaluate.ts';
import { withEvidence } from '../group/evidence.ts';
import type { Evaluation, Group } from '../group/group.ts';
import { rolloutCount } from '../group/recipe.ts';
import type { Rollout } from '../rollout/rollout.ts';
import { sampleRollouts } from '../rollout/sample.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';
import { synthesise } from '../synthesis/synthesise.ts';
import type { RunEvent } from './event.ts';
import { ASSESSORS } from './assessors.ts';
import { groupSeed } from './group-seed.ts';
import { emptied, rolloutDone } from './replay.ts';
import type { GroupTools } from './tools.ts';

/** Whether the group failed because an engine did: it can go on once that works again. */
export const isBroken = ({ status, faults }: Group): boolean =>
  status === 'failed' && faults.some(isEngineDown);

/** An answer that a busy server owes is no wrong one: it is asked for again before anything is made of the others. */
const isOwed = ({ stop, fault }: Rollout): boolean =>
  stop === 'fault' && fault !== undefined && isPassing(fault);

/** Whether it lacks answers that a server may give another time. */
export const owesRollouts = ({ status, rollouts }: Group): boolean =>
  status === 'failed' && rollouts.some(isOwed);

/** What a rollout must be to stand for good; others are sampled again when a group is continued. */
const isEnded = (rollout: Rollout): boolean =>
  rollout.stop === 'end' || rollout.stop === 'length';

/**
 * The group to continue: its ended rollouts, and its synthesis with all evidence if nothing before
 * it is missing.
 */
export function toContinue(group: Group): Group {
  const rollouts = group.rollouts.filter(isEnded);
  const { synthesis } = group;
  const rest = without(group, 'synthesis', 'evaluation');
  const start: Group = { ...rest, status: 'running', rollouts, evidence: [], faults: [] };
  const isWhole = rollouts.length >= rolloutCount(group.recipe);
  const stands = synthesis?.stop === 'end' || synthesis?.stop === 'length';
  return isWhole && stands ? { ...start, synthesis, evidence: group.evidence } : start;
}

/** Yields events and returns the group as stored. Leaving the loop early stops the group. */
export async function* runGroup(
  start: Group,
  tools: GroupTools,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, Group, undefined> {
  const { policy, anchor, store, compare } = tools;
  const { id: groupId, recipe, question } = start;
  const seed = groupSeed(start);
  const rollouts = new Map(start.rollouts.map((rollout) => [rollout.index, rollout]));
  let synthesis: Synthesis | null = start.synthesis ?? null;
  let evidence = start.evidence;
  let evaluation: Evaluation | null = null;
  const faults: Fault[] = [];
  let status: Exclude<Group['status'], 'running'> = 'stopped';
  let finished = false;

  /** Tells a fault, once. */
  function* note(fault: Fault | undefined): Generator<RunEvent, void, undefined> {
    const text = JSON.stringify(fault);
    if (fault === undefined || faults.some((other) => JSON.stringify(other) === text)) return;
    faults.push(fault);
    yield { kind: 'fault', fault, groupId };
  }
  const current = (): Group => {
    const sorted = [...rollouts.values()].sort((a, b) => a.index - b.index);
    return {
      ...without(start, 'synthesis', 'evaluation'),
      status,
      faults,
      rollouts: sorted,
      evidence,
      ...(synthesis === null ? {} : { synthesis }),
      ...(evaluation === null ? {} : { evaluation }),
    };
  };
  const finish = async (): Promise<void> => {
    finished = true;
    await store.finishGroup(groupId, status, evaluation, faults);
  };

  await store.putGroup(start);
  try {
    yield { kind: 'group-start', group: emptied(start), cached: false };
    for (const rollout of start.rollouts) yield rolloutDone(start, rollout);

    const count = rolloutCount(recipe);
    const indices = Array.from({ length: count }, (_, index) => index).filter(
      (index) => !rollouts.has(index),
    );
    const { prompts: { solve: prompt }, policy: { chat }, sampling } = recipe;
    const options = { prompt, chat, sampling, seed, count, indices };
    const asked = performance.now();
    for await (const event of sampleRollouts(policy, question, options, signal)) {
      if (event.kind === 'token') {
        const { index, text, logprob } = event;
        yield { kind: 'rollout-token', groupId, index, text, logprob };
        continue;
      }
      const rollout = { ...event.rollout, elapsed: (performance.now() - asked) / 1000 };
      rollouts.set(rollout.index, rollout);
      await store.putRollout(groupId, rollout);
      yield rolloutDone(start, rollout);
      yield* note(rollout.fault);
    }

    const isShort = [...rollouts.values()].some(isOwed);
    if (!signal.aborted && !faults.some(isEngineDown) && !isShort && synthesis === null) {
      const { prompts, questionVisible, group, synthesisSampling: sampling } = recipe;
      const { chat } = recipe.anchor;
      const wanted = { prompts, chat, questionVisible, group, sampling, seed };
      const sampled = current().rollouts;
      for await (const event of synthesise(anchor, question, sampled, wanted, signal)) {
        switch (event.kind) {
          case 'plan':
            yield { kind: 'synthesis-plan', groupId, plan: event.plan };
            break;
          case 'token':
            yield { kind: 'synthesis-token', groupId, text: event.text };
            break;
          case 'synthesis':
            synthesis = event.synthesis;
            await store.putSynthesis(groupId, synthesis);
            yield { kind: 'synthesis-done', groupId, synthesis };
            yield* note(synthesis.fault);
            break;
          case 'fault':
            yield* note(event.fault);
            break;
          default:
            event satisfies never;
        }
      }
    } else if (synthesis !== null) {
      yield { kind: 'synthesis-plan', groupId, plan: synthesis.plan };
      yield { kind: 'synthesis-done', groupId, synthesis };
    }

    const isReferenceWhole = synthesis?.stop === 'end' || synthesis?.stop === 'length';
    for (const piece of evidence) yield { kind: 'evidence', groupId, evidence: piece };
    for (const assess of isReferenceWhole ? ASSESSORS : []) {
      if (signal.aborted || faults.some(isEngineDown)) break;
      for await (const event of assess({ group: current(), tools, seed, signal })) {
        switch (event.kind) {
          case 'assessing':
            yield { ...event, groupId };
            break;
          case 'evidence':
            evidence = withEvidence(evidence, event.evidence);
            await store.putEvidence(groupId, event.evidence);
            yield { ...event, groupId };
            break;
          case 'fault':
            yield* note(event.fault);
            break;
          default:
            event satisfies never;
        }
      }
    }

    if (isReferenceWhole && !signal.aborted && !faults.some(isEngineDown)) {
      evaluation = await evaluate(current(), compare);
      status = 'done';
      yield { kind: 'evaluated', groupId, evaluation };
    } else status = signal.aborted ? 'stopped' : 'failed';
    await finish();
    yield { kind: 'group-done', groupId, status };
    return current();
  } finally {
    if (!finished) await finish();
  }
}
