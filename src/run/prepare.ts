/**
 * What is to be done for a question: nothing, since the store has it; what a stopped group still
 * lacks; or all of it.
 */
import type { Fault } from '../base/fault.ts';
import { sha256 } from '../base/hash.ts';
import { newGroupId } from '../base/id.ts';
import { untilAborted } from '../base/until-aborted.ts';
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../base/id.ts';
import { rubricOf } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { Recipe } from '../group/recipe.ts';
import { exactQuestion, normaliseQuestion } from '../question/question.ts';
import type { Question } from '../question/question.ts';
import { holdsGiven } from '../reward/rubric/given.ts';
import { checkQuestion } from '../rollout/check.ts';
import { continued, covers, hasTexts } from './go-on.ts';
import type { RunHolds } from './locks.ts';
import type { GroupTools } from './tools.ts';

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
  readonly locks: RunHolds;
  readonly tools: GroupTools;
}

/** Null at once where the signal comes first; what is ready too late lets go of its run. */
export async function preparedUntil(preparing: Promise<Prepared>, signal: AbortSignal): Promise<Prepared | null> {
  const prepared = await untilAborted(preparing, signal);
  if (prepared === null) {
    const letGo = (late: Prepared): void => {
      if (late.kind === 'run') late.release();
    };
    // Nobody waits for what was stopped, nor for why it came to nothing.
    void preparing.then(letGo, () => {});
  }
  return prepared;
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

  const text = exactQuestion(question.text);
  const isOfIt = (group: Group): boolean => exactQuestion(group.question.text) === text;
  const isDone = (group: Group): boolean =>
    covers(group, recipe) && isJudgedBy(group, question) && truthOf(group.question) === truthOf(question);
  let source: Group | null = null;
  if (!work.fresh || work.goOn !== null) {
    const find = (): Promise<Earlier> => findEarlier(store, recipeHash, questionHash, isOfIt, isDone);
    const earlier = work.goOn === null ? await find() : { left: await store.group(work.goOn) };
    if (earlier.done !== undefined) {
      return { kind: 'cached', group: earlier.done };
    }
    source = earlier.source ?? null;
    const { left = null } = earlier;
    if (left !== null) {
      const release = await holdRun(left.runId, work);
      if (release === null) return { kind: 'fault', fault: { kind: 'run-locked', run: left.runId } };
      // Another tab may have ended it, or thrown it away, before this one took the lock.
      const group = await store.group(left.id);
      if (group !== null && group.status !== 'done') {
        const wanted = work.goOn === null ? recipe : group.recipe;
        return { kind: 'run', group: continued({ ...group, question }, wanted), release };
      }
      release();
      if (group !== null && isDone(group)) return { kind: 'cached', group };
      source = group;
    }
  }
  const release = work.runHeld ? () => {} : await locks.hold(work.runId);
  if (release === null) return { kind: 'fault', fault: { kind: 'run-locked', run: work.runId } };
  const createdAt = work.now();
  // An experiment has written its own, which may have another name by now.
  if (!work.runHeld) await store.putRun({ id: work.runId, name: work.runName, createdAt });
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
  if (source === null) return { kind: 'run', group, release };
  const { rollouts, synthesis, evidence } = continued(source, recipe);
  const copied = { ...group, rollouts, evidence };
  return { kind: 'run', group: synthesis === undefined ? copied : { ...copied, synthesis }, release };
}

/** At most one of these: all of it is done, a group to go on with, or one to begin a copy of. */
interface Earlier {
  readonly done?: Group;
  readonly left?: Group | null;
  readonly source?: Group;
}

/**
 * What lacks nothing but choices of methods comes before what is done without them: its own choices
 * may be half made. What lacks texts comes last.
 */
async function findEarlier(
  store: GroupTools['store'],
  hash: RecipeHash,
  question: QuestionHash,
  isOfIt: (group: Group) => boolean,
  isDone: (group: Group) => boolean,
): Promise<Earlier> {
  const done = await store.findGroup(hash, question, (group) => isOfIt(group) && isDone(group));
  if (done !== null) return { done };
  const almost = await store.findUnfinished(hash, question, (group) => isOfIt(group) && hasTexts(group));
  if (almost !== null) return { left: almost };
  const source = await store.findGroup(hash, question, isOfIt);
  return source === null ? { left: await store.findUnfinished(hash, question, isOfIt) } : { source };
}

const holdRun = (run: RunId, work: Work): Promise<(() => void) | null> =>
  work.runHeld && run === work.runId ? Promise.resolve(() => {}) : work.locks.hold(run);

/** Whether the rubric that the question brings, if any, is the group's. */
function isJudgedBy({ evidence }: Group, question: Question): boolean {
  if (question.kind === 'verifiable' || question.rubric === undefined) return true;
  const rubric = rubricOf(evidence);
  return rubric !== null && holdsGiven(rubric, question.rubric);
}

/**
 * What is right follows from it, and runs that have the group already are not to change: with another known
 * answer, or one for the first time, the texts are copied.
 */
const truthOf = (question: Question): string | null =>
  question.kind === 'verifiable' ? (question.truth ?? null) : null;
