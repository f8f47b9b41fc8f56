/**
 * Two questions on the terminal before a model of the list is fetched, as the page asks them: may its
 * hosts be asked, and, once they have told the exact size, is it to come. `--yes` answers both.
 */
import { createInterface } from 'node:readline/promises';
import type { DownloadSize } from '../../src/engine/download-size.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import type { CommandOutcome } from '../../src/run/command.ts';
import { gigabytes } from '../../src/view/format.ts';
import { downloadTexts } from '../../src/view/text/en-shelf.ts';
import { CommandError, endedWithout } from './faults.ts';

export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

export interface Asking {
  readonly spec: ModelSpec;
  /** `--yes` was given. */
  readonly yes: boolean;
  readonly size: () => Promise<CommandOutcome<DownloadSize>>;
  /** Ends a question as if it were answered with no. */
  readonly signal: AbortSignal;
}

/** stdout is for the result alone. */
const ownTerminal: Terminal = { input: process.stdin, output: process.stderr };

/** Throws a CommandError where nobody can be asked and `--yes` does not answer. */
export function needAnswers(model: string, yes: boolean, { input } = ownTerminal): void {
  if (yes || input.isTTY === true) return;
  throw new CommandError(
    `${model} would be fetched, which has to be confirmed: give --yes, or start the command on a terminal.`,
  );
}

/** Resolves where the model may be fetched; throws a CommandError where not, or its size cannot be had. */
export async function confirmDownload(asking: Asking, terminal = ownTerminal): Promise<void> {
  const { spec, size } = asking;
  const hosts = hostsOf(spec).join(', ');
  const about = `${spec.id}: its hosts see your network address and which model you look at.`;
  await agree([about], `Ask ${hosts} how large it is?`, asking, terminal);
  const { value, faults } = await size();
  if (value === null) throw endedWithout(faults);
  const { bytes, files, unknown, free } = value;
  const words = unknown.length === 0 ? downloadTexts.exact : downloadTexts.atLeast;
  const facts = [
    ...(unknown.length === 0 ? [] : [downloadTexts.unknown(unknown.join(', '))]),
    ...(free === null ? [] : [`The browser has ${gigabytes(free)} of storage left.`]),
    'Nothing of it is kept once the command has ended.',
  ];
  await agree(facts, words(bytes, files, hosts), asking, terminal);
}

async function agree(
  facts: readonly string[],
  question: string,
  { yes, signal }: Asking,
  { input, output }: Terminal,
): Promise<void> {
  for (const fact of facts) output.write(`${fact}\n`);
  if (yes) {
    output.write(`${question} Yes, by --yes.\n`);
    return;
  }
  // Not as a terminal of its own: Ctrl-C stays the command's.
  const lines = createInterface({ input, output, terminal: false });
  try {
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), ended]);
    if (!/^y(es)?$/i.test(answer.trim())) throw new CommandError('Nothing was fetched.');
  } catch (error) {
    if (signal.aborted) throw new CommandError('Nothing was fetched.');
    throw error;
  } finally {
    lines.close();
  }
}

const hostsOf = ({ urls, library }: ModelSpec): readonly string[] => {
  const all = [...urls, ...(library === undefined ? [] : [library])];
  return [...new Set(all.map((url) => new URL(url).host))];
};
