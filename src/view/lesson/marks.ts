/** What the marks beside the steps of a synthesis show, as figures for the sentences of a lesson. */
import { stepsOf } from '../../run/explanation.ts';
import type { Explanation } from '../../synthesis/explain/explanation.ts';

export interface StepFact {
  /** Place among the steps, from 0. */
  readonly step: number;
  readonly same: number;
  readonly otherwise: number;
  readonly silent: number;
  /** What the first of those that say otherwise says; empty where none does. */
  readonly says: string;
}

export interface MarkFacts {
  readonly steps: number;
  /** Where most rollouts first leave the synthesis, a line before the final answer where there is one. */
  readonly disputed: StepFact | null;
  /** The step that most rollouts say nothing of, where some do say it. */
  readonly omitted: StepFact | null;
  /** Steps that no rollout says. */
  readonly alone: number;
}

export function marksOf(explanation: Explanation): MarkFacts | null {
  const steps = stepsOf(explanation).map(
    ({ supports, contradicts, silent }, step): StepFact => ({
      step,
      same: supports.length,
      otherwise: contradicts.length,
      silent: silent.length,
      says: contradicts[0]?.says ?? '',
    }),
  );
  if (steps.length === 0) return null;
  return {
    steps: steps.length,
    disputed: disputedOf(explanation, steps),
    omitted: mostSilent(steps.filter(({ same, silent }) => same > 0 && silent > 0)),
    alone: steps.filter(({ same }) => same === 0).length,
  };
}

/** Later steps repeat what came of the first that a rollout leaves. */
function disputedOf(explanation: Explanation, steps: readonly StepFact[]): StepFact | null {
  const first = (step: number): number =>
    explanation.parted.filter((one) => one.step === step).length;
  const isFinal = (step: number): boolean =>
    stepsOf(explanation)[step]?.contradicts.every(({ difference }) => difference === 'answer') ?? false;
  const ranked = steps
    .filter(({ step }) => first(step) > 0)
    .sort(
      (a, b) =>
        Number(isFinal(a.step)) - Number(isFinal(b.step)) ||
        first(b.step) - first(a.step) ||
        a.step - b.step,
    );
  return ranked[0] ?? null;
}

const mostSilent = (steps: readonly StepFact[]): StepFact | null =>
  [...steps].sort((a, b) => b.silent - a.silent || a.step - b.step)[0] ?? null;
