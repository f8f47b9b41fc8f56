/** Texts explained as they stand, with their answers read by hand. */
import { explain } from '../../../src/synthesis/explain/explain.ts';
import type {
  ExplainedStep,
  Explanation,
  Span,
  Witness,
} from '../../../src/synthesis/explain/explanation.ts';
import { stepsOf } from '../../../src/synthesis/explain/explanation.ts';

export type Said = string | (Partial<Witness> & { readonly text: string });

export interface Told {
  readonly explanation: Explanation;
  readonly steps: readonly ExplainedStep[];
  /** The step that holds these words. */
  step(words: string): ExplainedStep;
  /** Who supports, who contradicts, who is silent there. */
  who(words: string): readonly [number[], number[], number[]];
  of(span: Span): string;
  /** What a rollout is quoted with at the step of these words; null where it is silent. */
  quote(words: string, index: number): string | null;
}

const ANSWER = /The answer is (\d+)\./;

export function tell(synthesis: string, ...said: readonly Said[]): Told {
  const answer = ANSWER.exec(synthesis)?.[1] ?? null;
  const rollouts = said.map((one, index): Witness => {
    const given = typeof one === 'string' ? { text: one } : one;
    const own = ANSWER.exec(given.text)?.[1] ?? null;
    const agreement = own === null || answer === null ? 'unsure' : own === answer ? 'same' : 'other';
    return { index, ended: true, answer: own, agreement, ...given };
  });
  const given = said.map((one) => (typeof one === 'string' ? { text: one } : one));
  const explanation = explain({
    synthesis,
    ended: true,
    answer: answer ?? given.find((one) => one.answer !== undefined)?.answer ?? null,
    rollouts,
  });
  const steps = stepsOf(explanation);
  const step = (words: string): ExplainedStep => {
    const found = steps.find(({ start, end }) => synthesis.slice(start, end).includes(words));
    if (found === undefined) throw new Error(`no step holds ${words}`);
    return found;
  };
  const text = (index: number): string => rollouts[index]?.text ?? '';
  return {
    explanation,
    steps,
    step,
    who: (words) => {
      const { supports, contradicts, silent } = step(words);
      const indices = (list: readonly { readonly index: number }[]): number[] =>
        list.map(({ index }) => index);
      return [indices(supports), indices(contradicts), [...silent]];
    },
    of: ({ start, end }) => synthesis.slice(start, end),
    quote: (words, index) => {
      const { supports, contradicts } = step(words);
      const found = [...supports, ...contradicts].find((one) => one.index === index);
      const quote = found?.quote ?? null;
      return quote === null ? null : text(index).slice(quote.start, quote.end);
    },
  };
}
