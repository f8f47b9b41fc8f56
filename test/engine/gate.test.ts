import { expect, test } from 'vitest';
import { passGate } from '../../src/engine/gate.ts';

const base = 'https://lab.example/app/index.html';
const nobody = (): boolean => false;

test.each([
  ['models/nano.gguf', 'https://lab.example/app/models/nano.gguf'],
  ['/a.gguf', 'https://lab.example/a.gguf'],
  ['https://lab.example/b.gguf', 'https://lab.example/b.gguf'],
  ['blob:https://lab.example/0a1b', 'blob:https://lab.example/0a1b'],
])('%s is our own origin and passes', (url, absolute) => {
  expect(passGate(url, base, nobody)).toEqual({ ok: true, value: absolute });
});

test.each([
  'https://other.example/a.gguf',
  'http://lab.example/a.gguf',
  'https://lab.example:8443/a.gguf',
  '//other.example/a.gguf',
  'https://lab.example@other.example/a.gguf',
  'blob:https://other.example/0a1b',
  'data:application/octet-stream,GGUF',
  'file:///a.gguf',
  'http://[broken',
])('%s is refused while nobody confirmed its host', (url) => {
  expect(passGate(url, base, nobody)).toMatchObject({ ok: false, fault: { kind: 'host-refused' } });
});

test('a confirmed host passes with its port, another port does not', () => {
  const allow = (host: string): boolean => host === 'localhost:8080';
  expect(passGate('http://localhost:8080/a', base, allow).ok).toBe(true);
  expect(passGate('http://localhost:9090/a', base, allow).ok).toBe(false);
});

test('confirming hosts lets no other kind of address through', () => {
  for (const url of ['file:///a.gguf', 'data:,GGUF', 'javascript:0']) {
    expect(passGate(url, base, () => true).ok).toBe(false);
  }
});
