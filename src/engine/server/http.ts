/**
 * One request to a server, asked again where that may help: a server that is busy, broken for now, or
 * not to be reached. Every wait and every read ends at once with the signal.
 */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { faultOfReply, isPassing, tame } from './reply-fault.ts';
import type { Where } from './reply-fault.ts';

/** What a client does with time and chance, so that a test can do it by hand. */
export interface Clock {
  /** Resolves after so many milliseconds, or at once where the signal is aborted. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1): spreads clients that were refused together. */
  readonly chance: () => number;
  /** Milliseconds since 1970, against which a server's `Retry-After` date is read. */
  readonly now: () => number;
}

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
  let response: Response;
  try {
    response = await line.fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        ...(body === null ? {} : { 'Content-Type': 'application/json' }),
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
      signal,
      // The person confirmed this host, and no other one is told what they asked.
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  } catch (error) {
    if (signal.aborted) return null;
    const reason = tame(error instanceof Error ? error.message : String(error), key);
    return { kind: 'fault', fault: { kind: 'server-unreachable', server, reason }, wait: 0 };
  }
  if (response.ok) return { kind: 'reply', response };
  const text = await response.text().catch(() => '');
  if (signal.aborted) return null;
  const fault = faultOfReply(response.status, parsed(text), line);
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

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { message: text };
  }
};

/** The JSON of a reply, or the fault that it is none; null where the signal ended it. */
export async function json(
  line: Line,
  body: object | null,
  signal: AbortSignal,
): Promise<Result<unknown, Fault> | null> {
  const reply = await request(line, body, signal);
  if (reply === null || !reply.ok) return reply;
  try {
    return ok((await reply.value.json()) as unknown);
  } catch {
    if (signal.aborted) return null;
    const reason = 'its answer is no JSON: is this the address of its interface?';
    return failed({ kind: 'server-broken', server: line.host, reason });
  }
}
