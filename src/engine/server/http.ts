/**
 * One request to a server, asked again where that may help: a server that is busy, broken for now, or
 * not to be reached. Every wait and every read ends at once with the signal.
 */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Clock } from './clock.ts';
import { QUEUE_PATIENCE, readPart, silentFor, withPatience } from './patience.ts';
import { faultOfReply, isPassing, tame } from './reply-fault.ts';
import type { Where } from './reply-fault.ts';

export interface Line extends Where {
  readonly clock: Clock;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

/** Asked so often in all. */
export const ATTEMPTS = 4;
/** What a server asks to wait longer than this is told to the person instead. */
const LONGEST_WAIT = 60_000;

/** The reply of a server with status 200, or why there is none; null where the signal ended it. */
export type Reply = Result<Response, Fault> | null;

/** `body` absent asks by GET. */
export async function request(line: Line, body: object | null, signal: AbortSignal): Promise<Reply> {
  let last: Fault | null = null;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (signal.aborted) return null;
    const reply = await once(line, body, signal);
    if (reply === null) return null;
    if (reply.kind === 'reply') return ok(reply.response);
    last = reply.fault;
    if (reply.wait === null) return failed(last);
    const wait = Math.max(reply.wait, pause(attempt, line.clock));
    if (attempt === ATTEMPTS || reply.wait > LONGEST_WAIT) return failed(last);
    await line.clock.wait(wait, signal);
  }
  return last === null ? null : failed(last);
}

/** Half a second, doubling, and up to as much again by chance. */
export const pause = (attempt: number, { chance }: Pick<Clock, 'chance'>): number =>
  500 * 2 ** (attempt - 1) * (1 + chance());

type Outcome =
  | { readonly kind: 'reply'; readonly response: Response }
  /** `wait`: milliseconds that the server asks for, 0 and up; null where asking again is no use. */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly wait: number | null };

async function once(line: Line, body: object | null, signal: AbortSignal): Promise<Outcome | null> {
  const { url, key, host: server } = line;
  const silent = new AbortController();
  let response: Response | 'silent' | null;
  try {
    const asked = line.fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        ...(body === null ? {} : { 'Content-Type': 'application/json' }),
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, silent.signal]),
      // The person confirmed this host, and no other one is told what they asked.
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    response = await withPatience(line, asked, QUEUE_PATIENCE, signal);
  } catch (error) {
    if (signal.aborted) return null;
    const reason = tame(error instanceof Error ? error.message : String(error), key);
    return { kind: 'fault', fault: { kind: 'server-unreachable', server, reason }, wait: 0 };
  }
  if (response === 'silent') {
    silent.abort();
    const reason = silentFor(QUEUE_PATIENCE);
    return { kind: 'fault', fault: { kind: 'server-broken', server, reason }, wait: null };
  }
  if (response === null) return null;
  if (response.ok) return { kind: 'reply', response };
  const text = (await textOf(line, response, signal)) ?? '';
  if (signal.aborted) return null;
  const { value } = jsonOf(text) ?? { value: { message: text } };
  const fault = faultOfReply(response.status, value, line);
  const again = isPassing(response.status) && fault.kind === 'server-busy';
  return { kind: 'fault', fault, wait: again ? retryAfter(response, line.clock) : null };
}

/** `Retry-After` in milliseconds: a number of seconds or a date; 0 where it is neither. */
function retryAfter(response: Response, { now }: Clock): number {
  const given = response.headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(given)) return Number(given) * 1000;
  const date = Date.parse(given);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now());
}

/** Null where it is none. */
const jsonOf = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
};

/** The whole body; null where the connection breaks or falls silent, or the signal ends it. */
async function textOf(line: Line, { body }: Response, signal: AbortSignal): Promise<string | null> {
  const reader = body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const read = await readPart(line, reader, signal);
      if (read === null || read === 'silent') return null;
      if (read.done) return text + decoder.decode();
      text += decoder.decode(read.value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A body that breaks off is asked for again, so often in all. */
const BODIES = 3;

/** The JSON of a reply, or the fault that it is none; null where the signal ended it. */
export async function json(
  line: Line,
  body: object | null,
  signal: AbortSignal,
): Promise<Result<unknown, Fault> | null> {
  const broken = (reason: string): Result<never, Fault> =>
    failed({ kind: 'server-broken', server: line.host, reason });
  for (let attempt = 1; ; attempt++) {
    const reply = await request(line, body, signal);
    if (reply === null || !reply.ok) return reply;
    const text = await textOf(line, reply.value, signal);
    if (signal.aborted) return null;
    if (text !== null) {
      const read = jsonOf(text);
      return read === null ? broken('its answer is no JSON: is this the address of its interface?') : ok(read.value);
    }
    if (attempt === BODIES) return broken('the connection was cut before the answer had ended');
    await line.clock.wait(pause(attempt, line.clock), signal);
  }
}
