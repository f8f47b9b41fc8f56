/** The border of the store for runs and sets: see record.ts. The rows of entries have their own, entry-row.ts. */
import * as v from 'valibot';
import type { RunId, SetId } from '../base/id.ts';
import type { Missed } from '../group/plan.ts';
import type { SetItem } from '../question/set/item.ts';
import { fault, id, parse, question, recipe, whole } from './record.ts';
import type { Parsed } from './record.ts';
import type { PlanSummary, QuestionSet } from './store.ts';

const planSchema = v.object({
  runId: id<RunId>(),
  set: v.string(),
  recipes: v.object({ verifiable: v.exactOptional(recipe), open: v.exactOptional(recipe) }),
  planned: whole,
  done: whole,
  missed: whole,
}) satisfies v.GenericSchema<unknown, PlanSummary>;

const missedSchema = v.object({
  runId: id<RunId>(),
  index: whole,
  fault,
}) satisfies v.GenericSchema<unknown, Missed>;

const setSchema = v.object({
  id: id<SetId>(),
  name: v.string(),
  createdAt: v.number(),
  count: whole,
  open: whole,
}) satisfies v.GenericSchema<unknown, QuestionSet>;

const itemSchema = v.object({
  question,
  id: v.exactOptional(v.string()),
  subject: v.exactOptional(v.string()),
  level: v.exactOptional(v.string()),
  tags: v.array(v.string()),
}) satisfies v.GenericSchema<unknown, SetItem>;
const itemPageSchema = v.pipe(
  v.object({ items: v.array(itemSchema) }),
  v.transform(({ items }) => items),
);

export const parsePlan = (found: unknown): Parsed<PlanSummary> => parse('plans', planSchema, found);
export const parseMissed = (found: unknown): Parsed<Missed> => parse('missed', missedSchema, found);
export const parseSet = (found: unknown): Parsed<QuestionSet> => parse('sets', setSchema, found);
export const parseItemPage = (found: unknown): Parsed<SetItem[]> =>
  parse('items', itemPageSchema, found);
