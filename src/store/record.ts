/**
 * The border of the store: everything read back is parsed into new objects here, since an older
 * version, another program or a half-broken disk may have written it. What does not parse becomes
 * a `record-invalid` fault that names the path into the record.
 */
import * as v from 'valibot';
import type { Fault, FaultOf } from '../base/fault.ts';
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../base/id.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Evidence } from '../group/evidence.ts';
import { MOST_ROLLOUTS } from '../group/recipe.ts';
import { MOST_SUBSETS } from '../group/smaller.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';
import { faultSchema } from './fault-record.ts';
import { METHODS, REASONS } from './method-words.ts';
import type { GroupRecord } from './schema.ts';
import type { RunRecord } from './store.ts';

export const id = <T extends string>() =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.transform((text) => text as T),
  );
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const method = v.picklist(METHODS);
const stop = v.picklist(['end', 'length', 'aborted', 'fault']);
export const fault = faultSchema as v.GenericSchema<unknown, Fault>;

const reading = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    raw: v.string(),
    rule: v.picklist(['boxed', 'hashes', 'answer-is', 'bold', 'last-number', 'whole']),
  }),
  v.object({ kind: v.literal('absent') }),
]);
const equality = v.picklist(['equal', 'different', 'undecided']);
const vote = v.object({ index: whole, reading, votes: whole, voters: whole });
const score = v.nullable(v.number());
const rubricScores = v.object({
  rewards: v.array(score),
  counts: v.array(v.object({ yes: whole, no: whole, unreadable: whole, missing: whole })),
  agreement: score,
  ties: whole,
  unreadable: whole,
  given: v.exactOptional(v.array(score)),
  givenSynthesis: v.exactOptional(score),
});

const evaluation = v.object({
  readings: v.array(reading),
  synthesis: reading,
  // Votes are counted in a list with a place for each number.
  clusters: v.pipe(
    v.array(v.nullable(whole)),
    v.checkItems(
      (cluster, _, all) => cluster === null || cluster < all.length,
      'a number of a cluster that so few rollouts do not have',
    ),
  ),
  rewards: v.array(v.number()),
  advantages: v.array(score),
  majority: v.nullable(vote),
  majorityEqualCompute: v.nullable(vote),
  disagrees: v.boolean(),
  choices: v.exactOptional(
    v.object({
      bestOfN: v.exactOptional(v.nullable(whole)),
      perplexity: v.exactOptional(v.nullable(whole)),
      mutualPredictability: v.exactOptional(v.nullable(whole)),
      judgeScore: v.exactOptional(v.nullable(whole)),
      selfConsistency: v.exactOptional(v.nullable(whole)),
    }),
  ),
  rubric: v.exactOptional(rubricScores),
  smaller: v.exactOptional(
    v.array(
      v.object({
        size: v.pipe(whole, v.minValue(1)),
        members: v.array(whole),
        reading,
        truth: v.exactOptional(equality),
      }),
    ),
  ),
  truth: v.exactOptional(
    v.object({
      rollouts: v.array(equality),
      majority: equality,
      majorityEqualCompute: v.nullable(equality),
      synthesis: equality,
      oracle: v.boolean(),
    }),
  ),
});

const role = v.object({
  engine: v.picklist(['wllama', 'webllm', 'server']),
  model: v.string(),
  revision: v.string(),
  chat: v.picklist(['nano', 'general']),
});
const sampling = v.object({
  temperature: v.number(),
  topP: v.number(),
  topK: v.number(),
  maxTokens: whole,
});
/** Bounds are those of the settings: a page keeps a place for each rollout, and goes through all subsets. */
const size = v.pipe(whole, v.minValue(1), v.maxValue(MOST_ROLLOUTS));
export const recipe = v.object({
  version: v.literal(1),
  policy: role,
  anchor: role,
  judge: role,
  prompts: v.object({
    solve: v.string(),
    synthesise: v.string(),
    synthesiseWithQuestion: v.string(),
  }),
  sampling,
  synthesisSampling: sampling,
  group: size,
  seed: whole,
  questionVisible: v.boolean(),
  equalCompute: v.boolean(),
  methods: v.exactOptional(v.array(method)),
  smallerGroups: v.exactOptional(v.pipe(v.array(size), v.maxLength(MOST_ROLLOUTS))),
  smallerSubsets: v.exactOptional(v.pipe(whole, v.minValue(1), v.maxValue(MOST_SUBSETS))),
  judging: v.exactOptional(
    v.object({
      repeats: v.pipe(whole, v.minValue(1), v.maxValue(5)),
      permute: v.boolean(),
    }),
  ),
  assessPrompts: v.exactOptional(
    v.object({
      choose: v.exactOptional(v.string()),
      consistent: v.exactOptional(v.string()),
      judge: v.exactOptional(v.string()),
      predict: v.exactOptional(v.string()),
      propose: v.exactOptional(v.string()),
      verdict: v.exactOptional(v.string()),
      verdictAnswerFirst: v.exactOptional(v.string()),
    }),
  ),
});

