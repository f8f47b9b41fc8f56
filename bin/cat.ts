/**
 * `npm run cat -- ask|experiment …`: the built page, driven from the command line; `compare` and
 * `export` only read what experiments left.
 */
import { ask } from './cat/ask.ts';
import { experiment } from './cat/experiment.ts';
import { compareUsage, readCompare } from './cat/compare-options.ts';
import { compare } from './cat/compare.ts';
import { exportUsage, readExport } from './cat/export-options.ts';
import { exportRecording } from './cat/export.ts';
import { readCommand, usage, UsageError, type Command } from './cat/options.ts';
import { ExpectedError } from './expected-error.ts';

const help = `${usage}\n\n${compareUsage}\n\n${exportUsage}`;

function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'ask':
      return ask(command);
    case 'experiment':
      return experiment(command);
    case 'help':
      console.log(help);
      return Promise.resolve(0);
    default:
      return command satisfies never;
  }
}

/** Exit codes: 0 done, 1 failed, 2 a wrong command line, 130 stopped by the person. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const [kind, ...rest] = args;
    if (kind === 'compare') {
      const asked = readCompare(rest);
      return await (asked === null ? run({ kind: 'help' }) : compare(asked));
    }
    if (kind !== 'export') return await run(readCommand(args));
    const command = readExport(rest);
    return await (command === null ? run({ kind: 'help' }) : exportRecording(command));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${help}`);
      return 2;
    }
    if (!(error instanceof ExpectedError)) console.error(error);
    else if (error.message !== '') console.error(error.message);
    return 1;
  }
}
