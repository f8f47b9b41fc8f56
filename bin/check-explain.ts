/**
 * `npm run check-explain`: how often the marks beside the steps of a synthesis are right, against the
 * generator's own steps. Ends with 0 whatever the figures are, with 2 for flags that make no sense.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Level } from '../src/question/world/level.ts';
import { DEFAULT_LEVEL, isLevel, LEVEL_NAMES } from '../src/question/world/level.ts';
import { problems } from '../src/question/world/problems.ts';
import { table } from './cat/grid.ts';
import type { Figure, Measured } from './check-explain/measure.ts';
import { figuresOf, measure } from './check-explain/measure.ts';
import type { GroupRow } from './check-explain/rows.ts';
import { problemsOf, readGroups } from './check-explain/rows.ts';
import { sampleGroups } from './check-explain/sample.ts';
import { readText, tellUsage } from './check-input.ts';
import { ExpectedError } from './expected-error.ts';

const USAGE = `usage: npm run check-explain -- [GROUPS.jsonl] [--seed S] [--count N] [--level LEVEL] [--out FILE] [--json] [--list]

Explains groups of the bundled model and holds each mark against the generator's own steps. Without a
file the groups are sampled; with one (groups.jsonl of "cat experiment --out") nothing is.

  --seed S       which held-out problems: those of "npm run problems" (default 5)
  --count N      how many groups (default 60, of a file all)
  --level LEVEL  ${LEVEL_NAMES.join(', ')} (default ${DEFAULT_LEVEL})
  --out FILE     keeps the groups that are sampled, to be measured again
  --json         one JSON object on stdout
  --list         also every mark that is wrong`;

const KINDS = ['supports', 'contradicts'] as const;

interface Flags {
  readonly file?: string;
  readonly seed: number;
  readonly count: number | null;
  readonly level: Level;
  readonly out?: string;
  readonly json: boolean;
  readonly list: boolean;
}

export async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args);
  if (typeof flags === 'string') return tellUsage('check-explain', flags, USAGE);
  const { seed, level } = flags;
  const rows = await readOrSample(flags);
  if (rows.length === 0) throw new ExpectedError('check-explain: there are no groups');
  const known = problemsOf(rows, seed, level);
  const measureAll = (retold: boolean): Measured[] =>
    rows.flatMap((row, at) => {
      const problem = known[at];
      return problem === undefined ? [] : [measure(row, problem, at, retold)];
    });
  const suites = { 'as written': measureAll(false), retold: measureAll(true) };
  if (flags.list) for (const measured of Object.values(suites)) list(measured);
  if (flags.json) console.log(JSON.stringify(report(suites)));
  else print(suites);
  return 0;
}

async function readOrSample({ file, seed, level, count, out }: Flags): Promise<GroupRow[]> {
  if (file !== undefined) return readGroups(readText('check-explain', file)).slice(0, count ?? undefined);
  const source = problems({ seed, level, split: 'heldout' });
  const rows = await sampleGroups(Array.from({ length: count ?? 60 }, () => source.next().value));
  if (out !== undefined) writeFileSync(out, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return rows;
}

function readFlags(args: readonly string[]): Flags | 'help' | (string & {}) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: '5' },
        count: { type: 'string' },
        level: { type: 'string', default: DEFAULT_LEVEL },
        json: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return 'help';
    const { seed, count, level, json, out, list: listed } = values;
    const [file, ...more] = positionals;
    if (more.length > 0) return 'one file at most';
    if (file !== undefined && out !== undefined) return '--out is for groups that are sampled';
    if (!/^\d{1,9}$/.test(seed)) return `--seed is a whole number from 0, not "${seed}"`;
    if (count !== undefined && !/^[1-9]\d{0,4}$/.test(count)) {
      return `--count is a whole number from 1, not "${count}"`;
    }
    if (!isLevel(level)) return `--level is one of ${LEVEL_NAMES.join(', ')}, not "${level}"`;
    const common = { seed: Number(seed), level, json, list: listed };
    return {
      ...common,
      count: count === undefined ? null : Number(count),
      ...(file === undefined ? {} : { file }),
      ...(out === undefined ? {} : { out }),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

type Suites = Readonly<Record<string, readonly Measured[]>>;

const report = (suites: Suites): object =>
  Object.fromEntries(
    Object.entries(suites).map(([name, measured]) => [
      name,
      {
        ...totals(measured),
        ...Object.fromEntries(KINDS.map((kind) => [kind, figuresOf(measured, kind)])),
      },
    ]),
  );

function totals(measured: readonly Measured[]): Readonly<Record<string, number>> {
  const sum = (of: (one: Measured) => number): number =>
    measured.reduce((all, one) => all + of(one), 0);
  return {
    groups: measured.length,
    pairs: sum(({ judged }) => judged.length),
    strangeSteps: sum(({ strange }) => strange),
    millisecondsPerGroup: Number((sum((one) => one.milliseconds) / measured.length).toFixed(1)),
  };
}

function print(suites: Suites): void {
  const cells = ({ share, hits, of }: Figure): string[] => {
    if (share === null) return ['–', '–', '0 of 0'];
    const percent = (value: number): string => (100 * value).toFixed(1);
    const bounds = `${percent(share.low)} to ${percent(share.high)}`;
    return [`${percent(share.estimate)} %`, bounds, `${hits} of ${of}`];
  };
  const rows = Object.entries(suites).flatMap(([name, measured]) =>
    KINDS.map((kind) => {
      const { precision, recall } = figuresOf(measured, kind);
      return [name, kind, ...cells(precision), ...cells(recall)];
    }),
  );
  const head = ['texts', 'mark', 'precision', '95 %', 'marks', 'recall', '95 %', 'truths'];
  console.log(table([head, ...rows], [2, 3, 4, 5, 6, 7]));
  for (const [name, measured] of Object.entries(suites)) {
    const { groups, pairs, strangeSteps, millisecondsPerGroup } = totals(measured);
    console.log(
      `${name}: ${groups} groups, ${pairs} pairs of a step and a rollout; ${strangeSteps} steps are ` +
        `none of the solution's and left out; ${millisecondsPerGroup} ms a group`,
    );
  }
}

function list(measured: readonly Measured[]): void {
  for (const { judged } of measured) {
    for (const { truth, said, step, line } of judged) {
      if (truth !== said) console.error(`${said}, not ${truth}: ${step} | ${line}`);
    }
  }
}
