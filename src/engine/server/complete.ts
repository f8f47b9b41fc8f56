/** One streamed chat completion, with all its answers, to its end. */
import type { Fault } from '../../base/fault.ts';
import type { Token } from './chunk.ts';
import { pause, request } from './http.ts';
import type { Line } from './http.ts';
import { tame } from './reply-fault.ts';
import { readStream } from './stream.ts';

export interface Listener {
  readonly token: (choice: number, token: Token) => void;
  readonly end: (choice: number, why: 'end' | 'length') => void;
  /** The server broke this answer off, and may go on with the others. */
  readonly broken: (choice: number, fault: Fault) => void;
}

export type Ended =
  | {
      readonly kind: 'done';
      readonly promptTokens: number | null;
      /** Of all answers together. */
      readonly completionTokens: number | null;
      readonly fingerprint: string | null;
    }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'aborted' };

/** A stream that breaks before its first token is begun again, so often in all. */
const STREAMS = 3;

/** Never rejects for what a server does. `choices` is how many answers were asked for. */
export async function complete(
  line: Line,
  body: object,
  choices: number,
  signal: AbortSignal,
  listener: Listener,
): Promise<Ended> {
  for (let attempt = 1; ; attempt++) {
    const { ended, begun } = await once(line, body, choices, signal, listener);
    const again = ended.kind === 'fault' && !begun && isPassing(ended.fault) && attempt < STREAMS;
    if (!again) return ended;
    await line.clock.wait(pause(attempt, line.clock), signal);
    if (signal.aborted) return { kind: 'aborted' };
  }
}

/** `server-busy` of a reply was asked again already; within a stream it was not. */
const isPassing = (fault: Fault): boolean =>
  fault.kind === 'server-broken' || (fault.kind === 'server-busy' && fault.status === 500);

const brokenOff = ({ host: server, key }: Line, word: string): Fault => ({
  kind: 'server-broken',
  server,
  reason: `it broke the answer off: ${tame(word, key)}`,
});

async function once(
  line: Line,
  body: object,
  choices: number,
  signal: AbortSignal,
  listener: Listener,
): Promise<{ readonly ended: Ended; readonly begun: boolean }> {
  const reply = await request(line, body, signal);
  if (reply === null) return { ended: { kind: 'aborted' }, begun: false };
  // Nothing of it was streamed, but it has been asked often enough.
  if (!reply.ok) return { ended: { kind: 'fault', fault: reply.fault }, begun: true };
  const open = new Set(Array.from({ length: choices }, (_, index) => index));
  let begun = false;
  let promptTokens: number | null = null;
  let completionTokens: number | null = null;
  let fingerprint: string | null = null;
  for await (const event of readStream(line, reply.value, signal)) {
    // What comes after the last answer's end takes nothing from them.
    if (event.kind === 'end' || (event.kind === 'fault' && open.size === 0)) break;
    if (event.kind === 'fault') return { ended: event, begun };
    promptTokens = event.chunk.promptTokens ?? promptTokens;
    completionTokens = event.chunk.completionTokens ?? completionTokens;
    fingerprint = event.chunk.fingerprint ?? fingerprint;
    for (const { index, tokens, end, broken } of event.chunk.choices) {
      if (!open.has(index)) continue;
      for (const token of tokens) {
        begun = true;
        listener.token(index, token);
      }
      if (end === null && broken === null) continue;
      open.delete(index);
      begun = true;
      if (end !== null) listener.end(index, end);
      else if (broken !== null) listener.broken(index, brokenOff(line, broken));
    }
  }
  if (open.size === 0) return { ended: { kind: 'done', promptTokens, completionTokens, fingerprint }, begun };
  if (signal.aborted) return { ended: { kind: 'aborted' }, begun };
  const reason = 'the connection was cut before the answer had ended';
  return { ended: { kind: 'fault', fault: { kind: 'server-broken', server: line.host, reason } }, begun };
}
