import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom, deriveSeed } from '../src/base/random.ts';
import type { Problem } from '../src/question/world/problem.ts';
import { noisySolution } from '../src/question/world/noise.ts';
import { problems } from '../src/question/world/problems.ts';
import { noteRows, tooManyNotes } from './problems/note-rows.ts';
import type { ProblemsFlags } from './problems-flags.ts';
import { readFlags, USAGE } from './problems-flags.ts';

/** Characters gathered before one write. */
const CHUNK = 1 << 20;

/**
 * `npm run problems`: JSON lines of made-up problems on stdout or in a file. Ends with 0, with 2
 * for flags that make no sense, with 1 where the file cannot be written.
 */
export function main(args: readonly string[]): number {
  const flags = readFlags(args);
  if (flags === 'help') {
    console.log(USAGE);
    return 0;
  }
  const fault = typeof flags === 'string' ? flags : tooManyNotes(flags);
  if (typeof flags === 'string' || fault !== null) {
    console.error(`problems: ${fault}\n\n${USAGE}`);
    return 2;
  }
  try {
    write(flags);
    return 0;
  } catch (error) {
    // A reader such as `head` that has seen enough closes the pipe; that is no fault.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    console.error(`problems: cannot write the problems: ${String(error)}`);
    return 1;
  }
}

function write(flags: ProblemsFlags): void {
  const file = flags.out === undefined ? 1 : openSync(flags.out, 'w');
  try {
    let chunk = '';
    for (const row of flags.world === 'notes' ? noteRows(flags) : problemRows(flags)) {
      chunk += `${JSON.stringify(row)}\n`;
      if (chunk.length < CHUNK) continue;
      writeAll(file, chunk);
      chunk = '';
    }
    writeAll(file, chunk);
  } finally {
    if (flags.out !== undefined) closeSync(file);
  }
}

/** A pipe takes only part of a large text, or none for a moment. */
function writeAll(file: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(file, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

function* problemRows(flags: ProblemsFlags): Generator<object, void> {
  const stream = problems(flags);
  for (let index = 0; index < flags.count; index += 1) {
    yield row(stream.next().value, flags, index);
  }
}

function row(problem: Problem, flags: ProblemsFlags, index: number): object {
  const { question, answer, solution, level } = problem;
  if (!flags.solutions) return { question, answer };
  if (flags.noisy === 0) return { question, answer, solution, level };
  const random = createRandom(deriveSeed(flags.seed ^ 0x5eed, index));
  const [low, high] = flags.rate;
  const rate = low + (high - low) * random.next();
  const noisy = Array.from(
    { length: flags.noisy },
    () => noisySolution(problem, rate, random).text,
  );
  return { question, answer, solution, level, noisy };
}
