/** What a server's refusal says, as a fault. Its words are data: shortened, and without the key. */
import type { Fault } from '../../base/fault.ts';

export interface Where {
  /** Of the server, as the person knows it. */
  readonly host: string;
  readonly model: string;
  readonly url: string;
  /** What must not be repeated. */
  readonly key: string | null;
}

const LONGEST = 300;

/** The server's words without control characters and without the key; at most 300 characters. */
export function tame(text: string, key: string | null): string {
  const without = key === null || key === '' ? text : text.replaceAll(key, '…');
  const plain = without.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** The error object of a reply: OpenAI's `{error: {…}}`, and the barer forms that others send. */
export const errorOf = (body: unknown): unknown => {
  const inner = member(body, 'error');
  return inner === undefined || inner === null ? (member(body, 'detail') ?? body) : inner;
};

const messageOf = (error: unknown): string =>
  typeof error === 'string' ? error : textOf(member(error, 'message'));

/** `body` is the parsed reply, or its text where it is no JSON. */
export function faultOfReply(status: number, body: unknown, where: Where): Fault {
  const { host: server, model, url, key } = where;
  const error = errorOf(body);
  const message = messageOf(error);
  const overflow = overflowOf(error, message);
  if (overflow !== null) return { kind: 'context-overflow', job: 'prompt', ...overflow };
  // What a server says of a wrong key may hold part of it.
  if (status === 401 || status === 403) return { kind: 'server-denied', server, status };
  if (status === 404) {
    const about = `${textOf(member(error, 'code'))} ${textOf(member(error, 'type'))} ${message}`;
    if (/model/i.test(about)) return { kind: 'server-model-missing', server, model, offered: [] };
    return { kind: 'model-missing', model, url, status };
  }
  const reason = message === '' ? `it answered with status ${status}` : tame(message, key);
  if (isPassing(status)) return { kind: 'server-busy', server, status, reason };
  return { kind: 'server-refused', server, status, reason };
}

/** Whether the same request may succeed later. */
export const isPassing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

/** Tokens needed and available, where the error says that a prompt is too long. */
function overflowOf(
  error: unknown,
  message: string,
): { readonly needed: number; readonly available: number } | null {
  const kind = `${textOf(member(error, 'code'))} ${textOf(member(error, 'type'))}`;
  const named = /context_length_exceeded|exceed_context_size/.test(kind);
  const told = /context (length|size|window)|maximum (model|input|context) length/i.test(message);
  if (!named && !told) return null;
  const available =
    numberOf(member(error, 'n_ctx')) ?? found(message, [
      /(?:context|model|input) (?:length|size|window)[^\d]{0,24}(\d+)/i,
    ]);
  if (available === null) return null;
  const needed =
    numberOf(member(error, 'n_prompt_tokens')) ??
    found(message, [
      /\((\d+) (?:in|of) the (?:messages|prompt)/i,
      /(?:has|passed|contains?|least|in) (\d+) (?:input |prompt )?tokens/i,
      /(\d+) (?:input|prompt) tokens/i,
      /requested (?:about )?(\d+) tokens/i,
      /\((\d+) tokens\)/i,
    ]);
  return { needed: needed ?? available + 1, available };
}

const found = (message: string, patterns: readonly RegExp[]): number | null => {
  for (const pattern of patterns) {
    const digits = pattern.exec(message)?.[1];
    if (digits !== undefined) return Number(digits);
  }
  return null;
};
