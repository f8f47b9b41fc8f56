/** The groups of an experiment (`groups.jsonl`), as far as they are explained. */
import * as v from 'valibot';
import type { StopReason } from '../../src/engine/sample.ts';
import type { Evaluation } from '../../src/group/group.ts';
import type { Problem } from '../../src/question/world/problem.ts';
import type { Level } from '../../src/question/world/level.ts';
import { problems } from '../../src/question/world/problems.ts';
import { ExpectedError } from '../expected-error.ts';

const reading = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    raw: v.string(),
    rule: v.picklist(['boxed', 'hashes', 'answer-is', 'bold', 'last-number', 'whole']),
  }),
  v.object({ kind: v.literal('absent') }),
]);

const text = v.object({
  text: v.string(),
  stop: v.picklist(['end', 'length', 'aborted', 'fault']),
});

const schema = v.object({
  question: v.string(),
  rollouts: v.array(text),
  synthesis: text,
  evaluation: v.object({
    readings: v.array(reading),
    synthesis: reading,
    rewards: v.array(v.number()),
  }),
});

interface Text {
  readonly text: string;
  readonly stop: StopReason;
}

export interface GroupRow {
  readonly question: string;
  readonly rollouts: readonly Text[];
  readonly synthesis: Text;
  readonly evaluation: Pick<Evaluation, 'readings' | 'synthesis' | 'rewards'>;
}

/** Throws an ExpectedError that names the line where one is broken. */
export const readGroups = (file: string): GroupRow[] =>
  file
    .split('\n')
    .map((line, at) => [line, at + 1] as const)
    .filter(([line]) => line.trim() !== '')
    .map(([line, number]) => {
      const parsed = v.safeParse(schema, json(line));
      if (parsed.success) return parsed.output;
      const [issue] = parsed.issues;
      const where = v.getDotPath(issue) ?? 'the row';
      throw new ExpectedError(`check-explain: line ${number}: ${where}: ${issue.message}`);
    });

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Problems that are looked through for the question of a group; recorded ones stand in their order. */
const MOST_TRIES = 1_000;

/** The problem behind each group; throws an ExpectedError where a question is none of the seed's. */
export function problemsOf(
  rows: readonly { readonly question: string }[],
  seed: number,
  level: Level,
  mostTries = MOST_TRIES,
): Problem[] {
  const source = problems({ seed, level, split: 'heldout' });
  const found = new Map<string, Problem>();
  return rows.map(({ question }, at) => {
    for (let tries = 0; tries < mostTries && !found.has(question); tries += 1) {
      const problem = source.next().value;
      found.set(problem.question, problem);
    }
    const problem = found.get(question);
    if (problem !== undefined) return problem;
    throw new ExpectedError(
      `check-explain: group ${at + 1} asks none of the problems of --seed ${seed} --level ${level}`,
    );
  });
}
