import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../src/engine/wllama/parts.ts';

describe('the address of a first part', () => {
  test('stands for all parts', () => {
    expect(partsOf('https://a.example/m-00001-of-00003.gguf')).toEqual([
      'https://a.example/m-00001-of-00003.gguf',
      'https://a.example/m-00002-of-00003.gguf',
      'https://a.example/m-00003-of-00003.gguf',
    ]);
  });

  test('keeps what follows the name', () => {
    expect(partsOf('/m-00001-of-00002.GGUF?download=true')[1]).toBe('/m-00002-of-00002.GGUF?download=true');
  });

  test.each(['m.gguf', 'm-00002-of-00003.gguf', 'm-00001-of-00000.gguf', 'm-1-of-3.gguf', 'm-00001-of-00003.gguf/x'])(
    'is none where it is %s',
    (name) => {
      expect(partsOf(name)).toEqual([name]);
    },
  );
});
