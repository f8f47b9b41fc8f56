/**
 * `npm run --silent reward`: the rewards of Compute as Teacher for programs in other languages. One
 * JSON object a line in, one a line out, at once and in order, until the input ends; a line that is
 * broken ends it with exit code 1.
 */
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { advantages } from '../src/reward/advantage.ts';
import { createCompare } from '../src/reward/maths/compare.ts';
import { guardAlgebra } from '../src/reward/maths/guarded.ts';
import { readAnswer, wholeReading } from '../src/reward/maths/read.ts';
import type { Reading } from '../src/reward/maths/reading.ts';
import { verifiableRewards } from '../src/reward/verifiable.ts';
import { startThread } from './check-answers/thread.ts';
import { tellUsage } from './check-input.ts';

const USAGE = `usage: npm run --silent reward < ROWS.jsonl

In:   {"synthesis": TEXT, "rollouts": [TEXT, …], "truth": ANSWER}; truth may be left out
Out:  {"reference": ANSWER or null, "answers": [ANSWER or null, …], "rewards": [0 or 1, …],
       "advantages": [NUMBER, …], "right": [0 or 1, …] or null}

A reward is 1 where a rollout's answer is the synthesis's. "right" is against the truth: to watch
the training by, never to train with.`;

const rowSchema = v.object({
  synthesis: v.string(),
  rollouts: v.array(v.string()),
  truth: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
});

const raw = (reading: Reading): string | null => (reading.kind === 'found' ? reading.raw : null);

export async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) return tellUsage('reward', args[0] === '--help' ? 'help' : 'it takes no flags', USAGE);
  const algebra = guardAlgebra(startThread);
  const compare = createCompare(() => Promise.resolve(algebra));
  let number = 0;
  try {
    for await (const line of createInterface({ input: process.stdin })) {
      number += 1;
      if (line.trim() === '') continue;
      const row = read(line);
      if (typeof row === 'string') {
        console.error(`reward: line ${number}: ${row}`);
        return 1;
      }
      const reference = readAnswer(row.synthesis);
      const answers = row.rollouts.map((text) => readAnswer(text));
      const rewards = await verifiableRewards(answers, reference, compare);
      const right =
        row.truth === undefined
          ? null
          : await verifiableRewards(answers, wholeReading(row.truth), compare);
      const told = { reference: raw(reference), answers: answers.map(raw), rewards };
      console.log(JSON.stringify({ ...told, advantages: advantages(rewards), right }));
    }
    return 0;
  } finally {
    algebra.end();
  }
}

function read(line: string): v.InferOutput<typeof rowSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'no JSON';
  }
  const row = v.safeParse(rowSchema, value);
  if (row.success) return row.output;
  return row.issues.map((issue) => `${v.getDotPath(issue) ?? 'the row'}: ${issue.message}`).join('; ');
}
