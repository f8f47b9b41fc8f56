/** The models that a server offers, and what it tells of each. */
import * as v from 'valibot';
import type { Fault } from '../../base/fault.ts';
import { canonicalJson, sha256 } from '../../base/hash.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { json } from './http.ts';
import type { Line } from './http.ts';

const size = v.optional(v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null), null);
const words = v.optional(v.fallback(v.nullable(v.string()), null), null);

const model = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)),
  created: v.optional(v.fallback(v.nullable(v.number()), null), null),
  owned_by: words,
  root: words,
  aliases: v.optional(v.fallback(v.array(v.string()), []), []),
  // Each server has its own word for the same number.
  max_model_len: size,
  context_length: size,
  context_window: size,
  max_context_length: size,
  meta: v.optional(
    v.fallback(
      v.nullable(v.object({ n_ctx: size, n_ctx_train: size, n_params: size, n_vocab: size, size, ftype: words })),
      null,
    ),
    null,
  ),
});

export type Entry = v.InferOutput<typeof model>;

/** More names than this are not shown, and no list is read further than this. */
const MOST = 1000;

/** The server's list; null where the signal ended it. What is no entry in it is left out. */
export async function listModels(
  line: Line,
  signal: AbortSignal,
): Promise<Result<readonly Entry[], Fault> | null> {
  const answer = await json(line, null, signal);
  if (answer === null) return null;
  if (!answer.ok) {
    const { fault } = answer;
    const { model: name, url } = line;
    const isAway = fault.kind === 'server-model-missing';
    return isAway ? failed({ kind: 'model-missing', model: name, url, status: 404 }) : answer;
  }
  const list = v.safeParse(v.object({ data: v.array(v.unknown()) }), answer.value);
  if (!list.success) {
    const reason = 'it offers no list of models: is this the address of its interface?';
    return failed({ kind: 'server-broken', server: line.host, reason });
  }
  return ok(
    list.output.data.slice(0, MOST).flatMap((one) => {
      const entry = v.safeParse(model, one);
      return entry.success ? [entry.output] : [];
    }),
  );
}

/** By the name that the server gives, by another that it knows, or without Ollama's `:latest`. */
export const entryNamed = (entries: readonly Entry[], name: string): Entry | null =>
  entries.find(({ id }) => id === name) ??
  entries.find(({ id, aliases }) => aliases.includes(name) || id === `${name}:latest`) ??
  null;

/** Tokens that one sequence may have, as the list tells; null where it does not. */
export const contextOf = (entry: Entry): number | null =>
  entry.max_model_len ??
  entry.meta?.n_ctx ??
  entry.context_length ??
  entry.context_window ??
  entry.max_context_length;

/** Younger than this, `created` is the time of the answer, as of vLLM and llama.cpp, and says nothing. */
const JUST_NOW = 600;

/**
 * The nearest thing to a hash of the weights: SHA-256 of all that the server tells of the model and of
 * its build, and of its address. Another model behind the same words is not noticed.
 */
export function revisionOf(
  entry: Entry,
  base: string,
  fingerprint: string | null,
  now: number,
): Promise<string> {
  const { created, ...told } = entry;
  const isOld = created !== null && created > 0 && created < now / 1000 - JUST_NOW;
  return sha256(canonicalJson({ ...told, created: isOld ? created : null, base, fingerprint }));
}
