/**
 * A question set from an address. It comes as a whole or not at all: only of all its bytes can the
 * digest be told, and a set that broke off would look like a smaller one.
 */
import type { Fault } from '../../base/fault.ts';
import { sha256 } from '../../base/hash.ts';
import { failed, ok } from '../../base/result.ts';
import type { Failed, Result } from '../../base/result.ts';
import type { AllowHost } from '../../engine/gate.ts';
import { passGate, reach } from '../../run/sets.ts';

/** Bytes. HealthBench, the largest that people bring, has about half of it. */
const MOST_FETCHED = 128 * 1024 * 1024;

export interface FetchedSet {
  readonly blob: Blob;
  readonly sha256: string;
}

export interface FetchSetOptions {
  /** The page's own address. */
  readonly base: string;
  readonly allowHost: AllowHost;
  /** The file must have this digest. */
  readonly pinned?: string;
  /** Bytes; no more are taken. */
  readonly most?: number;
  /** Bytes that came, and how many there are where that is known. */
  readonly onProgress?: (bytes: number, total: number | null) => void;
  readonly signal?: AbortSignal;
}

/**
 * Faults: `host-refused` before anything is asked for; `set-unfetched` for no answer, a status that is
 * no success, another host that the address leads to, a web page, too many bytes, a body that breaks
 * off, and a digest other than the pinned one. Throws the signal's reason once it is aborted.
 */
export async function fetchSet(
  url: string,
  options: FetchSetOptions,
): Promise<Result<FetchedSet, Fault>> {
  const { base, allowHost, pinned, most = MOST_FETCHED, signal } = options;
  const gate = passGate(url, base, allowHost);
  if (!gate.ok) return gate;
  const refuse = (reason: string): Failed<Fault> =>
    failed({ kind: 'set-unfetched', url: gate.value, reason });

  const response = await reach(gate.value, {
    referrerPolicy: 'no-referrer',
    ...(signal === undefined ? {} : { signal }),
  }).catch(() => null);
  signal?.throwIfAborted();
  if (response === null) {
    return refuse('nothing answered, or the host does not let other pages read its files');
  }
  const reason = reasonAgainst(response, new URL(gate.value), most);
  if (reason !== null) {
    await response.body?.cancel();
    return refuse(reason);
  }
  const read = await readBody(response, most, options);
  if (!read.ok) return refuse(read.fault);
  const digest = await sha256(new Uint8Array(await read.value.arrayBuffer()));
  if (pinned !== undefined && digest !== pinned) {
    return refuse(`its SHA-256 is ${digest}, and that of the set is ${pinned}`);
  }
  return ok({ blob: read.value, sha256: digest });
}

/** What is wrong with an answer before its body is read. */
function reasonAgainst(response: Response, asked: URL, most: number): string | null {
  // A set is small and its host was confirmed by name: no other one gives it.
  const { host } = new URL(response.url);
  if (host !== asked.host) return `the address leads on to another host, ${host}`;
  if (!response.ok) return `the server answered with status ${response.status}`;
  const type = response.headers.get('content-type') ?? '';
  if (/^(text\/html|application\/xhtml)/i.test(type)) return 'a web page came, no file of questions';
  return Number(response.headers.get('content-length') ?? 0) > most ? tooLarge(most) : null;
}

const tooLarge = (most: number): string => `it has more than ${most} bytes`;

/** The whole body, or why not. */
async function readBody(
  response: Response,
  most: number,
  { onProgress, signal }: FetchSetOptions,
): Promise<Result<Blob, string>> {
  const total = lengthOf(response);
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const piece = await reader?.read();
      signal?.throwIfAborted();
      if (piece === undefined || piece.done) break;
      bytes += piece.value.length;
      if (bytes > most) {
        await reader?.cancel();
        return failed(tooLarge(most));
      }
      parts.push(piece.value);
      onProgress?.(bytes, total);
    }
  } catch (error) {
    signal?.throwIfAborted();
    return failed(`it broke off after ${bytes} bytes: ${String(error)}`);
  }
  return ok(new Blob(parts));
}

/** Of a body that is compressed on its way, the header tells the length on the way. */
function lengthOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? 0);
  return length > 0 && !headers.has('content-encoding') ? length : null;
}
