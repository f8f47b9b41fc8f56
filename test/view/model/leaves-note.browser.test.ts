import { afterEach, expect, test } from 'vitest';
import type { LoadedModel } from '../../../src/engine/model.ts';
import '../../../src/view/model/model-status.ts';
import { loadedModel } from '../../kit/lab.ts';

afterEach(() => document.body.replaceChildren());

async function statusOf(model: LoadedModel): Promise<string> {
  const element = document.createElement('cat-model-status');
  element.model = { kind: 'ready', model };
  document.body.append(element);
  await element.updateComplete;
  return element.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
}

test('while a model of a server is loaded, the page says where text goes and what is not told', async () => {
  const here = loadedModel();
  const text = await statusOf({
    ...here,
    spec: { id: 'large', engine: 'server', urls: ['https://llm.example/v1'], chat: 'general' },
    capabilities: { ...here.capabilities, device: 'remote', slots: 16, contextTokens: 4096 },
    untold: ['weights', 'context'],
  });
  expect(text).toContain('Text leaves this machine: llm.example is sent every question');
  expect(text).toContain('This server does not tell which weights it runs and how much it reads at once');
  expect(text).toMatch(/large.*16.*4,096.*server/);
  expect(text).not.toContain('thread');
});

test('of a model that runs here it says nothing of the kind', async () => {
  expect(await statusOf(loadedModel())).not.toContain('leaves this machine');
});
