/**
 * Many questions, one recipe. At most two groups are in flight: while the anchor writes one group's
 * synthesis in one slot, the next group's rollouts fill the others. One at a time where the judge has
 * an engine of its own, for which the policy may have to make room. Questions that the store has
 * are answered from it, so an experiment that was stopped goes on where it stood.
 */
import { isEngineDown } from '../base/engine-down.ts';
import type { Fault } from '../base/fault.ts';
import type { GroupId } from '../base/id.ts';
import { untilAborted } from '../base/until-aborted.ts';
import { EventQueue } from '../engine/event-queue.ts';
import type { Group } from '../group/group.ts';
import { rolloutCount } from '../group/recipe.ts';
import { normaliseQuestion } from '../question/question.ts';
import type { Question } from '../question/question.ts';
import type { RunEvent } from './event.ts';
import { isBroken, owesRollouts, runGroup } from './group.ts';
import { preparedUntil } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { recovering } from './recover.ts';
import { replay } from './replay.ts';
import type { GroupTools } from './tools.ts';
import { untilDone } from './until-done.ts';

export type ExperimentEvent =
  | RunEvent
  /** The question's end: its group as stored, or null where it could not start. */
  | {
      readonly kind: 'question-done';
      readonly index: number;
      readonly group: Group | null;
      readonly cached: boolean;
      /** Why it could not start, or why it was given up while the engine works for others. */
      readonly fault?: Fault;
    };

export interface ExperimentPlan {
  readonly questions: readonly Question[];
  readonly tools: GroupTools;
  /** `goOn` is a group that an engine broke under. */
  prepare(question: Question, goOn: GroupId | null): Promise<Prepared>;
  /** Before each question: why no further one is to begin, told once, or null. */
  mayBegin(): Promise<Fault | null>;
  /** After the engine went down: whether it works again. */
  revive(): Promise<boolean>;
  /** Groups in flight. */
  readonly lanes: 1 | 2;
}

/** So many questions in a row that engine or server lost, and no other one is tried. */
const MOST_LOST = 3;

interface Attempt {
  readonly group: Group | null;
  readonly cached: boolean;
  /** Why it could not start. */
  readonly fault?: Fault;
}

/** Ends when every question has ended, or soon after the signal; leaving the loop stops the work. */
export async function* runExperiment(
  plan: ExperimentPlan,
  signal: AbortSignal,
): AsyncGenerator<ExperimentEvent, void, undefined> {
  const left = new AbortController();
  const ended = AbortSignal.any([signal, left.signal]);
  const queue = new EventQueue<ExperimentEvent>();
  const sampling = createGate();
  const inFlight = new Map<string, Promise<unknown>>();
  let next = 0;
  let isClosed = false;
  let lost = 0;

  const lane = async (): Promise<void> => {
    while (next < plan.questions.length && !ended.aborted && !isClosed) {
      const reason = await plan.mayBegin();
      if (reason !== null && !isClosed) queue.push({ kind: 'fault', fault: reason });
      if (reason !== null) isClosed = true;
      // Another lane may have taken the last one meanwhile.
      if (isClosed || next >= plan.questions.length) break;
      const index = next++;
      const question = plan.questions[index] as Question;
      // A question that stands in the list twice waits for itself, and then is in the store.
      const key = normaliseQuestion(question.text);
      const twin = inFlight.get(key) ?? Promise.resolve();
      const run = twin.then(() => runQuestion(index, question));
      inFlight.set(key, run.catch(() => {}));
      await run;
    }
  };
  const runQuestion = async (index: number, question: Question): Promise<void> => {
    const isDown = ({ group, fault }: Attempt): boolean =>
      (group !== null && isBroken(group)) || (fault !== undefined && isEngineDown(fault));
    let isUp = true;
    const revive = async (): Promise<boolean> => {
      isUp = (await untilAborted(plan.revive(), ended)) === true;
      return isUp;
    };
    const result = await recovering<Attempt>(
      (before) => attempt(question, before?.group?.id ?? null),
      isDown,
      revive,
    );
    const { group, cached } = result;
    if (result.fault !== undefined) queue.push({ kind: 'fault', fault: result.fault });
    const isBreaking = isDown(result);
    // Where the engine comes up once more, it was the question: the others go on without it.
    if (isBreaking && isUp && !ended.aborted) await revive();
    const isGivenUp = isBreaking && isUp && !ended.aborted;
    if (group?.status === 'done') lost = 0;
    else if (isGivenUp || (group !== null && owesRollouts(group))) lost += 1;
    if ((isBreaking && !isUp) || lost >= MOST_LOST) left.abort();
    const fault = result.fault ?? (isGivenUp ? group?.faults.at(-1) : undefined);
    const why = fault === undefined ? {} : { fault };
    queue.push({ kind: 'question-done', index, group, cached, ...why });
  };
  const attempt = async (question: Question, goOn: GroupId | null): Promise<Attempt> => {
    const open = await sampling.enter();
    let release = (): void => {};
    try {
      if (ended.aborted) return { group: null, cached: false };
      const prepared = await preparedUntil(plan.prepare(question, goOn), ended);
      if (prepared === null) return { group: null, cached: false };
      if (prepared.kind === 'fault') {
        return { group: null, cached: false, fault: prepared.fault };
      }
      if (prepared.kind === 'cached') {
        for (const event of replay(prepared.group)) queue.push(event);
        return { group: prepared.group, cached: true };
      }
      release = prepared.release;
      return { group: await follow(prepared.group, open), cached: false };
    } finally {
      release();
      open();
    }
  };
  /** Runs the group, and lets the next one in as soon as slots would stand idle. */
  const follow = async (start: Group, open: () => void): Promise<Group> => {
    const slots = plan.tools.policy.loaded?.capabilities.slots ?? 1;
    let missing = rolloutCount(start.recipe);
    const events = runGroup(start, plan.tools, ended);
    for (;;) {
      const event = await events.next();
      if (event.done === true) return event.value;
      queue.push(event.value);
      if (event.value.kind === 'rollout-done') missing -= 1;
      if (missing < slots) open();
    }
  };

  yield* untilDone(queue, Array.from({ length: plan.lanes }, lane), left);
}

/** One at a time; each who enters opens it for the next, once. */
function createGate(): { enter(): Promise<() => void> } {
  let last = Promise.resolve();
  return {
    async enter() {
      const before = last;
      let open = (): void => {};
      last = new Promise((resolve) => {
        open = resolve;
      });
      await before;
      return open;
    },
  };
}
