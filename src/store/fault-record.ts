import * as v from 'valibot';
import type { Fault, FaultKind } from '../base/fault.ts';

const text = v.string();
const count = v.number();
const mark = v.object({ engine: text, model: text, revision: text });

/** Faults as they are stored with the work they belong to. */
export const faultSchema = v.variant('kind', [
  v.object({ kind: v.literal('model-missing'), model: text, url: text, status: count }),
  v.object({ kind: v.literal('model-corrupt'), model: text, reason: text }),
  v.object({ kind: v.literal('model-changed'), model: text, file: text }),
  v.object({ kind: v.literal('model-unsupported'), model: text, reason: text }),
  v.object({ kind: v.literal('host-refused'), url: text }),
  v.object({ kind: v.literal('server-unreachable'), server: text, reason: text }),
  v.object({ kind: v.literal('server-denied'), server: text, status: count }),
  v.object({ kind: v.literal('server-busy'), server: text, status: count, reason: text }),
  v.object({ kind: v.literal('server-refused'), server: text, status: count, reason: text }),
  v.object({ kind: v.literal('server-broken'), server: text, reason: text }),
  v.object({
    kind: v.literal('server-model-missing'),
    server: text,
    model: text,
    offered: v.array(text),
  }),
  v.object({ kind: v.literal('no-webgpu'), reason: text }),
  v.object({ kind: v.literal('device-lost'), reason: text }),
  v.object({ kind: v.literal('worker-died'), engine: text, reason: text }),
  v.object({ kind: v.literal('engine-failed'), engine: text, reason: text }),
  v.object({ kind: v.literal('engine-unavailable'), engine: text, reason: text }),
  v.object({ kind: v.literal('not-loaded'), engine: text }),
  v.object({ kind: v.literal('out-of-memory'), reason: text, smaller: v.exactOptional(text) }),
  v.object({ kind: v.literal('context-overflow'), job: text, needed: count, available: count }),
  v.object({ kind: v.literal('question-empty') }),
  v.object({ kind: v.literal('question-too-long'), tokens: count, limit: count }),
  v.object({ kind: v.literal('no-rollouts'), reason: text }),
  v.object({ kind: v.literal('setting-invalid'), setting: text, value: text, expected: text }),
  v.object({ kind: v.literal('import-invalid'), line: count, path: text, reason: text }),
  v.object({ kind: v.literal('set-unfetched'), url: text, reason: text }),
  v.object({ kind: v.literal('part-missing'), reason: text }),
  v.object({ kind: v.literal('storage-denied'), reason: text }),
  v.object({
    kind: v.literal('storage-full'),
    reason: text,
    needed: v.exactOptional(count),
    free: v.exactOptional(count),
  }),
  v.object({ kind: v.literal('storage-newer'), found: count, supported: count }),
  v.object({ kind: v.literal('record-invalid'), store: text, key: text, path: text, reason: text }),
  v.object({ kind: v.literal('open-untaught'), model: text }),
  v.object({ kind: v.literal('no-criteria'), attempts: count }),
  v.object({ kind: v.literal('judge-differs'), wanted: text, loaded: text }),
  v.object({ kind: v.literal('run-locked'), run: text }),
  v.object({ kind: v.literal('run-taken'), run: text }),
  v.object({
    kind: v.literal('model-differs'),
    role: v.picklist(['policy', 'anchor', 'judge']),
    wanted: mark,
    loaded: mark,
  }),
]) satisfies v.GenericSchema<unknown, Fault>;

type Must<Holds extends true> = Holds;
/** Does not compile while a kind of fault is missing above. */
export type EveryKind = Must<
  FaultKind extends v.InferOutput<typeof faultSchema>['kind'] ? true : false
>;
