/** What a run will take, from what earlier groups of the same model took on this device. */
import type { LoadedModel } from '../engine/model.ts';
import { rubricOf, selectionsOf, smallerOf, verdictsOf } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { isSameRole, rolloutCount } from '../group/recipe.ts';
import { subGroupsOf } from '../group/smaller.ts';
import type { Question } from '../question/question.ts';
import type { SetItem } from '../question/set/item.ts';
import type { Store } from '../store/store.ts';
import { mean } from '../stats/mean.ts';
import { roleOf } from './recipe.ts';
import { bytesOf } from './room.ts';
import type { Settings } from './settings.ts';

/** How many of the newest groups are looked through, and how many of those that fit are read. */
const LOOKED = 200;
const READ = 12;

/** Of a token that is stored: its log-probability and its share of the text, as text. */
const BYTES_A_TOKEN = 28;

/** What of the settings, or of a recipe, the estimate goes by. */
export type Sized = Pick<
  Settings,
  'group' | 'equalCompute' | 'sampling' | 'smallerGroups' | 'smallerSubsets'
> &
  // A recipe of questions with a final answer has none.
  Partial<Pick<Settings, 'judging'>>;

/** For all items; `seconds` is null where no group of the kind was done here before. */
export async function estimateOf(
  store: Store,
  policy: LoadedModel | null,
  items: readonly SetItem[],
  settings: Sized,
): Promise<{ readonly seconds: number | null; readonly bytes: number; readonly smaller: number }> {
  const earlier = policy === null ? [] : await earlierGroups(store, policy, settings.group);
  let seconds: number | null = 0;
  let bytes = JSON.stringify(items).length;
  let smaller = 0;
  for (const kind of ['verifiable', 'open'] as const) {
    const count = items.filter(({ question }) => question.kind === kind).length;
    if (count === 0) continue;
    const each = meansOf(earlier, kind, settings, slotsOf(policy));
    seconds = seconds === null || each === null ? null : seconds + count * each.seconds;
    bytes += count * (each?.bytes ?? mostBytes(settings));
    if (kind === 'open') {
      const given = givenVerdicts(items, settings);
      const one = given === 0 ? 0 : verdictSeconds(earlier);
      seconds = seconds === null || one === null ? null : seconds + (given * one) / slotsOf(policy);
      continue;
    }
    const known = items.filter(({ question }) => question.kind === kind && question.truth !== undefined);
    const calls = known.length * smallerOfEach(settings);
    const one = smallerMeans(earlier);
    smaller += calls;
    if (calls === 0) continue;
    seconds = seconds === null || one === null ? null : seconds + (calls * one.seconds) / slotsOf(policy);
    bytes += calls * (one?.bytes ?? settings.sampling.maxTokens * BYTES_A_TOKEN);
  }
  return { seconds, bytes: Math.ceil(bytes), smaller };
}

const repeatsOf = ({ judging }: Pick<Sized, 'judging'>): number => Math.max(1, judging?.repeats ?? 1);

/** Verdicts on the data set's own criteria, which are known beforehand: of each answer and of the synthesis. */
const givenVerdicts = (items: readonly SetItem[], settings: Sized): number =>
  items.reduce(
    (sum, { question }) => sum + (question.kind === 'open' ? (question.rubric?.length ?? 0) : 0),
    0,
  ) *
  (settings.group + 1) *
  repeatsOf(settings);

/** Of one; null where none was given here. */
const verdictSeconds = (earlier: readonly Group[]): number | null =>
  mean(earlier.flatMap(({ evidence }) => verdictsOf(evidence).map(({ call }) => call.seconds)));

/** Syntheses of smaller groups that one question with a known answer asks for. */
const smallerOfEach = ({ group, smallerGroups = [], smallerSubsets = 1 }: Sized): number =>
  subGroupsOf(group, { smallerGroups, smallerSubsets }, 0).length;

