/**
 * The anchor at work on smaller groups: each is asked as the whole group was, with some of its rollouts
 * alone. As many at once as the engine has slots, whichever groups they belong to.
 */
import { isEngineDown } from '../base/engine-down.ts';
import type { Fault } from '../base/fault.ts';
import type { Engine } from '../engine/engine.ts';
import { EventQueue } from '../engine/event-queue.ts';
import { evidenceKey } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { subGroupKey, subGroupSeed, subGroupsOf } from '../group/smaller.ts';
import type { Scaling, SmallerSynthesis, SubGroup } from '../group/smaller.ts';
import { synthesise, synthesisSeed } from '../synthesis/synthesise.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';
import { groupSeed } from './group-seed.ts';
import { untilDone } from './until-done.ts';

/** A group as far as its smaller ones go. */
export type Scalable = Pick<Group, 'question' | 'questionHash' | 'recipe' | 'rollouts' | 'evidence'>;

export interface SmallerJob<T extends Scalable = Scalable> {
  readonly group: T;
  readonly sub: SubGroup;
}

export type SmallerEvent<T extends Scalable = Scalable> = { readonly job: SmallerJob<T> } & (
  | { readonly kind: 'written'; readonly piece: SmallerSynthesis }
  | { readonly kind: 'fault'; readonly fault: Fault }
);

/**
 * Those that are asked for and have no synthesis yet. None where nobody knows what one is worth, of an open
 * question or without a known answer: it would have no place on the curve.
 */
export function missingSubGroups(
  { question, questionHash, recipe, evidence }: Omit<Scalable, 'rollouts'>,
  scaling: Scaling,
): SubGroup[] {
  if (question.kind === 'open' || question.truth === undefined) return [];
  const had = new Set(evidence.map(evidenceKey));
  return subGroupsOf(recipe.group, scaling, groupSeed({ recipe, questionHash })).filter(
    (sub) => !had.has(subGroupKey(sub)),
  );
}

/**
 * One event for each job that came to an end, in the order of the ends. Fewer where the signal is aborted
 * or the engine breaks; leaving the loop stops the work. `jobs` is read as slots come free.
 */
export async function* writeSmaller<T extends Scalable>(
  jobs: AsyncIterator<SmallerJob<T>, void, undefined>,
  anchor: Engine,
  signal: AbortSignal,
): AsyncGenerator<SmallerEvent<T>, void, undefined> {
  const left = new AbortController();
  const ended = AbortSignal.any([signal, left.signal]);
  const queue = new EventQueue<SmallerEvent<T>>();
  const lane = async (): Promise<void> => {
    while (!ended.aborted) {
      const next = await jobs.next();
      if (next.done === true) return;
      const event = await write(next.value, anchor, ended);
      if (event === null) return;
      queue.push(event);
      if (event.kind === 'fault' && isEngineDown(event.fault)) left.abort();
    }
  };
  const { slots } = anchor.loaded?.capabilities ?? { slots: 1 };
  yield* untilDone(queue, Array.from({ length: slots }, lane), left);
}

/** Null where it was stopped. */
async function write<T extends Scalable>(
  job: SmallerJob<T>,
  anchor: Engine,
  signal: AbortSignal,
): Promise<SmallerEvent<T> | null> {
  const { group: { recipe, question, questionHash, rollouts }, sub } = job;
  const { prompts, questionVisible, group, synthesisSampling: sampling } = recipe;
  const seed = subGroupSeed(groupSeed({ recipe, questionHash }), sub);
  const options = { prompts, chat: recipe.anchor.chat, questionVisible, group, sampling, seed };
  const members = rollouts.filter(({ index }) => sub.members.includes(index));
  const written = (synthesis: Synthesis): SmallerEvent<T> => {
    const piece: SmallerSynthesis = { kind: 'smaller-synthesis', ...sub, synthesis };
    return { kind: 'written', job, piece };
  };
  for await (const event of synthesise(anchor, question, members, options, signal)) {
    if (event.kind === 'synthesis') {
      const { stop, fault } = event.synthesis;
      if (stop === 'aborted') return null;
      return fault === undefined ? written(event.synthesis) : { kind: 'fault', job, fault };
    }
    if (event.kind !== 'fault') continue;
    const { fault } = event;
    if (fault.kind !== 'no-rollouts') return { kind: 'fault', job, fault };
    const plan = { ...NOTHING.plan, omitted: omittedOf(sub, rollouts), questionVisible };
    return written({ ...NOTHING, seed: synthesisSeed(seed), plan, fault });
  }
  return null;
}

const omittedOf = ({ members }: SubGroup, rollouts: Scalable['rollouts']): Synthesis['plan']['omitted'] =>
  members.map((index) => {
    const isFault = rollouts.find((rollout) => rollout.index === index)?.stop === 'fault';
    return { index, why: isFault ? 'fault' : 'empty' };
  });

/** What is written where there is nothing to read. */
const NOTHING: Synthesis = {
  text: '',
  tokens: 0,
  promptTokens: 0,
  logprobs: [],
  stop: 'fault',
  seconds: 0,
  seed: 0,
  plan: { order: [], shortened: [], omitted: [], questionVisible: false, promptTokens: 0 },
};
