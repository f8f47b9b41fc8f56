/** The ways to one answer side by side: what each chose, how well, at what cost, or why none. */
import type { NoChoice, Selection } from '../../baseline/selection.ts';
import type { Cost } from '../../group/cost.ts';
import type { FigureName } from '../../group/figures.ts';
import type { Evaluation } from '../../group/group.ts';
import type { Equality } from '../../reward/maths/reading.ts';
import { selectionsOf } from '../../run/evidence.ts';
import { FIGURE_NAMES, isMethod, compareMethods } from '../../run/methods.ts';
import type { GroupView } from '../group-state.ts';
import { answerOf } from '../verdict/votes.ts';

export interface MethodRow {
  readonly name: FigureName;
  /** The rollout that it chose; null where it chooses none. */
  readonly index: number | null;
  /** The final answer that it comes to; null where there is none, or no single one. */
  readonly answer: string | null;
  /** Against the known answer, of one that comes to a single answer. */
  readonly equality: Equality | null;
  /** 0 to 1, of a question with a known answer or a judged one; null where nobody knows. */
  readonly score: number | null;
  readonly cost: Cost | null;
  readonly reason: Why | null;
  readonly selection: Selection | null;
}

/** Why there is nothing in a row. */
export type Why = NoChoice | 'not-asked' | 'not-sampled' | 'no-votes' | 'no-answer' | 'not-judged';

/** Empty before the group is evaluated: until then there is nothing to set side by side. */
export function methodRows(group: GroupView): MethodRow[] {
  const { evaluation, question } = group;
  if (evaluation === null) return [];
  const open = question.kind === 'open';
  const outcome = compareMethods({ ...countedOf(group), evaluation });
  const selections = new Map(selectionsOf(group.evidence).map((one) => [one.method, one]));
  const rowOf = (name: FigureName): MethodRow => {
    const score = outcome.scores[name];
    const cost = outcome.costs[name];
    const none = { name, index: null, answer: null, equality: null, score, cost, reason: null };
    if (isMethod(name)) {
      const selection = selections.get(name) ?? null;
      const index = evaluation.choices?.[name] ?? null;
      const reason = group.recipe.methods?.includes(name)
        ? (outcome.choices[name] ?? null)
        : 'not-asked';
      return { ...none, index, ...chosen(evaluation, index), reason, selection };
    }
    return { ...none, ...figure(name, group, evaluation), selection: null };
  };
  return FIGURE_NAMES.filter((name) => belongs(name, open, group)).map(rowOf);
}

/** Votes belong to final answers, and universal self-consistency to questions without any. */
function belongs(name: FigureName, open: boolean, { recipe }: GroupView): boolean {
  if (name === 'majority' || name === 'majorityEqualCompute') return !open;
  return name !== 'selfConsistency' || open || recipe.methods?.includes(name) === true;
}

function figure(
  name: Exclude<FigureName, Selection['method']>,
  group: GroupView,
  evaluation: Evaluation,
): Partial<MethodRow> {
  const { truth, majority, majorityEqualCompute: equal, synthesis, rubric } = evaluation;
  const open = group.question.kind === 'open';
  switch (name) {
    case 'single':
      return {};
    case 'oracle':
      return open ? { index: bestOf(rubric) } : {};
    case 'majority':
      return majority === null
        ? { reason: 'no-votes', equality: truth?.majority ?? null }
        : {
            index: majority.index,
            answer: answerOf(majority.reading),
            equality: truth?.majority ?? null,
          };
    case 'majorityEqualCompute':
      if (!group.recipe.equalCompute) return { reason: 'not-sampled' };
      return equal === null
        ? { reason: 'no-votes', equality: truth?.majorityEqualCompute ?? null }
        : {
            index: equal.index,
            answer: answerOf(equal.reading),
            equality: truth?.majorityEqualCompute ?? null,
          };
    case 'synthesis': {
      if (open) return { reason: rubric?.givenSynthesis === undefined ? 'not-judged' : null };
      const answer = answerOf(synthesis);
      const equality = truth?.synthesis ?? null;
      return answer === null ? { reason: 'no-answer', equality } : { answer, equality };
    }
    default:
      return name satisfies never;
  }
}

/** The answer of the highest score, the first seen of equal ones. */
function bestOf(rubric: Evaluation['rubric']): number | null {
  const scores = rubric?.given ?? rubric?.rewards ?? [];
  const known = scores.filter((score) => score !== null);
  return known.length === 0 ? null : scores.indexOf(Math.max(...known));
}

function chosen(
  { readings, truth }: Evaluation,
  index: number | null,
): Pick<MethodRow, 'answer' | 'equality'> {
  if (index === null) return { answer: null, equality: null };
  return { answer: answerOf(readings[index]), equality: truth?.rollouts[index] ?? null };
}

/** The group as its costs are counted from. */
function countedOf({ recipe, evidence, rollouts, synthesis }: GroupView) {
  const ended = rollouts.flatMap(({ index, tokens, promptTokens, seconds, elapsed }) =>
    seconds === null
      ? []
      : [{ index, tokens, promptTokens, seconds, ...(elapsed === undefined ? {} : { elapsed }) }],
  );
  const { seconds = null } = synthesis ?? {};
  const reference =
    synthesis === null || seconds === null
      ? undefined
      : { tokens: synthesis.tokens, promptTokens: synthesis.promptTokens, seconds };
  return { recipe, evidence, rollouts: ended, synthesis: reference };
}
