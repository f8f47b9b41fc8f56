/** Finds the model on its server, finds out what can be asked of it, and opens a session with it. */
import * as v from 'valibot';
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { LoadedModel, ModelSpec, Untold } from '../model.ts';
import type { Abilities } from './abilities.ts';
import { beside, endpoint } from './endpoint.ts';
import { json } from './http.ts';
import type { Line } from './http.ts';
import { contextOf, entryNamed, listModels, revisionOf } from './models.ts';
import type { Entry } from './models.ts';
import { probe } from './probe.ts';
import { score } from './score.ts';
import { ServerSession } from './session.ts';

export interface Opened {
  readonly session: ServerSession;
  readonly model: LoadedModel;
}

/** Where a server does not say, it is taken for one that reads as little as Ollama by default. */
export const ASSUMED_CONTEXT = 4096;
/** Requests at once where neither the person nor the server says. */
const USUAL_SLOTS = 8;
const MOST_SLOTS = 64;

/** Null where the signal ended it. `base` has passed the gate. */
export async function open(
  spec: ModelSpec,
  base: string,
  lineTo: (url: string) => Line,
  wanted: number | undefined,
  signal: AbortSignal,
): Promise<Result<Opened, Fault> | null> {
  const listed = await listModels(lineTo(endpoint(base, 'models')), signal);
  if (listed === null || !listed.ok) return listed;
  const line = lineTo(endpoint(base, 'chat/completions'));
  const entry = entryNamed(listed.value, spec.id);
  if (entry === null) {
    const offered = listed.value.slice(0, 20).map(({ id }) => id);
    return failed({ kind: 'server-model-missing', server: line.host, model: spec.id, offered });
  }
  const counting = lineTo(beside(base, 'tokenize'));
  const found = await probe(line, counting, signal);
  if (found === null || !found.ok) return found;
  const { abilities, fingerprint } = found.value;
  const props = await propsOf(entry, lineTo(beside(base, 'props')), signal);
  const slots = between(wanted ?? spec.concurrency ?? props.slots ?? USUAL_SLOTS, 1, MOST_SLOTS);
  const told = contextOf(entry) ?? props.context;
  const session = new ServerSession({ line, counting, abilities, slots });
  const scores = await canScore(line, session, abilities, signal);
  if (signal.aborted) {
    session.end();
    return null;
  }
  const model: LoadedModel = {
    spec,
    revision: await revisionOf(entry, base, fingerprint, line.clock.now()),
    bytes: entry.meta?.size ?? 0,
    capabilities: {
      slots,
      contextTokens: contextTokens(told, spec.contextTokens),
      score: scores,
      grammar: abilities.grammar,
      threads: 1,
      device: 'remote',
    },
    calibration: [],
    untold: untoldOf(abilities, told ?? spec.contextTokens ?? null),
  };
  return signal.aborted ? null : ok({ session, model });
}

/** What was asked for, where the server has as much or does not say. */
const contextTokens = (told: number | null, asked: number | undefined): number =>
  told === null ? (asked ?? ASSUMED_CONTEXT) : Math.min(told, asked ?? told);

const between = (value: number, low: number, high: number): number =>
  Math.min(Math.max(Math.floor(value), low), high);

/** What nobody told, beside the weights, whose hash no server gives. */
const untoldOf = (abilities: Abilities, context: number | null): Untold[] => [
  'weights',
  ...(abilities.logprobs ? [] : ['logprobs' as const]),
  ...(context === null ? ['context' as const] : []),
  ...(abilities.extras ? [] : ['sampling' as const]),
];

/** Only vLLM does; the text is scored as it will be. */
async function canScore(
  line: Line,
  session: ServerSession,
  { logprobs, counts }: Abilities,
  signal: AbortSignal,
): Promise<boolean> {
  if (!logprobs || !counts) return false;
  const messages = [{ role: 'user' as const, content: 'Count from one to twenty.' }];
  const counted = await session.count(messages);
  if (!counted.ok) return false;
  const scored = await score(line, { messages, continuation: 'one, two' }, counted.value, signal);
  return scored?.ok === true && scored.value.length > 0;
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const props = v.object({
  total_slots: v.optional(whole),
  default_generation_settings: v.optional(v.object({ n_ctx: v.optional(whole) }), {}),
});

/** What llama.cpp tells beside its list: the context of one slot, and how many there are. */
async function propsOf(
  { owned_by: owner }: Entry,
  line: Line,
  signal: AbortSignal,
): Promise<{ readonly context: number | null; readonly slots: number | null }> {
  const nothing = { context: null, slots: null };
  if (owner !== 'llamacpp') return nothing;
  const answer = await json(line, null, signal);
  const read = answer?.ok === true ? v.safeParse(props, answer.value) : null;
  if (read?.success !== true) return nothing;
  return {
    context: read.output.default_generation_settings.n_ctx ?? null,
    slots: read.output.total_slots ?? null,
  };
}
