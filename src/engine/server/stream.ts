/** The chunks of one streamed chat completion, as they come. */
import type { Fault } from '../../base/fault.ts';
import { readChunk } from './chunk.ts';
import type { Chunk } from './chunk.ts';
import type { Line } from './http.ts';
import { PATIENCE, readPart, silentFor } from './patience.ts';
import { errorOf, faultOfReply, tame } from './reply-fault.ts';
import { EventStreamReader } from './sse.ts';

export type StreamEvent =
  | { readonly kind: 'chunk'; readonly chunk: Chunk }
  /** The server's own end; a stream without one may be cut. */
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** Ends after `end` or `fault`, or without either where the stream was cut or the signal aborted it. */
export async function* readStream(
  line: Line,
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent, void, undefined> {
  const { host: server } = line;
  const broken = (reason: string): StreamEvent => ({
    kind: 'fault',
    fault: { kind: 'server-broken', server, reason: tame(reason, line.key) },
  });
  if (!/event-stream/i.test(response.headers.get('Content-Type') ?? '')) {
    await response.body?.cancel().catch(() => undefined);
    return yield broken('it did not stream its answer');
  }
  const reader = response.body?.getReader();
  if (reader === undefined) return yield broken('its answer is empty');
  const lines = new EventStreamReader();
  try {
    for (;;) {
      const read = await readPart(line, reader, signal);
      if (read === 'silent') return yield broken(silentFor(PATIENCE));
      if (read === null) return;
      const { done, value } = read;
      const events = done ? lines.end() : lines.push(value);
      for (const data of events) {
        const event = eventOf(data, line, broken);
        if (event === null) continue;
        yield event;
        if (event.kind !== 'chunk') return;
      }
      if (done) return;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    yield broken(error.message);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(
  data: string,
  line: Line,
  broken: (reason: string) => StreamEvent,
): StreamEvent | null {
  if (data.trim() === '') return null;
  if (data.trim() === '[DONE]') return { kind: 'end' };
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return broken(`its stream holds what is no JSON: ${data.slice(0, 80)}`);
  }
  if (isError(value)) {
    const code = (errorOf(value) as { code?: unknown } | null)?.code;
    const status = typeof code === 'number' && code >= 400 && code < 600 ? code : 500;
    return { kind: 'fault', fault: faultOfReply(status, value, line) };
  }
  const chunk = readChunk(value);
  return chunk === null
    ? broken(`its stream holds what is no chat completion: ${data.slice(0, 80)}`)
    : { kind: 'chunk', chunk };
}

const isError = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('error' in value && Boolean(value.error)) || ('object' in value && value.object === 'error'));
