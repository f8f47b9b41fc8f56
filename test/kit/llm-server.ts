/**
 * A server with OpenAI's interface that is driven by hand: over real HTTP, with every reply given by the
 * test, whole or byte by byte.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  /** Path with its query. */
  readonly path: string;
  readonly key: string | undefined;
  /** The parsed body; null of a GET. */
  readonly body: Record<string, unknown> | null;
  /** Resolves when the client has gone away before the end. */
  readonly left: Promise<void>;
  json(value: unknown, status?: number, headers?: Readonly<Record<string, string>>): void;
  text(text: string, status?: number): void;
  /** Begins an event stream; what is given is sent as it stands. */
  stream(...parts: readonly (string | Uint8Array)[]): void;
  /** Ends the stream. */
  end(): void;
  /** Breaks the connection. */
  cut(): void;
}

export interface LlmServer {
  /** With its `/v1`. */
  readonly base: string;
  /** Every request so far, in order. */
  readonly asked: readonly Asked[];
  /** The next request that nobody has taken. */
  next(): Promise<Asked>;
  /** From now on answers each request by itself; null leaves them to `next`. */
  behave(how: ((asked: Asked) => void) | null): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Asked['body']> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? null : (JSON.parse(text) as Record<string, unknown>);
}

function askedOf(request: IncomingMessage, response: ServerResponse, body: Asked['body']): Asked {
  return {
    path: request.url ?? '',
    key: request.headers.authorization,
    body,
    left: new Promise((resolve) => response.once('close', () => resolve())),
    json(value, status = 200, headers = {}) {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(JSON.stringify(value));
    },
    text(text, status = 200) {
      response.writeHead(status, { 'Content-Type': 'text/html' });
      response.end(text);
    },
    stream(...parts) {
      if (!response.headersSent) response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      if (parts.length === 0) response.flushHeaders();
      for (const part of parts) response.write(part);
    },
    end: () => void response.end(),
    cut: () => void response.destroy(),
  };
}

export async function startLlmServer(): Promise<LlmServer> {
  const asked: Asked[] = [];
  const untaken: Asked[] = [];
  const takers: ((one: Asked) => void)[] = [];
  let behaviour: ((asked: Asked) => void) | null = null;
  const server = createServer((request, response) => {
    // As the three servers of docs/servers.md let pages read them.
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { 'Access-Control-Allow-Headers': 'Authorization, Content-Type' });
      response.end();
      return;
    }
    void bodyOf(request).then((body) => {
      const one = askedOf(request, response, body);
      asked.push(one);
      if (behaviour !== null) return behaviour(one);
      const taker = takers.shift();
      if (taker === undefined) untaken.push(one);
      else taker(one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    next() {
      const one = untaken.shift();
      return one === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(one);
    },
    behave(how) {
      behaviour = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** One event of a stream. */
export const event = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
export const done = 'data: [DONE]\n\n';

/** A chunk with one token, as llama.cpp and vLLM send it. */
export const token = (text: string, logprob: number | null = -0.5, index = 0): string =>
  event({
    object: 'chat.completion.chunk',
    system_fingerprint: 'b1',
    choices: [
      {
        index,
        delta: { content: text },
        ...(logprob === null ? {} : { logprobs: { content: [{ token: text, logprob }] } }),
        finish_reason: null,
      },
    ],
  });

export const finish = (reason = 'stop', index = 0): string =>
  event({ choices: [{ index, delta: {}, finish_reason: reason }] });

export const usage = (prompt: number, completion = 1): string =>
  event({ choices: [], usage: { prompt_tokens: prompt, completion_tokens: completion } });

export interface Manners {
  readonly models?: readonly object[];
  readonly logprobs?: boolean;
  /** What it answers to everything. */
  readonly text?: string;
  /** Each of `n` answers is another one. */
  readonly choices?: boolean;
  readonly grammar?: boolean;
  /** vLLM's `/tokenize` and `prompt_logprobs`. */
  readonly scores?: boolean;
  /** Refuses bodies with these members, naming them. */
  readonly refuses?: readonly string[];
}

/** Answers as a server with these manners does, until a test takes over. */
export const mannerly =
  ({ models = [{ id: 'small', max_model_len: 2048 }], ...manners }: Manners = {}) =>
  (asked: Asked): void => {
    const { path, body } = asked;
    if (path === '/v1/models') return asked.json({ object: 'list', data: models });
    if (path === '/tokenize' && manners.scores === true) return asked.json({ count: 5 });
    if (path !== '/v1/chat/completions' || body === null) return asked.json({ detail: 'Not Found' }, 404);
    const refused = manners.refuses?.find((name) => Object.hasOwn(body, name));
    if (refused !== undefined) {
      return asked.json({ error: { message: `Unrecognized argument: ${refused}`, code: 400 } }, 400);
    }
    if (body['prompt_logprobs'] !== undefined) {
      return manners.scores === true ? asked.json(scored(body)) : asked.json({ choices: [] });
    }
    if (body['stream'] !== true) return asked.json({ usage: { prompt_tokens: 7 } });
    const logprob = manners.logprobs === false ? null : -0.25;
    const n = Number(body['n'] ?? 1);
    const parts: string[] = [];
    for (let index = 0; index < n; index++) {
      const own = manners.choices === true ? `way ${index}` : (manners.text ?? 'one way');
      const isMarked = manners.grammar === true && body['response_format'] !== undefined;
      parts.push(token(isMarked ? '{"mark":"k3vq"}' : own, logprob, index), finish('stop', index));
    }
    asked.stream(...parts, usage(7), done);
    asked.end();
  };

/** The prompt's five tokens, then the words of the answer that is to be continued. */
function scored(body: Record<string, unknown>): object {
  const last = (body['messages'] as { content: string }[]).at(-1)?.content ?? '';
  const words = last.match(/\S+\s*/g) ?? [];
  const place = (text: string, at: number): object => ({
    [String(100 + at)]: { logprob: -(at + 1), rank: 1, decoded_token: text },
  });
  return { choices: [], prompt_logprobs: [null, ...Array.from({ length: 4 }, (_, at) => place('p', at)), ...words.map(place)] };
}
