/**
 * Runs in the page: a long experiment in the page's own database, and short ones beside it. Written as
 * records, many to a transaction: through the store each would be made durable by itself, which takes
 * hours.
 */
import { openDB } from 'idb';
import type { QuestionHash, RunId } from '../src/base/id.ts';
import { METHOD_NAMES } from '../src/baseline/selection.ts';
import type { Group } from '../src/group/group.ts';
import type { Entry, Plan } from '../src/group/plan.ts';
import type { SetItem } from '../src/question/set/item.ts';
import { pageOf } from '../src/store/entry-page.ts';
import { rowOf } from '../src/store/entry-row.ts';
import { replaceGroup } from '../src/store/indexeddb-groups.ts';
import { putItems } from '../src/store/indexeddb-items.ts';
import { HISTORY_STORES, PAGE } from '../src/store/schema.ts';
import type { CatDatabase, CatSchema } from '../src/store/schema.ts';
import type { Writing } from '../src/store/transaction.ts';
import { groupIdAt, madeUpEntry, SMALLER } from './made-up-entries.ts';

export interface Filling {
  /** Done as nano leaves it: its texts stand in every group. */
  readonly model: Group;
  /** Questions of the long run. */
  readonly questions: number;
  /** How many of their groups are written whole: the question, the rollouts, the synthesis. */
  readonly groups: number;
  /** Short runs of the first questions. */
  readonly beside: number;
  readonly seed: number;
}

export interface Filled {
  readonly run: RunId;
  readonly seconds: number;
}

/** Groups to a transaction. */
const BATCH = 250;

const LONG = 'bench-long' as RunId;
/** Questions of a short run. */
const SHORT = 8;

export async function fillStore(filling: Filling): Promise<Filled> {
  const started = performance.now();
  const { model, questions, groups, beside, seed } = filling;
  const size = model.recipe.group;
  const database = await openDB<CatSchema>('cat-lab');
  for (let from = 0; from < groups; from += BATCH) {
    await write(database, async (transaction) => {
      const numbers = Array.from({ length: Math.min(BATCH, groups - from) }, (_, at) => from + at);
      await Promise.all(numbers.map((number) => replaceGroup(transaction, copyOf(model, number))));
    });
  }
  for (let number = 0; number <= beside; number++) {
    const isLong = number === beside;
    const run = isLong ? LONG : (`bench-short-${number}` as RunId);
    const count = isLong ? questions : SHORT;
    const items = Array.from({ length: count }, (_, index) => itemAt(model, index));
    const entries = items.map((_, index) => madeUpEntry(seed, run, index, size));
    await write(database, (transaction) =>
      writeRun(transaction, model, { runId: run, set: 'bench: made up', items, recipes: {} }, entries),
    );
  }
  database.close();
  return { run: LONG, seconds: (performance.now() - started) / 1000 };
}

async function write(database: CatDatabase, work: (transaction: Writing) => Promise<void>): Promise<void> {
  const transaction = database.transaction([...HISTORY_STORES], 'readwrite', { durability: 'relaxed' });
  await work(transaction);
  await transaction.done;
}

const itemAt = ({ question }: Group, index: number): SetItem => ({
  question: { kind: 'verifiable', text: `${index}. ${question.text}`, truth: '4' },
  tags: [],
});

const copyOf = (model: Group, number: number): Group => ({
  ...model,
  id: groupIdAt(number),
  runId: LONG,
  question: itemAt(model, number).question,
  questionHash: `question-${number}` as QuestionHash,
  createdAt: model.createdAt + number,
});

async function writeRun(
  transaction: Writing,
  { recipe, createdAt }: Group,
  { runId, set, items }: Plan,
  entries: readonly Entry[],
): Promise<void> {
  const counts = { planned: items.length, done: entries.length, missed: 0 };
  const verifiable = { ...recipe, methods: METHOD_NAMES, smallerGroups: SMALLER, smallerSubsets: 1 };
  await transaction.objectStore('runs').put({ id: runId, name: `Made up: ${runId}`, createdAt });
  await transaction.objectStore('plans').put({ runId, set, recipes: { verifiable }, ...counts });
  await putItems(transaction, runId, items);
  for (let page = 0; page * PAGE < entries.length; page++) {
    const rows = entries.slice(page * PAGE, (page + 1) * PAGE).map(rowOf);
    await transaction.objectStore('entries').put(pageOf(runId, page, rows));
  }
}
