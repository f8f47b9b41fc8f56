/** The flags of `cat export`, checked before anything is read. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hasForm, ROW_FORMATS, type RowFormat } from '../../src/export/formats.ts';
import type { Form } from '../../src/export/material.ts';
import { UsageError } from './options.ts';

/** `run`: CaT Lab's own file, which the page imports. */
export type ExportFormat = RowFormat | 'run';

const formats: readonly ExportFormat[] = [...ROW_FORMATS, 'run'];

export interface ExportCommand {
  /** Of an experiment. */
  readonly folder: string;
  readonly format: ExportFormat;
  readonly form: Form;
  /** A file, or a folder that is there, in which the file gets its usual name; stdout where absent. */
  readonly out?: string;
}

export const exportUsage = `export, from the folder of an experiment (its --out):
  npm run --silent cat -- export DIR --as FORMAT [--out FILE] [--conversational]

  --as ${formats.join('|')}
                               rows to train or to measure with, or a file that the page imports
  --out FILE|FOLDER            where to (stdout); a file that is there is replaced
  --conversational             prompts and answers as lists of messages, of trl-… formats`;

const flags = {
  as: { type: 'string' },
  out: { type: 'string' },
  conversational: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** What follows `cat export`; null asks for help. Throws a UsageError that names what is wrong. */
export function readExport(args: readonly string[]): ExportCommand | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [folder, ...rest] = positionals;
  if (folder === undefined || folder === '') throw new UsageError('export needs the folder of an experiment');
  if (rest.length > 0) throw new UsageError(`one argument too many: "${rest[0]}"`);
  const name = values.as;
  if (name === undefined) throw new UsageError(`--as is ${formats.join(', ')}`);
  const format = formats.find((known) => known === name);
  if (format === undefined) throw new UsageError(`--as is ${formats.join(', ')}, not "${name}"`);
  const isConversational = values.conversational === true;
  if (isConversational && (format === 'run' || !hasForm(format, 'text') || !hasForm(format, 'conversation'))) {
    throw new UsageError(`--conversational belongs to trl-… formats, not to ${format}`);
  }
  if (values.out === '') throw new UsageError('--out needs a file');
  return {
    folder: path.resolve(folder),
    format,
    form: isConversational ? 'conversation' : 'text',
    ...(values.out === undefined ? {} : { out: path.resolve(values.out) }),
  };
}
