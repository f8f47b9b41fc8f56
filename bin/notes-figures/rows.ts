/** The part of an experiment's `groups.jsonl` that the figures on notes are made from. */
import * as v from 'valibot';
import { REASONS } from '../../src/store/method-words.ts';

const evidence = v.variant('kind', [
  v.object({
    kind: v.literal('selection'),
    method: v.string(),
    index: v.nullable(v.number()),
    reason: v.optional(v.picklist(REASONS)),
  }),
  v.object({ kind: v.literal('rubric'), criteria: v.array(v.object({ text: v.string() })) }),
  v.object({
    kind: v.literal('verdict'),
    criterion: v.number(),
    rollout: v.union([v.number(), v.literal('synthesis')]),
    value: v.picklist(['yes', 'no', 'unreadable']),
  }),
]);

const rowSchema = v.object({
  question: v.string(),
  recipe: v.object({ group: v.number() }),
  rollouts: v.array(v.object({ index: v.number(), text: v.string() })),
  synthesis: v.object({ text: v.string() }),
  evidence: v.optional(v.array(evidence), []),
});

export type Row = v.InferOutput<typeof rowSchema>;

/** Throws an Error that names the line where one is broken. */
export function readRows(text: string): Row[] {
  const rows: Row[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      rows.push(v.parse(rowSchema, JSON.parse(line)));
    } catch (error) {
      throw new Error(`line ${at + 1}: ${(error as Error).message}`, { cause: error });
    }
  }
  return rows;
}
