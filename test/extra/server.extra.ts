/** The engine `server` held to the engines' contract by llama.cpp's own server and the bundled model. */
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ModelSpec } from '../../src/engine/model.ts';
import { createServerEngine } from '../../src/engine/server/engine.ts';
import { listNames } from '../../src/engine/server/list.ts';
import { conformance } from '../engine/conformance.ts';
import { easy } from '../kit/easy.ts';
import { startGgufServer } from './gguf-server.ts';

const model = path.resolve(import.meta.dirname, '../../public/models/nano/nano.gguf');
const server = await startGgufServer(model, 8);
afterAll(() => server.stop());

const base = `${server.url}/v1`;
const [name = ''] = await listNames(base, null, new AbortController().signal).then((listed) =>
  listed?.ok === true ? listed.value : [],
);
const spec: ModelSpec = { id: name, engine: 'server', urls: [base], chat: 'nano' };
const make = () => createServerEngine({ baseUrl: () => `${server.url}/` });

conformance('server', make, spec, {
  prompt: `Solve.\n${easy.question}`,
  minSlots: 8,
  grammar: true,
  downloads: false,
});

test('llama.cpp is told apart by what it does: schemas and log-probabilities, no scores, and `n` copies', async () => {
  const engine = make();
  await engine.load(spec);
  expect(engine.loaded).toMatchObject({
    bytes: expect.any(Number) as number,
    capabilities: { slots: 8, contextTokens: 1024, score: false, grammar: true, device: 'remote' },
    untold: ['weights'],
  });
  expect(engine.loaded?.bytes).toBeGreaterThan(2e6);
  expect(engine.score).toBeUndefined();
  const first = engine.loaded?.revision;
  await engine.load(spec);
  expect(engine.loaded?.revision).toBe(first);
  await engine.unload();
});

test('a model that llama.cpp does not have is named with those that it has', async () => {
  const loaded = await make().load({ ...spec, id: 'another' });
  expect(loaded).toMatchObject({ fault: { kind: 'server-model-missing', offered: [name] } });
});
