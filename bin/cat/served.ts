/** What the command line says of servers, and the key that it sends them. */
import { serverTexts } from '../../src/view/text/en-server.ts';
import { untoldText } from '../../src/view/text/untold.ts';
import type { RunEvent } from '../../src/run/event.ts';
import type { ModelChoice } from './options.ts';

/** Where the key is read from: an argument would stand in the list of processes and in histories. */
export const KEY_VARIABLE = 'CAT_SERVER_KEY';

/** For each host once, that text is sent to it. */
export function leavesLines(choices: readonly (ModelChoice | undefined)[]): string[] {
  const hosts = choices.flatMap((choice) =>
    choice?.kind === 'served' ? [new URL(choice.base).host] : [],
  );
  return [...new Set(hosts)].map((host) => serverTexts.leaves(host));
}

/** What the server of a model that is ready does not tell; null for other events. */
export const untoldLine = (event: RunEvent): string | null =>
  event.kind === 'model-ready' ? untoldText(event.model) : null;

/** The key for a model of a server, where one is set. */
export function keyFor(choice: ModelChoice, env: NodeJS.ProcessEnv = process.env): { key?: string } {
  const key = env[KEY_VARIABLE];
  return choice.kind === 'served' && key !== undefined && key !== '' ? { key } : {};
}
