/**
 * `node bin/run.mjs page-run FILE.jsonl --out DIR`: asks the questions of the file on the built page, by its
 * own controls as a person does, so that what the page tells can be held against `cat experiment`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { ExpectedError } from './expected-error.ts';
import { readGroups, sameness } from './page-run/sameness.ts';
import { Person } from './page-run/person.ts';
import { serve } from './serve.ts';

/** Fixed, since a browser keeps what belongs to a page by its address: a later call finds the run again. */
const PORT = '5187';
const MODEL = '/model.gguf';

const USAGE = `usage: node bin/run.mjs page-run FILE.jsonl --out DIR [flags]

Asks the questions of the file on the page, in a Chromium whose profile lies in DIR, and writes
DIR/run.jsonl (the run as the page saves it) and DIR/report.txt. Killed and started again, it goes on.

  --limit N           the first N questions alone
  --model PATH.gguf   a model given to the page by its address (nano)
  --group N           rollouts of each question (8)
  --max-tokens N      of each rollout (as the page has it)
  --seed N            (1)
  --port N            of the page, the same in each call for one DIR (5187)
  --kill N,M          kills the browser, all its processes at once, when so many questions are done
  --against DIR       a folder of \`cat experiment --out\`: how many rollouts and syntheses are the same`;

const OPTIONS = {
  out: { type: 'string' },
  limit: { type: 'string' },
  model: { type: 'string' },
  group: { type: 'string' },
  'max-tokens': { type: 'string' },
  seed: { type: 'string' },
  port: { type: 'string', default: PORT },
  kill: { type: 'string' },
  against: { type: 'string' },
  help: { type: 'boolean' },
} as const;

export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [file] = positionals;
  if (values.help === true || file === undefined || values.out === undefined) {
    console.error(USAGE);
    return values.help === true ? 0 : 2;
  }
  const out = path.resolve(values.out);
  mkdirSync(out, { recursive: true });
  const all = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  const lines = all.slice(0, number(values.limit) ?? all.length);
  const set = path.join(out, path.basename(file));
  writeFileSync(set, `${lines.join('\n')}\n`);

  const extra = values.model === undefined ? {} : { [MODEL]: path.resolve(values.model) };
  const served = await serve({ folder: await ensureBuilt(), port: Number(values.port), extra });
  const program = await ensureBrowser();
  const kills = (values.kill ?? '').split(',').filter(Boolean).map(Number);
  const settings = {
    group: number(values.group) ?? 8,
    maxTokens: number(values['max-tokens']),
    seed: number(values.seed) ?? 1,
  };
  try {
    for (;;) {
      const person = await Person.open(program, path.join(out, 'profile'), served.url);
      await person.load(extra[MODEL] === undefined ? null : new URL(MODEL.slice(1), served.url));
      await person.set(settings);
      await person.beginOrGoOn(set, lines.length);
      if (!(await person.watch(kills.shift() ?? null, (text) => console.error(text)))) continue;
      writeFileSync(path.join(out, 'report.txt'), `${await person.report()}\n`);
      await person.save(path.join(out, 'run.jsonl'));
      await person.close();
      break;
    }
  } finally {
    await served.close();
  }
  console.log(readFileSync(path.join(out, 'report.txt'), 'utf8'));
  if (values.against !== undefined) console.log(sameness(readGroups(out), path.resolve(values.against)));
  return 0;
}

function number(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new ExpectedError(`${text} is no whole number`);
}
