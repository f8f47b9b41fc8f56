/**
 * What is to be done for a question: nothing, since the store has it; what a stopped group still
 * lacks; or all of it.
 */
import type { Fault } from '../base/fault.ts';
import { sha256 } from '../base/hash.ts';
import { newGroupId } from '../base/id.ts';
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../base/id.ts';
import { evaluate } from '../group/evaluate.ts';
import type { Group } from '../group/group.ts';
import type { Recipe } from '../group/recipe.ts';
import { normaliseQuestion } from '../question/question.ts';
import type { Question } from '../question/question.ts';
import { checkQuestion } from '../rollout/check.ts';
import { toContinue } from './group.ts';
import type { GroupTools } from './group.ts';
import type { RunLocks } from './locks.ts';

export type Prepared =
  | { readonly kind: 'cached'; readonly group: Group }
  /** To be run; `release` lets go of the run afterwards. */
  | { readonly kind: 'run'; readonly group: Group; readonly release: () => void }
  | { readonly kind: 'fault'; readonly fault: Fault };

export interface Work {
  readonly recipe: Recipe;
  readonly recipeHash: RecipeHash;
  /** New groups belong to this run. */
  readonly runId: RunId;
  readonly runName: string;
  /** Whether the caller holds the run already. */
  readonly runHeld: boolean;
  readonly fresh: boolean;
  /** The very group to go on with, whatever else the store has. */
  readonly goOn: GroupId | null;
  /** Strictly rising, so that groups made in one millisecond keep their order. */
  readonly now: () => number;
  readonly locks: RunLocks;
  readonly tools: GroupTools;
}

export const hashQuestion = async (question: Question): Promise<QuestionHash> =>
  (await sha256(normaliseQuestion(question.text))) as QuestionHash;

export async function prepare(question: Question, work: Work): Promise<Prepared> {
  const { recipe, recipeHash, tools, locks } = work;
  const { store } = tools;
  const { prompts: { solve: prompt }, policy: { chat }, sampling } = recipe;
  const options = { prompt, chat, sampling };
  const fault = await checkQuestion(tools.policy, question, options);
  if (fault !== null) return { kind: 'fault', fault };
  const questionHash = await hashQuestion(question);

  if (!work.fresh || work.goOn !== null) {
    const done = work.goOn === null ? await store.findGroup(recipeHash, questionHash) : null;
    if (done !== null) return { kind: 'cached', group: await withTruth(done, question, tools) };
    const left =
      work.goOn === null
        ? await store.findUnfinished(recipeHash, questionHash)
        : await store.group(work.goOn);
    if (left !== null) {
      const release = await holdRun(left.runId, work);
      if (release === null) return { kind: 'fault', fault: { kind: 'run-locked', run: left.runId } };
      // Another tab may have ended it, or thrown it away, before this one took the lock.
      const group = await store.group(left.id);
      if (group?.status === 'done') {
        release();
        return { kind: 'cached', group: await withTruth(group, question, tools) };
      }
      if (group !== null) {
        return { kind: 'run', group: toContinue({ ...group, question }), release };
      }
      release();
    }
  }
  const release = work.runHeld ? () => {} : await locks.hold(work.runId);
  if (release === null) return { kind: 'fault', fault: { kind: 'run-locked', run: work.runId } };
  const createdAt = work.now();
  await store.putRun({ id: work.runId, name: work.runName, createdAt });
  const group: Group = {
    id: newGroupId(),
    runId: work.runId,
    recipe,
    recipeHash,
    question,
    questionHash,
    createdAt,
    status: 'running',
    rollouts: [],
    evidence: [],
    faults: [],
  };
  return { kind: 'run', group, release };
}

const holdRun = (run: RunId, work: Work): Promise<(() => void) | null> =>
  work.runHeld && run === work.runId ? Promise.resolve(() => {}) : work.locks.hold(run);

const truthOf = (question: Question): string | null =>
  question.kind === 'verifiable' ? (question.truth ?? null) : null;

/**
 * The same question may come with another known answer, or with one for the first time: the texts
 * stand, and what follows from them is made again and kept.
 */
async function withTruth(group: Group, question: Question, tools: GroupTools): Promise<Group> {
  const truth = truthOf(question);
  if (truth === null || truth === truthOf(group.question)) return group;
  const renewed = { ...group, question };
  const evaluation = await evaluate(renewed, tools.compare);
  const result: Group = { ...renewed, evaluation };
  await tools.store.putGroup(result);
  await tools.store.finishGroup(result.id, 'done', evaluation, result.faults);
  return result;
}
