import type { Step, Term } from './sum.ts';

/** What a term is worth when the steps came out as `values`. */
export function termValue(term: Term, values: readonly number[]): number {
  if (term.kind === 'given') return term.value;
  const value = values[term.step];
  if (value === undefined) throw new Error('a term points at a later step');
  return value;
}

export function sumLine(step: Step, left: number, right: number, value: number): string {
  const start = step.before === '' ? '' : `${step.before} `;
  return `${start}${left} ${step.op} ${right} = ${value}${step.after}`;
}

/** The canonical solution: one line per step in order, then `The answer is N.` */
export function solutionText(steps: readonly Step[], values: readonly number[]): string {
  const lines = steps.map((step, index) => {
    const left = termValue(step.left, values);
    const right = termValue(step.right, values);
    return sumLine(step, left, right, values[index] ?? Number.NaN);
  });
  return [...lines, `The answer is ${values.at(-1)}.`].join('\n');
}
