import { expect, test } from 'vitest';
import { readServerAddress } from '../../src/base/server-address.ts';

test('the address of a server is taken by https, and by http on this machine', () => {
  expect(readServerAddress(' https://host.example/v1/ ')).toEqual({
    base: 'https://host.example/v1',
    host: 'host.example',
  });
  expect(readServerAddress('http://localhost:11434')).toEqual({
    base: 'http://localhost:11434/v1',
    host: 'localhost:11434',
  });
  expect(readServerAddress('http://127.0.0.1:8000/v1/chat/completions')?.base).toBe(
    'http://127.0.0.1:8000/v1',
  );
  expect(readServerAddress('https://host.example/api/openai/v1/models')?.base).toBe(
    'https://host.example/api/openai/v1',
  );
});

test.each([
  '',
  'host.example',
  'http://host.example/v1',
  'http://192.168.1.2:8000/v1',
  'ftp://host.example',
  'https://name:key@host.example/v1',
  'https://host.example/v1?key=secret',
  'https://host.example/v1#key',
])('%j is none', (text) => {
  expect(readServerAddress(text)).toBeNull();
});
