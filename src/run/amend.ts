/** The lab's part that changes a stored open group: a person's amendments, and what is still to judge. */
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import { untilAborted } from '../base/until-aborted.ts';
import { amendment } from '../group/amend.ts';
import { evaluate } from '../group/evaluate.ts';
import { withEvidence } from '../group/evidence.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { isSameRole } from '../group/recipe.ts';
import type { Compare } from '../reward/maths/reading.ts';
import type { Store } from '../store/store.ts';
import { assessRubric } from './assess-rubric.ts';
import type { RunEvent } from './event.ts';
import type { Exclusive } from './exclusive.ts';
import { groupSeed } from './group-seed.ts';
import type { JudgeOptions, Lab } from './lab.ts';
import type { RunLocks } from './locks.ts';
import type { Models } from './models.ts';
import { roleOf } from './recipe.ts';
import { checkJudging } from './settings.ts';

export interface AmendmentParts {
  readonly store: Store;
  readonly locks: RunLocks;
  readonly compare: Compare;
  readonly models: Models;
  readonly work: Exclusive;
  emit(event: RunEvent): void;
}

type Amendments = Pick<Lab, 'amend' | 'judge'>;

export function createAmendments(parts: AmendmentParts): Amendments {
  const { store, locks, compare, models, work, emit } = parts;
  let last: Promise<unknown> = Promise.resolve();
  /** Runs of groups that are judged or amended now. */
  const held = new Set<RunId>();

  /**
   * Holds the group's run for the work; nothing happens where the group is gone. A run that goes on in this
   * page is held by the page itself, and writes no more to a group that is done; judging does.
   */
  const holding = async (id: GroupId, act: (group: Group) => Promise<void>): Promise<void> => {
    const found = await store.group(id);
    if (found === null) return;
    const { runId: run } = found;
    if (found.status === 'done' && locks.own().has(run) && !held.has(run)) return act(found);
    const release = await locks.hold(run);
    if (release === null) return emit({ kind: 'fault', fault: { kind: 'run-locked', run } });
    held.add(run);
    try {
      // What was read before the lock may be older than what its holder wrote.
      const group = await store.group(id);
      if (group !== null) await act(group);
    } finally {
      held.delete(run);
      release();
    }
  };

  /** Evaluates anew and stores it; a group that nobody works on any more has stopped. */
  const settle = async (group: Group): Promise<Exclude<Group['status'], 'running'>> => {
    const status = group.status === 'running' ? 'stopped' : group.status;
    const evaluation = await evaluate(group, compare);
    const entries = await store.finishGroup(group.id, status, evaluation, group.faults);
    emit({ kind: 'evaluated', groupId: group.id, evaluation });
    for (const entry of entries) emit({ kind: 'entry', entry });
    return status;
  };

  const amend = (id: GroupId, change: Evidence): Promise<void> =>
    holding(id, async (group) => {
      const amended = amendment(group, change);
      if (!amended.ok) return emit({ kind: 'fault', fault: amended.fault });
      const evidence = withEvidence(group.evidence, amended.value);
      await store.putEvidence(id, amended.value);
      emit({ kind: 'evidence', groupId: id, evidence: amended.value });
      await settle({ ...group, evidence });
    });

  const judge = (id: GroupId, { judging }: JudgeOptions, signal: AbortSignal): Promise<void> =>
    holding(id, async (group) => {
      const { question, synthesis } = group;
      // What was stopped on the way is no reference.
      if (question.kind !== 'open' || synthesis === undefined || synthesis.stop === 'aborted') return;
      const ready = models.hasJudge()
        ? models.judgeReady()
        : models.ready().then((engines) => engines !== null);
      if (!(await untilAborted(ready, signal))) return;
      const fault = judgeFault(group);
      if (fault !== null) return emit({ kind: 'fault', fault });
      let { evidence } = group;
      const recipe = judging === undefined ? group.recipe : { ...group.recipe, judging };
      const tools = { take: models.take };
      const assessed = { group: { ...group, recipe }, tools, seed: groupSeed(group), signal };
      for await (const event of assessRubric(assessed)) {
        if (event.kind === 'evidence') {
          evidence = withEvidence(evidence, event.evidence);
          await store.putEvidence(id, event.evidence);
        }
        emit({ ...event, groupId: id });
      }
      const status = await settle({ ...group, evidence });
      emit({ kind: 'group-done', groupId: id, status });
    });

  /** Verdicts of two judges in one figure would be those of neither. */
  const judgeFault = ({ recipe }: Group): Fault | null => {
    const model = models.loaded('judge');
    if (model === null) return { kind: 'not-loaded', engine: 'judge' };
    return isSameRole(recipe.judge, roleOf(model))
      ? null
      : { kind: 'judge-differs', wanted: recipe.judge.model, loaded: model.spec.id };
  };

  return {
    amend(id, change) {
      // One after another: each is made of what the one before it left.
      const done = last.then(() => amend(id, change));
      last = done.catch(() => {});
      return done;
    },
    async judge(id, options = {}) {
      const [fault] = options.judging === undefined ? [] : checkJudging(options.judging);
      if (fault !== undefined) return emit({ kind: 'fault', fault });
      // What a person has changed before is judged, and not held against the judging.
      await work.run((signal) => last.then(() => judge(id, options, signal)), options.signal);
    },
  };
}
