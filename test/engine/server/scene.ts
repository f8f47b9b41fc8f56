/** The server engine over real HTTP, beside a server that the test drives by hand and a clock of its own. */
import { afterEach, expect } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { ModelSpec } from '../../../src/engine/model.ts';
import type { SampleEvent, SampleRequest } from '../../../src/engine/sample.ts';
import { createServerEngine } from '../../../src/engine/server/engine.ts';
import { ServerKeys } from '../../../src/engine/server/keys.ts';
import { createHandClock } from '../../kit/hand-clock.ts';
import type { HandClock } from '../../kit/hand-clock.ts';
import { done, finish, mannerly, startLlmServer, token, usage } from '../../kit/llm-server.ts';
import type { Asked, LlmServer, Manners } from '../../kit/llm-server.ts';

export interface Scene {
  readonly server: LlmServer;
  readonly clock: HandClock;
  readonly engine: Engine;
  readonly keys: ServerKeys;
  readonly spec: ModelSpec;
}

const servers: LlmServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

export async function scene(): Promise<Scene> {
  const server = await startLlmServer();
  servers.push(server);
  const clock = createHandClock();
  const keys = new ServerKeys();
  const { host } = new URL(server.base);
  const engine = createServerEngine({
    allowHost: (asked) => asked === host,
    baseUrl: () => 'http://page.example/',
    keys,
    clock,
  });
  const spec: ModelSpec = { id: 'small', engine: 'server', urls: [server.base], chat: 'general' };
  return { server, clock, engine, keys, spec };
}

/** Loaded from a server with these manners, which then leaves every request to the test. */
export async function loaded(manners: Manners = {}, slots = 8): Promise<Scene> {
  const made = await scene();
  made.server.behave(mannerly(manners));
  expect(await made.engine.load(made.spec, { slots })).toMatchObject({ ok: true });
  made.server.behave(null);
  return made;
}

export const ask = (seed = 1, content = 'hello', rest: Partial<SampleRequest['sampling']> = {}): SampleRequest => ({
  messages: [{ role: 'user', content }],
  seed,
  sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 20, ...rest },
});

export const answer = (asked: Asked, ...words: string[]): void => {
  asked.stream(...words.map((word) => token(word)), finish(), usage(7), done);
  asked.end();
};

export const faultOf = (events: readonly SampleEvent[]): unknown => {
  const end = events.find(({ kind }) => kind === 'fault');
  return end?.kind === 'fault' ? end.fault : null;
};

/** As a fault names this machine. */
export const host = expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string;
