/** What the programs that check something on known rows share before they start. */
import { readFileSync } from 'node:fs';
import { ExpectedError } from './expected-error.ts';

/** Tells the usage, or what is wrong with the flags. Returns the exit code. */
export function tellUsage(program: string, fault: string, usage: string): 0 | 2 {
  if (fault === 'help') {
    console.log(usage);
    return 0;
  }
  console.error(`${program}: ${fault}\n\n${usage}`);
  return 2;
}

/** Throws an `ExpectedError` where the file cannot be read. */
export function readText(program: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExpectedError(`${program}: cannot read the file: ${reason}`);
  }
}
