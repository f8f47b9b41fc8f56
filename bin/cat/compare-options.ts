/** The arguments of `cat compare`, checked before anything is read. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from './options.ts';

export interface CompareCommand {
  /** Of experiments. */
  readonly first: string;
  readonly second: string;
  readonly json: boolean;
}

export const compareUsage = `compare, of two experiments over the same questions (their --out), question by question:
  npm run --silent cat -- compare DIR1 DIR2 [--json]`;

const flags = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** What follows `cat compare`; null asks for help. Throws a UsageError that names what is wrong. */
export function readCompare(args: readonly string[]): CompareCommand | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || first === '' || second === '') {
    throw new UsageError('compare needs the folders of two experiments');
  }
  if (rest.length > 0) throw new UsageError(`one argument too many: "${rest[0]}"`);
  return { first: path.resolve(first), second: path.resolve(second), json: values.json === true };
}