export const question = v.variant('kind', [
  v.object({
    kind: v.literal('verifiable'),
    text: v.string(),
    truth: v.exactOptional(v.string()),
  }),
  v.object({
    kind: v.literal('open'),
    text: v.string(),
    rubric: v.exactOptional(
      v.array(v.object({ criterion: v.string(), points: v.number() })),
    ),
  }),
]);

const groupSchema = v.object({
  id: id<GroupId>(),
  runId: id<RunId>(),
  recipe,
  recipeHash: id<RecipeHash>(),
  question,
  questionHash: id<QuestionHash>(),
  createdAt: v.number(),
  status: v.picklist(['running', 'done', 'stopped', 'failed']),
  evaluation: v.exactOptional(evaluation),
  faults: v.array(fault),
}) satisfies v.GenericSchema<unknown, GroupRecord>;

const completion = {
  text: v.string(),
  tokens: whole,
  promptTokens: whole,
  logprobs: v.array(v.number()),
  stop,
  seconds: v.number(),
  seed: v.number(),
  fault: v.exactOptional(fault),
};
const rolloutSchema = v.object({
  index: whole,
  ...completion,
  elapsed: v.exactOptional(v.number()),
}) satisfies v.GenericSchema<unknown, Rollout>;

const synthesisSchema = v.object({
  ...completion,
  plan: v.object({
    order: v.array(whole),
    shortened: v.array(whole),
    omitted: v.array(
      v.object({ index: whole, why: v.picklist(['empty', 'fault', 'no-room']) }),
    ),
    questionVisible: v.boolean(),
    promptTokens: whole,
  }),
}) satisfies v.GenericSchema<unknown, Synthesis>;

const call = {
  text: v.string(),
  tokens: whole,
  promptTokens: whole,
  stop,
  seconds: v.number(),
};
const place = v.pipe(whole, v.maxValue(1000));
const evidenceSchema = v.variant('kind', [
  v.object({
    kind: v.literal('selection'),
    method: method,
    index: v.nullable(place),
    reason: v.exactOptional(v.picklist(REASONS)),
    scores: v.array(v.nullable(v.number())),
    calls: v.array(v.object({ ...call, order: v.array(place) })),
    scoredTokens: whole,
    seconds: v.number(),
  }),
  v.object({
    kind: v.literal('rubric'),
    criteria: v.array(
      v.object({
        text: v.string(),
        weight: v.number(),
        off: v.exactOptional(v.literal(true)),
        source: v.picklist(['proposed', 'written', 'given']),
      }),
    ),
    proposals: v.array(v.object(call)),
    refused: v.array(
      v.object({
        text: v.string(),
        why: v.picklist(['empty', 'duplicate', 'not-a-criterion', 'too-long', 'too-many']),
      }),
    ),
  }),
  v.object({
    kind: v.literal('verdict'),
    criterion: place,
    rollout: v.union([place, v.literal('synthesis')]),
    repeat: place,
    answerFirst: v.boolean(),
    place: v.exactOptional(whole),
    value: v.picklist(['yes', 'no', 'unreadable']),
    reason: v.string(),
    call: v.object(call),
    overruled: v.exactOptional(v.picklist(['yes', 'no'])),
  }),
  v.object({
    kind: v.literal('smaller-synthesis'),
    size: v.pipe(place, v.minValue(1)),
    members: v.array(place),
    synthesis: synthesisSchema,
  }),
]) satisfies v.GenericSchema<unknown, Evidence>;
const evidenceRecordSchema = v.pipe(
  v.object({ evidence: evidenceSchema }),
  v.transform(({ evidence }) => evidence),
);

const runSchema = v.object({
  id: id<RunId>(),
  name: v.string(),
  createdAt: v.number(),
}) satisfies v.GenericSchema<unknown, RunRecord>;

export type Parsed<T> = Result<T, FaultOf<'record-invalid'>>;

export const parseRun = (found: unknown): Parsed<RunRecord> => parse('runs', runSchema, found);
export const parseGroup = (found: unknown): Parsed<GroupRecord> =>
  parse('groups', groupSchema, found);
export const parseRollout = (found: unknown): Parsed<Rollout> =>
  parse('rollouts', rolloutSchema, found);
export const parseEvidence = (found: unknown): Parsed<Evidence> =>
  parse('evidence', evidenceRecordSchema, found);
export const parseSynthesis = (found: unknown): Parsed<Synthesis> =>
  parse('syntheses', synthesisSchema, found);

export function parse<T>(store: string, schema: v.GenericSchema<unknown, T>, found: unknown): Parsed<T> {
  const result = v.safeParse(schema, found, { abortEarly: true });
  if (result.success) return ok(result.output);
  const [issue] = result.issues;
  return failed({
    kind: 'record-invalid',
    store,
    key: keyOf(found),
    path: v.getDotPath(issue) ?? '',
    reason: issue.message,
  });
}

/** What can be said of a record's key without trusting the record. */
function keyOf(found: unknown): string {
  if (typeof found !== 'object' || found === null) return '';
  const { id: own, runId, owner, groupId, index, page, key } = found as Readonly<Record<string, unknown>>;
  const parts = own === undefined ? [runId, owner, groupId, index, page, key] : [own];
  return parts.filter((part) => isKeyPart(part)).join(',');
}

const isKeyPart = (part: unknown): boolean => typeof part === 'string' || typeof part === 'number';
