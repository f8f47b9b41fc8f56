/**
 * An evaluator of solutions that shares no code with the generator: it reads the texts alone.
 */

export interface ReadLine {
  readonly op: string;
  readonly left: number;
  readonly right: number;
  readonly value: number;
}

export function readLines(solution: string): ReadLine[] {
  return solution
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const found = /^[A-Z][A-Za-z ]* (\d+) ([-+*/]) (\d+) = (\d+) [a-z ]+\.$/.exec(line);
      if (found === null) throw new Error(`not a solution line: ${line}`);
      const [, left, op, right, value] = found;
      return { op: op!, left: Number(left), right: Number(right), value: Number(value) };
    });
}

export function worth(op: string, left: number, right: number): number {
  if (op === '+') return left + right;
  if (op === '-') return left - right;
  if (op === '*') return left * right;
  return left / right;
}

/** Every number that the question gives, in digits or as a word. */
export function givenNumbers(question: string): number[] {
  const digits = (question.match(/\d+/g) ?? []).map(Number);
  return /\b(half|twice|doubles|doubled)\b/i.test(question) ? [...digits, 2] : digits;
}

/** What is wrong with a problem's solution, one sentence each; empty where all is right. */
export function faultsOf(problem: {
  question: string;
  answer: string;
  solution: string;
}): string[] {
  const faults: string[] = [];
  const lines = readLines(problem.solution);
  const given = givenNumbers(problem.question);
  lines.forEach(({ op, left, right, value }, index) => {
    const earlier = lines.slice(0, index).map((line) => line.value);
    if (worth(op, left, right) !== value) faults.push(`line ${index + 1} is miscalculated`);
    for (const operand of [left, right]) {
      if (!earlier.includes(operand) && !given.includes(operand)) {
        faults.push(`${operand} on line ${index + 1} comes from nowhere`);
      }
    }
    const later = lines.slice(index + 1).flatMap((line) => [line.left, line.right]);
    if (index < lines.length - 1 && !later.includes(value)) {
      faults.push(`the result of line ${index + 1} is never used`);
    }
  });
  const last = lines.at(-1)!.value;
  if (problem.answer !== String(last)) faults.push('the answer is not the last result');
  if (!problem.solution.endsWith(`\nThe answer is ${last}.`)) faults.push('the last line is off');
  return faults;
}
