import { agreeRows } from '../bench/agree.ts';
import { answerRows } from '../bench/answers.ts';
import { experimentRows } from '../bench/experiments.ts';
import { firstRowRows } from '../bench/first-row.ts';
import { nanoRows } from '../bench/nano.ts';
import { pageRows } from '../bench/page.ts';
import type { Row, Suite } from '../bench/row.ts';
import { storeRows } from '../bench/store.ts';
import { webllmRows } from '../bench/webllm.ts';
import { CommandError } from './cat/faults.ts';
import { table } from './cat/grid.ts';

type Say = (text: string) => void;

const suites: Readonly<Record<Suite, (say: Say) => Promise<Row[]>>> = {
  cpu: async (say) => [...(await nanoRows(say)), ...(await pageRows(say))],
  page: pageRows,
  webllm: webllmRows,
  store: storeRows,
  answers: answerRows,
  experiments: async (say) => [...(await firstRowRows(say)), ...(await experimentRows(say))],
  agree: agreeRows,
};

/** What runs when no suite is named. */
const standard: readonly Suite[] = ['cpu', 'store'];

const isSuite = (name: string): name is Suite => name in suites;

const figure = (value: number): string => value.toPrecision(3);

const render = (rows: readonly Row[]): string =>
  table(
    [
      ['name', 'engine', 'ours', 'against', 'unit', 'ratio'],
      ...rows.map(({ name, engine, ours, against, unit, ratio }) => [
        name,
        engine ?? '–',
        figure(ours),
        figure(against),
        unit,
        figure(ratio),
      ]),
    ],
    [2, 3, 5],
  );

/** `npm run bench -- [cpu|page|webllm|store|answers|experiments|agree] [--json]`: ratios above 1 mean that ours is better. */
export async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => arg !== '--json');
  const unknown = names.find((name) => !isSuite(name));
  if (unknown !== undefined) {
    console.error(`${unknown} is none of ${Object.keys(suites).join(', ')}, --json`);
    return 2;
  }
  const chosen = names.length === 0 ? standard : names.filter(isSuite);
  try {
    const rows: Row[] = [];
    for (const name of chosen) rows.push(...(await suites[name]((text) => console.error(text))));
    console.log(args.includes('--json') ? JSON.stringify(rows, null, 2) : render(rows));
    return 0;
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    return 1;
  }
}
