import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../src/base/hash.ts';
import type { Question } from '../../src/question/question.ts';
import { readSet } from '../../src/question/set/read-set.ts';
import { without } from '../../src/base/without.ts';
import { makeRecipe } from '../../src/run/recipe.ts';
import { settingsFor } from '../../src/run/settings.ts';
import { beyondLines } from './beyond.ts';
import { CommandError, endedWithout, faultLine } from './faults.ts';
import { holdFolder } from './hold.ts';
import { createKeeping } from './keeping.ts';
import { openJournal, rowOf, type Journal, type Row } from './journal.ts';
import { UsageError, type ExperimentCommand } from './options.ts';
import { inRegime } from './regime.ts';
import { reportOf } from './report.ts';
import { createScaling, lackingRows } from './scale.ts';
import { withSession } from './session.ts';
import { experimentTable } from './table.ts';

interface QuestionFile {
  readonly questions: readonly Question[];
  /** By which `--out` knows the file again. */
  readonly digest: string;
}

/** Of so many milliseconds; nothing where none are left. */
function timeLeft(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (milliseconds <= 0) return '';
  if (minutes < 1) return ', less than a minute left';
  return minutes < 120 ? `, about ${minutes} min left` : `, about ${Math.round(minutes / 60)} h left`;
}

/** The questions of the file; nothing runs where any line of it is broken. */
async function readQuestions(file: string): Promise<QuestionFile> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new UsageError(`${file} could not be read: ${(error as Error).message}`);
  }
  const read = await readSet(bytes);
  if (!read.ok) throw new CommandError(`${file}: ${faultLine(read.fault)}`);
  return { questions: read.value.map(({ question }) => question), digest: await sha256(bytes) };
}

function openOut(command: ExperimentCommand, { digest }: QuestionFile): Journal | null {
  if (command.out === undefined) return null;
  const { model, anchor = null, judge, regime, settings } = command;
  return openJournal(command.out, {
    ...{ questions: digest, model, anchor },
    settings: without(settings, 'smallerGroups', 'smallerSubsets'),
    // Folders of before there were open questions know neither.
    ...(judge === undefined ? {} : { judge }),
    ...(regime === 'auto' ? {} : { regime }),
  });
}

/** `cat experiment`: exit code 1 where a question ended without a synthesis, 130 after Ctrl-C. */
export async function experiment(command: ExperimentCommand): Promise<number> {
  const file = await readQuestions(command.file);
  const questions = file.questions
    .slice(0, command.limit)
    .map((question) => inRegime(question, command.regime));
  const hold = command.out === undefined ? null : await holdFolder(command.out);
  try {
    return await fill(command, file, questions);
  } finally {
    hold?.release();
  }
}

async function fill(
  command: ExperimentCommand,
  file: QuestionFile,
  questions: readonly Question[],
): Promise<number> {
  const journal = openOut(command, file);
  const rows = new Map<number, Row>(
    [...(journal?.rows ?? [])].filter(([index]) => index < questions.length),
  );
  const todo = questions.flatMap((_, index) => (rows.has(index) ? [] : [index]));
  if (rows.size > 0) console.error(`${rows.size} of ${questions.length} were done before.`);
  try {
    const lacking = await lackingRows(rows.values(), command.settings);
    const work: Work = { command, questions, todo, lacking, rows, journal };
    const stopped = todo.length + lacking.length > 0 ? await run(work) : false;
    const code = finish(command, rows, questions.length, journal, stopped);
    const left = await lackingRows(rows.values(), command.settings);
    if (left.length === 0 || stopped) return code;
    console.error(`${left.length} of ${questions.length} questions lack the synthesis of a smaller group.`);
    return 1;
  } finally {
    journal?.close();
  }
}

