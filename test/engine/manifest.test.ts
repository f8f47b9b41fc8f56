import { expect, test } from 'vitest';
import type { ModelSpec } from '../../src/engine/model.ts';
import { readManifest } from '../../src/engine/worker/manifest.ts';

const revision = 'a'.repeat(64);
const read = (manifest: object) => {
  const url = `data:application/json,${encodeURIComponent(JSON.stringify(manifest))}`;
  const spec: ModelSpec = { id: 'm', engine: 'wllama', urls: [], chat: 'nano', manifest: url };
  return readManifest(spec);
};
const training = {
  levels: ['easy'],
  group: { min: 1, max: 16 },
  sampling: { temperature: 1, topP: 1 },
  answerTokens: 160,
};

test('a manifest tells what its model was taught, among other things', async () => {
  expect(await read({ revision, ...training, jobs: ['solve'] })).toEqual({
    ok: true,
    value: {
      revision,
      contextTokens: null,
      trained: {
        levels: ['easy'],
        jobs: ['solve'],
        group: { min: 1, max: 16 },
        temperature: 1,
        answerTokens: 160,
      },
    },
  });
});

test.each([
  {},
  { ...training, levels: [1] },
  { ...training, group: null },
  { ...training, sampling: {} },
  { ...training, answerTokens: '160' },
])('a manifest that does not tell all of it tells nothing of it: %j', async (fields) => {
  expect(await read({ revision, ...fields })).toEqual({
    ok: true,
    value: { revision, contextTokens: null },
  });
});
