/**
 * `npm run lessons`: the recorded groups of the lessons, of real runs of the bundled model on the built
 * page. Held-out problems come in the order that the seed decides, and the first group that shows what a
 * lesson is about (bin/lessons/choices.ts) is its recording. Run it whenever the bundled model changes.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Question } from '../src/question/question.ts';
import type { Recording } from '../src/recording/recording.ts';
import { createOpenQuestions, createProblems, isLevel, LEVEL_NAMES } from '../src/run/world.ts';
import { ExpectedError } from './expected-error.ts';
import { LESSON_NAMES, lessonOf, SAYS } from './lessons/choices.ts';
import type { LessonName } from './lessons/choices.ts';
import type { LabPage } from './lessons/lab-page.ts';
import { openLabPage } from './lessons/lab-page.ts';
import { writeLessons } from './lessons/write.ts';
import { root } from './paths.ts';

const USAGE = `usage: npm run lessons -- [--out FOLDER] [--seed N] [--levels a,b] [--groups N]

  --out     where the files are written (public/lessons)
  --seed    decides the problems and the sampling (1)
  --levels  of the problems, in turn (master)
  --groups  how many are tried at most before it ends without what is missing (160)`;

/** What the model must have learned for a question that criteria judge. */
const OPEN_JOBS = ['note', 'propose', 'verdict'];

interface Tries {
  readonly next: () => Question | Promise<Question | null>;
  readonly wanted: readonly LessonName[];
  readonly groups: number;
  readonly seed: number;
}

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: path.join(root, 'public', 'lessons') },
      seed: { type: 'string', default: '1' },
      levels: { type: 'string', default: 'master' },
      groups: { type: 'string', default: '160' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [seed, groups] = [values.seed, values.groups].map(Number);
  const levels = values.levels.split(',').filter(isLevel);
  const isWhole = Number.isSafeInteger(seed) && Number.isSafeInteger(groups);
  if (seed === undefined || groups === undefined || !isWhole || seed < 0 || groups < 1) {
    throw new ExpectedError(`--seed and --groups need whole numbers\n\n${USAGE}`);
  }
  if (levels.length !== values.levels.split(',').length) {
    throw new ExpectedError(`--levels needs some of ${LEVEL_NAMES.join(', ')}\n\n${USAGE}`);
  }

  const page = await openLabPage();
  try {
    const { spec, revision, trained } = page.model;
    const found = new Map<LessonName, Recording>();
    const missing: Partial<Record<LessonName, string>> = {};
    const problem = createProblems(seed);
    let turn = 0;
    const next = (): Question => problem(levels[turn++ % levels.length] ?? 'master');
    const wanted = LESSON_NAMES.filter((name) => name !== 'rubric');
    await search(page, { next, wanted, groups, seed }, found);
    if (OPEN_JOBS.every((job) => trained?.jobs.includes(job))) {
      const open = { next: createOpenQuestions(seed), wanted: ['rubric'] as const, groups, seed };
      await search(page, open, found);
    } else {
      missing.rubric = `${spec.id} was not taught ${OPEN_JOBS.join(', ')}`;
      console.log(`rubric: none, since ${missing.rubric}`);
    }
    const left = LESSON_NAMES.filter((name) => !found.has(name) && missing[name] === undefined);
    if (left.length > 0) {
      const lines = left.map((name) => `  ${name}: ${SAYS[name]}`);
      throw new ExpectedError(
        `No group among ${groups} for these lessons, and nothing was written:\n${lines.join('\n')}`,
      );
    }
    await writeLessons(values.out, { name: spec.id, revision }, found, missing);
    console.log(`Written to ${values.out}, for revision ${revision}.`);
    return 0;
  } finally {
    await page.close();
  }
}

/** Asks until every wanted lesson has its recording, or so many groups were tried. */
async function search(
  page: LabPage,
  { next, wanted, groups, seed }: Tries,
  found: Map<LessonName, Recording>,
): Promise<void> {
  const left = (): LessonName[] => wanted.filter((name) => !found.has(name));
  for (let tried = 1; tried <= groups && left().length > 0; tried += 1) {
    const question = await next();
    const recording = question && (await page.record(question, seed));
    const name = recording === null ? null : lessonOf(recording.group, left());
    if (recording !== null && name !== null) found.set(name, recording);
    console.log(`${tried}: ${name ?? 'no lesson'}`);
  }
}
