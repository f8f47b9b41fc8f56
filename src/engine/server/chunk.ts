/** What a server says of a chat completion, parsed into new objects: of the rest nothing is kept. */
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const entry = v.object({
  token: v.string(),
  logprob: v.pipe(v.number(), v.finite()),
});

const chunk = v.object({
  choices: v.optional(
    v.array(
      v.object({
        index: v.optional(count, 0),
        delta: v.optional(v.object({ content: v.nullish(v.string(), '') }), {}),
        logprobs: v.nullish(v.object({ content: v.nullish(v.array(entry), []) })),
        finish_reason: v.nullish(v.string()),
      }),
    ),
    [],
  ),
  usage: v.nullish(
    v.object({ prompt_tokens: v.optional(count), completion_tokens: v.optional(count) }),
  ),
  system_fingerprint: v.nullish(v.string()),
});

export interface Token {
  readonly text: string;
  /** Null where the server gives none. */
  readonly logprob: number | null;
}

export interface Choice {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly end: 'end' | 'length' | null;
  /** Why the server broke it off, in its own word, such as `content_filter`; null where it did not. */
  readonly broken: string | null;
}

export interface Chunk {
  readonly choices: readonly Choice[];
  /** Null where this chunk does not tell. */
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly fingerprint: string | null;
}

/** One event's JSON; null where it has another form. */
export function readChunk(value: unknown): Chunk | null {
  const parsed = v.safeParse(chunk, value);
  if (!parsed.success) return null;
  const { choices, usage, system_fingerprint: fingerprint } = parsed.output;
  return {
    choices: choices.map(({ index, delta, logprobs, finish_reason: reason }) => ({
      index,
      tokens: tokensOf(delta.content ?? '', logprobs?.content ?? [], reason === 'stop'),
      ...endOf(reason ?? ''),
    })),
    promptTokens: usage?.prompt_tokens ?? null,
    completionTokens: usage?.completion_tokens ?? null,
    fingerprint: fingerprint ?? null,
  };
}

const ENDS = ['stop', 'eos', 'eos_token', 'end_turn', 'stop_sequence'];
const LENGTHS = ['length', 'max_tokens'];

/** Some servers say an empty word until the last chunk. */
const endOf = (reason: string): Pick<Choice, 'end' | 'broken'> =>
  ENDS.includes(reason)
    ? { end: 'end', broken: null }
    : LENGTHS.includes(reason)
      ? { end: 'length', broken: null }
      : { end: null, broken: reason === '' ? null : reason };

/**
 * The tokens of a chunk. Several come together where a server holds back half a character; their
 * texts then add up to the chunk's. The end token has a log-probability and no text, and is none.
 */
function tokensOf(
  content: string,
  entries: readonly v.InferOutput<typeof entry>[],
  isLast: boolean,
): Token[] {
  if (entries.length === 0) return content === '' ? [] : [{ text: content, logprob: null }];
  const written = isLast ? withoutEnd(content, entries) : entries;
  const adds = written.map(({ token }) => token).join('') === content;
  return written.map(({ token, logprob }, at) => ({
    text: adds ? token : at === written.length - 1 ? content : '',
    logprob: Math.min(logprob, 0),
  }));
}

const withoutEnd = <T extends { readonly token: string }>(
  content: string,
  entries: readonly T[],
): readonly T[] => {
  const texts = entries.map(({ token }) => token);
  const isWhole = texts.join('') === content;
  return content === '' || (!isWhole && texts.slice(0, -1).join('') === content)
    ? entries.slice(0, -1)
    : entries;
};
