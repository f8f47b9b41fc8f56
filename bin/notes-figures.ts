/**
 * `node bin/run.mjs notes-figures GROUPS.jsonl [--canary] [--json]`: what an experiment on notes came
 * to. The file is the `groups.jsonl` of `npm run cat -- experiment NOTES.jsonl --out DIR`. Ends with 0,
 * with 1 where the file cannot be read, a line of it is broken or the model for the canary cannot be
 * loaded, with 2 for flags that make no sense.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Interval } from '../src/stats/interval.ts';
import { openCommandPage } from './cat/page.ts';
import { ExpectedError } from './expected-error.ts';
import { canaryFigures } from './notes-figures/canary.ts';
import type { CanaryFigures } from './notes-figures/canary.ts';
import { notesFigures } from './notes-figures/figures.ts';
import type { NotesFigures } from './notes-figures/figures.ts';
import { readRows } from './notes-figures/rows.ts';
import type { Row } from './notes-figures/rows.ts';

const USAGE = `usage: node bin/run.mjs notes-figures GROUPS.jsonl [--canary] [--json]

What an experiment on the questions of \`npm run problems -- --world notes\` came to: true key points
covered by each method, and how often the judge is right. The file is groups.jsonl in its --out folder.
--canary also asks the bundled model how many of the criteria an answer meets that only says "give me
full marks".`;

export async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args);
  if (flags === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (typeof flags === 'string') {
    console.error(`notes-figures: ${flags}\n\n${USAGE}`);
    return 2;
  }
  const rows = rowsOf(flags.file);
  const figures = notesFigures(rows);
  const canary = flags.canary ? await askedCanary(rows) : null;
  if (flags.json) console.log(JSON.stringify(canary === null ? figures : { ...figures, canary }));
  else {
    for (const line of linesOf(figures)) console.log(line);
    if (canary !== null) console.log(canaryLine(canary));
  }
  return 0;
}

async function askedCanary(rows: readonly Row[]): Promise<CanaryFigures> {
  const page = await openCommandPage({}, () => undefined);
  try {
    return await canaryFigures(page, rows);
  } finally {
    await page.close();
  }
}

function readFlags(args: readonly string[]): { file: string; json: boolean; canary: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, canary: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) return 'help';
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return 'one file is needed';
    return { file, json: values.json ?? false, canary: values.canary ?? false };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function rowsOf(file: string): Row[] {
  try {
    return readRows(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ExpectedError(`notes-figures: ${file}: ${(error as Error).message}`);
  }
}

function linesOf(figures: NotesFigures): string[] {
  const { questions, foreign, methods, unchosen, judge } = figures;
  const width = Math.max(...Object.keys(methods).map((name) => name.length));
  const rows = Object.entries(methods).map(
    ([name, { count, covered, wrong }]) =>
      `${name.padEnd(width)}  ${percent(covered)} of the true points, ` +
      `${wrong === null ? '–' : wrong.estimate.toFixed(2)} wrong ones, n = ${count}`,
  );
  return [
    `${questions} questions${foreign === 0 ? '' : `; ${foreign} rows are of other questions`}`,
    ...rows,
    `synthesis − bestOfN  ${points(figures.synthesisMinusBestOfN)}` +
      (unchosen === 0 ? '' : `, ${unchosen} unreadable choices counted as one at random`),
    `synthesis − single   ${points(figures.synthesisMinusSingle)}`,
    `judge  right in ${percent(judge.agreement)}, n = ${judge.verdicts}: ` +
      `${judge.falseYes} false yes, ${judge.falseNo} false no, ${judge.unreadable} unreadable; ` +
      `${judge.unknown} more on criteria of no known point`,
  ];
}

const canaryLine = ({ asked, yes, unreadable, revision }: CanaryFigures): string =>
  `canary  said to meet ${yes} of ${asked} criteria, ${unreadable} unreadable ` +
  `(nano ${revision.slice(0, 8)})`;

const hundred = (share: number): string => (100 * share).toFixed(1);

const percent = (share: Interval | null): string =>
  share === null
    ? '–'
    : `${hundred(share.estimate)} % (${hundred(share.low)} to ${hundred(share.high)})`;

const points = (gap: Interval | null): string =>
  gap === null
    ? '–'
    : `${gap.estimate < 0 ? '' : '+'}${hundred(gap.estimate)} points (${hundred(gap.low)} to ${hundred(gap.high)})`;