interface Work {
  readonly command: ExperimentCommand;
  readonly questions: readonly Question[];
  /** Places of questions without a row. */
  readonly todo: readonly number[];
  /** Rows of before that lack smaller groups. */
  readonly lacking: readonly Row[];
  /** What is done is added here. */
  readonly rows: Map<number, Row>;
  readonly journal: Journal | null;
}

/**
 * Runs what is left and adds a row for each group that ends, then writes the smaller groups that rows of
 * before lack; gives whether it was stopped.
 */
function run({ command, questions, todo, lacking, rows, journal }: Work): Promise<boolean> {
  const begun = performance.now();
  const before = rows.size;
  let last = begun;
  let stop = (): void => {};
  const keeping = createKeeping(() => stop());
  const scaling = createScaling(lacking, (line, row) =>
    keeping.keep(() => {
      journal?.appendScaled(line);
      rows.set(row.index, row);
    }),
  );
  return withSession(
    command,
    (message, { progress }) => {
      scaling.follow(message, progress);
      if (message.kind !== 'group') return;
      const now = performance.now();
      const row = rowOf(todo[message.index] ?? -1, message.group, (now - last) / 1000);
      last = now;
      if (row === null) return;
      keeping.keep(() => {
        journal?.append(row);
        rows.set(row.index, row);
      });
      const each = (performance.now() - begun) / Math.max(1, rows.size - before);
      progress.show(`groups: ${rows.size} of ${questions.length}${timeLeft(each * (questions.length - rows.size))}`);
    },
    async ({ page, models, progress, stopped }) => {
      if (stopped() || models === null) return true;
      stop = () => void page.stop().catch(() => undefined);
      const { policy, anchor, judge } = models;
      const settings = settingsFor(policy.spec, command.settings);
      const asked = todo.map((index) => questions[index] as Question);
      const kinds = [...asked.map(({ kind }) => kind), ...lacking.map(() => 'verifiable' as const)];
      for (const regime of new Set(kinds)) {
        journal?.claim(makeRecipe(settings, policy, anchor, { judge, regime }));
      }
      for (const line of beyondLines(asked, settings, policy)) progress.say(line);
      last = performance.now();
      if (asked.length > 0) {
        const outcome = await page.experiment({
          questions: asked,
          settings: command.settings,
          name: path.basename(command.file),
        });
        keeping.check();
        if (outcome.value === null && !stopped()) throw endedWithout(outcome.faults);
      }
      if (!stopped()) await scaling.write(page, command.settings, () => stopped() || keeping.lost());
      keeping.check();
      return stopped();
    },
  );
}

function finish(
  command: ExperimentCommand,
  rows: ReadonlyMap<number, Row>,
  total: number,
  journal: Journal | null,
  stopped: boolean,
): number {
  const done = [...rows.values()].sort((a, b) => a.index - b.index);
  const recipe = done[0]?.recipe;
  if (recipe === undefined) {
    console.error('No question was finished.');
    return stopped ? 130 : 1;
  }
  const seconds = done.reduce((sum, row) => sum + row.seconds, 0);
  const report = reportOf(recipe, done, command.methods, seconds);
  journal?.writeSummary(report);
  process.stdout.write(
    `${command.json ? JSON.stringify(report, null, 2) : experimentTable(report)}\n`,
  );
  if (stopped) return 130;
  if (done.length < total) {
    console.error(unfinishedLine(new Set(rows.keys()), total));
    return 1;
  }
  return 0;
}

const mostNamed = 20;

/** Which questions have no row, by their place in the file from 1; the figures are without them. */
export function unfinishedLine(done: ReadonlySet<number>, total: number): string {
  const missing = Array.from({ length: total }, (_, index) => index)
    .filter((index) => !done.has(index))
    .map((index) => index + 1);
  const named = missing.slice(0, mostNamed).join(', ') + (missing.length > mostNamed ? ', …' : '');
  return (
    `${missing.length} of ${total} questions ended without a synthesis, and the figures are ` +
    `without them: number ${named}.`
  );
}