export const slotsOf = (model: LoadedModel | null): number => model?.capabilities.slots ?? 1;

/** Of one group, as if every answer were as long as it may be. */
const mostBytes = ({ group, equalCompute, sampling }: Sized): number =>
  (rolloutCount({ group, equalCompute }) + 2) * sampling.maxTokens * BYTES_A_TOKEN;

/** Finished ones of these weights; of this G alone where there are any. */
async function earlierGroups(store: Store, policy: LoadedModel, size: number): Promise<Group[]> {
  const role = roleOf(policy);
  const listed = (await store.list(LOOKED)).filter(
    ({ status, model }) => status === 'done' && model === role.model,
  );
  const alike = listed.filter(({ group }) => group === size);
  const read = (alike.length > 0 ? alike : listed).slice(0, READ);
  const groups = await Promise.all(read.map(({ id }) => store.group(id)));
  return groups.filter((group) => group !== null && isSameRole(group.recipe.policy, role)) as Group[];
}

function meansOf(
  earlier: readonly Group[],
  kind: Question['kind'],
  settings: Sized,
  slots: number,
): { readonly seconds: number; readonly bytes: number } | null {
  const { group, equalCompute } = settings;
  const wanted = rolloutCount({ group, equalCompute: equalCompute && kind === 'verifiable' });
  const alike = earlier.filter(({ question }) => question.kind === kind);
  // Of another G: in proportion to the answers that are sampled, the synthesis being one more.
  const share = (one: Group): number => (wanted + 1) / (rolloutCount(one.recipe) + 1);
  const seconds = mean(
    alike.map((one) => {
      const times = (group * repeatsOf(settings)) / (one.recipe.group * repeatsOf(one.recipe));
      return share(one) * secondsOf(one) + judgedSeconds(one, times, slots);
    }),
  );
  const bytes = mean(alike.map((one) => share(one) * bytesOf(withoutSmaller(one))));
  return seconds === null || bytes === null ? null : { seconds, bytes };
}

/**
 * Of the synthesis of one smaller group. Where none was written yet, as long as that of a whole group, which
 * reads more.
 */
export function smallerMeans(
  earlier: readonly Group[],
): { readonly seconds: number; readonly bytes: number } | null {
  const written = earlier.flatMap(({ evidence }) => smallerOf(evidence).map(({ synthesis }) => synthesis));
  const known = written.length > 0 ? written : earlier.flatMap(({ synthesis }) => synthesis ?? []);
  const seconds = mean(known.map((one) => one.seconds));
  const bytes = mean(known.map((one) => JSON.stringify(one).length));
  return seconds === null || bytes === null ? null : { seconds, bytes };
}

const withoutSmaller = (group: Group): Group => ({
  ...group,
  evidence: group.evidence.filter(({ kind }) => kind !== 'smaller-synthesis'),
});

/** What one waited for its texts and the choices among them. */
function secondsOf({ rollouts, synthesis, evidence }: Group): number {
  const waited = Math.max(0, ...rollouts.map(({ elapsed, seconds }) => elapsed ?? seconds));
  return waited + (synthesis?.seconds ?? 0) + sumOf(selectionsOf(evidence));
}

/**
 * The proposals one after another, then the verdicts on what they proposed, which fill the slots side by
 * side, `times` as many as there. Of a rubric that came with the question another question has another.
 */
function judgedSeconds({ evidence }: Group, times: number, slots: number): number {
  const rubric = rubricOf(evidence);
  const own = verdictsOf(evidence).filter(({ criterion }) => rubric?.criteria[criterion]?.source !== 'given');
  const verdicts = sumOf(own.map(({ call }) => call));
  return sumOf(rubric?.proposals ?? []) + (times * verdicts) / slots;
}

const sumOf = (timed: readonly { readonly seconds: number }[]): number =>
  timed.reduce((sum, { seconds }) => sum + seconds, 0);
