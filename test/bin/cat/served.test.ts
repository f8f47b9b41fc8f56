import { expect, test } from 'vitest';
import { readCommand, type AskCommand, type ModelChoice } from '../../../bin/cat/options.ts';
import { modelSpec } from '../../../bin/cat/page.ts';
import { keyFor, leavesLines, untoldLine } from '../../../bin/cat/served.ts';
import { loadedModel } from '../../kit/lab.ts';

const ask = (...args: string[]) => readCommand(['ask', 'How many?', ...args]) as AskCommand;
const served = ['--engine', 'server', '--server', 'http://localhost:8000'];

test('a model of a server is named by its name there, for each role', () => {
  const { model, judge } = ask(...served, '--model', 'Qwen/Qwen3-4B', '--judge', 'large');
  expect(model).toEqual({
    ...{ kind: 'served', base: 'http://localhost:8000/v1', name: 'Qwen/Qwen3-4B', chat: 'general' },
  });
  expect(judge).toMatchObject({ kind: 'served', name: 'large' });
  expect(modelSpec(model, 'policy')).toMatchObject({
    ...{ id: 'Qwen/Qwen3-4B', engine: 'server', urls: ['http://localhost:8000/v1'] },
    preset: { topK: 20 },
  });
});

test.each([
  [['--engine', 'server', '--model', 'a'], '--server'],
  [served, '--model'],
  [['--server', 'http://localhost:8000'], '--engine server'],
  [['--engine', 'server', '--model', 'a', '--server', 'http://far.example'], 'https'],
  [['--engine', 'server', '--model', 'a', '--server', 'https://u:secret@far.example'], 'https'],
  [[...served, '--model', 'a', '--gpu', 'always'], '--gpu'],
  [[...served, '--model', 'a', '--key', 'secret'], '--key'],
])('%j is refused, and no key is repeated', (args, named) => {
  expect(() => ask(...args)).toThrow(named);
  expect(() => ask(...args)).not.toThrow('secret');
});

test('the key comes from the environment, and goes to servers alone', () => {
  const choice: ModelChoice = { kind: 'served', base: 'http://localhost:1/v1', name: 'a', chat: 'general' };
  expect(keyFor(choice, { CAT_SERVER_KEY: 'secret' })).toEqual({ key: 'secret' });
  expect(keyFor(choice, {})).toEqual({});
  expect(keyFor({ kind: 'nano' }, { CAT_SERVER_KEY: 'secret' })).toEqual({});
});

test('that text leaves this machine is said once for each host', () => {
  const at = (base: string): ModelChoice => ({ kind: 'served', base, name: 'a', chat: 'general' });
  expect(leavesLines([at('https://a.example/v1'), at('https://a.example/v1'), undefined])).toEqual([
    expect.stringContaining('Text leaves this machine: a.example'),
  ]);
  expect(leavesLines([{ kind: 'nano' }])).toEqual([]);
});

test('what a server does not tell is one sentence', () => {
  const model = loadedModel();
  const event = (untold: NonNullable<typeof model.untold>) =>
    untoldLine({ kind: 'model-ready', model: { ...model, untold } });
  expect(event(['weights'])).toBe('This server does not tell which weights it runs.');
  expect(event(['weights', 'logprobs', 'sampling'])).toBe(
    'This server does not tell which weights it runs, log-probabilities and whether it cuts the sampling ' +
      'by defaults of its own.',
  );
  expect(untoldLine({ kind: 'model-ready', model })).toBeNull();
});
