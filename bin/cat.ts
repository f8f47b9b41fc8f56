/** `npm run cat -- ask|experiment …`: the built page, driven from the command line. */
import { ask } from './cat/ask.ts';
import { experiment } from './cat/experiment.ts';
import { readCommand, usage, UsageError, type Command } from './cat/options.ts';
import { ExpectedError } from './expected-error.ts';

function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'ask':
      return ask(command);
    case 'experiment':
      return experiment(command);
    case 'help':
      console.log(usage);
      return Promise.resolve(0);
    default:
      return command satisfies never;
  }
}

/** Exit codes: 0 done, 1 failed, 2 a wrong command line, 130 stopped by the person. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(readCommand(args));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (!(error instanceof ExpectedError)) console.error(error);
    else if (error.message !== '') console.error(error.message);
    return 1;
  }
}
