/**
 * `npm run check-answers -- FILE.jsonl [--json] [--list]`: how often the answer checker is right on
 * known pairs. Ends with 0 whatever the figures are, with 1 where the file cannot be read or a line
 * is broken (the others are checked), with 2 for flags that make no sense.
 */
import { parseArgs } from 'node:util';
import { guardAlgebra } from '../src/reward/maths/guarded.ts';
import { readRows } from './check-answers/rows.ts';
import type { Row } from './check-answers/rows.ts';
import { bySuite, figures, isRight, plainAccuracy } from './check-answers/tally.ts';
import type { Checked } from './check-answers/tally.ts';
import { startThread } from './check-answers/thread.ts';
import { createChecker } from './check-answers/verdict.ts';
import { readText, tellUsage } from './check-input.ts';

const USAGE = `usage: npm run check-answers -- FILE.jsonl [--json] [--list]

Rows: {"gold", "pred", "expected", "format", "suite"}; format is latex (the default), text+latex (pred
is a whole response), ascii ("=" and units are taken literally) or plain.

  --json   one JSON object on stdout
  --list   also every row that came out wrong`;

interface Flags {
  readonly file: string;
  readonly json: boolean;
  readonly list: boolean;
}

export async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args);
  if (typeof flags === 'string') return tellUsage('check-answers', flags, USAGE);
  const { rows, faults } = readRows(readText('check-answers', flags.file));
  for (const fault of faults) console.error(`check-answers: ${flags.file}, ${fault}`);
  const checked = await check(rows);
  if (flags.list) list(checked);
  if (flags.json) console.log(JSON.stringify(report(checked)));
  else print(checked);
  return faults.length === 0 ? 0 : 1;
}

function readFlags(args: readonly string[]): Flags | 'help' | (string & {}) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) return 'help';
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return 'one file is needed';
    return { file, json: values.json ?? false, list: values.list ?? false };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function check(rows: readonly Row[]): Promise<Checked[]> {
  const algebra = guardAlgebra(startThread);
  const checker = createChecker(algebra);
  const checked: Checked[] = [];
  try {
    await warmUp(checker, rows);
    for (const row of rows) {
      const start = performance.now();
      const verdict = await checker(row);
      checked.push({ row, verdict, milliseconds: performance.now() - start });
    }
  } finally {
    algebra.end();
  }
  if (algebra.expired > 0) console.error(`check-answers: ${algebra.expired} ran past the deadline`);
  return checked;
}

/**
 * Starting the thread, loading the algebra and compiling the code is no part of any answer's time:
 * some rows are checked before the clock runs.
 */
async function warmUp(
  checker: (row: Row) => Promise<unknown>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  await checker({ gold: '\\pi', pred: 'e', expected: false, format: 'latex', suite: '' });
  const end = performance.now() + 500;
  while (performance.now() < end) {
    for (const row of rows.slice(0, 200)) {
      if (performance.now() > end) return;
      await checker(row);
    }
  }
}

function report(checked: readonly Checked[]): object {
  const suites = [...bySuite(checked)].map(([suite, rows]) => [suite, figures(rows)] as const);
  return { total: figures(checked), suites: Object.fromEntries(suites) };
}

function print(checked: readonly Checked[]): void {
  const rows = [...bySuite(checked), ['total', [...checked]] as const].map(([suite, part]) => {
    const {
      rows: count,
      accuracy,
      falseEqual,
      falseDifferent,
      undecided,
      perSecond,
    } = figures(part);
    const shares = [accuracy, plainAccuracy(part)].map((share) => `${(100 * share).toFixed(1)} %`);
    return [
      suite,
      ...[count, shares[0], falseEqual, falseDifferent, undecided, perSecond, shares[1]].map(
        String,
      ),
    ];
  });
  const head = [
    'suite',
    'rows',
    'accuracy',
    'false equal',
    'false different',
    'undecided',
    'per second',
    'same string',
  ];
  const table = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...table.map((cells) => (cells[at] ?? '').length)));
  for (const cells of table) {
    console.log(
      cells
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  '),
    );
  }
}

function list(checked: readonly Checked[]): void {
  for (const one of checked) {
    if (isRight(one)) continue;
    const { gold, pred, expected, suite } = one.row;
    const wanted = expected ? 'equal' : 'different';
    console.error(
      `${suite}: ${JSON.stringify(gold)} and ${JSON.stringify(pred)}: ${one.verdict.equality}, not ${wanted}`,
    );
  }
}
