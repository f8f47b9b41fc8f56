import { describe, expect, test } from 'vitest';
import type { Fault, FaultKind } from '../../src/base/fault.ts';
import { decimals, megabytes, rate, seconds } from '../../src/view/format.ts';
import { readAddresses } from '../../src/view/model/model-address.ts';
import { experimentTexts as german } from '../../src/view/text/de-experiments.ts';
import { faultTexts as germanFaults } from '../../src/view/text/de-faults.ts';
import { experimentTexts as english } from '../../src/view/text/en-experiments.ts';
import { faultText } from '../../src/view/text/faults.ts';

const reason = 'the reason as it came';
const FAULTS = {
  'model-missing': { kind: 'model-missing', model: 'nano', url: 'models/nano.gguf', status: 404 },
  'model-corrupt': { kind: 'model-corrupt', model: 'nano', reason },
  'model-changed': { kind: 'model-changed', model: 'small', file: 'params_shard_0.bin' },
  'model-unsupported': { kind: 'model-unsupported', model: 'nano', reason },
  'host-refused': { kind: 'host-refused', url: 'https://example.org/m.gguf' },
  'server-unreachable': { kind: 'server-unreachable', server: 'a.org', reason },
  'server-denied': { kind: 'server-denied', server: 'a.org', status: 401 },
  'server-busy': { kind: 'server-busy', server: 'a.org', status: 429, reason },
  'server-refused': { kind: 'server-refused', server: 'a.org', status: 400, reason },
  'server-broken': { kind: 'server-broken', server: 'a.org', reason },
  'server-model-missing': {
    kind: 'server-model-missing',
    server: 'a.org',
    model: 'large',
    offered: ['small'],
  },
  'no-webgpu': { kind: 'no-webgpu', reason },
  'device-lost': { kind: 'device-lost', reason },
  'worker-died': { kind: 'worker-died', engine: 'wllama', reason },
  'engine-failed': { kind: 'engine-failed', engine: 'wllama', reason },
  'engine-unavailable': { kind: 'engine-unavailable', engine: 'webllm', reason },
  'not-loaded': { kind: 'not-loaded', engine: 'wllama' },
  'out-of-memory': { kind: 'out-of-memory', reason },
  'context-overflow': { kind: 'context-overflow', job: 'synthesis', needed: 4000, available: 3072 },
  'question-empty': { kind: 'question-empty' },
  'question-too-long': { kind: 'question-too-long', tokens: 900, limit: 500 },
  'no-rollouts': { kind: 'no-rollouts', reason },
  'setting-invalid': { kind: 'setting-invalid', setting: 'topP', value: '2', expected: 'at most 1' },
  'import-invalid': { kind: 'import-invalid', line: 7, path: 'answer', reason },
  'set-unfetched': { kind: 'set-unfetched', url: 'https://example.org/set.jsonl', reason },
  'storage-denied': { kind: 'storage-denied', reason },
  'storage-full': { kind: 'storage-full', reason },
  'storage-newer': { kind: 'storage-newer', found: 3, supported: 1 },
  'record-invalid': { kind: 'record-invalid', store: 'groups', key: 'x', path: 'recipe.seed', reason },
  'open-untaught': { kind: 'open-untaught', model: 'nano' },
  'no-criteria': { kind: 'no-criteria', attempts: 2 },
  'judge-differs': { kind: 'judge-differs', wanted: 'large', loaded: 'small' },
  'part-missing': { kind: 'part-missing', reason },
  'run-locked': { kind: 'run-locked', run: 'r1' },
  'run-taken': { kind: 'run-taken', run: 'r1' },
  'model-differs': {
    kind: 'model-differs',
    role: 'policy',
    wanted: { engine: 'wllama', model: 'nano', revision: 'a'.repeat(64) },
    loaded: { engine: 'wllama', model: 'nano', revision: 'b'.repeat(64) },
  },
} satisfies { readonly [K in FaultKind]: Extract<Fault, { kind: K }> };

describe('the words for a fault', () => {
  test.each(Object.values(FAULTS))('$kind: say what happened, why, and what to do', (fault) => {
    const { what, why, remedy } = faultText(fault);
    for (const sentence of [what, why, remedy]) {
      expect(sentence).toMatch(/^[A-Z“].*[.!?…]$/s);
      expect(sentence).not.toMatch(/undefined|\[object/);
    }
  });

  test('carry what the fault carries', () => {
    expect(faultText(FAULTS['model-missing']).why).toContain('404');
    expect(faultText(FAULTS['model-missing']).why).toContain('models/nano.gguf');
    expect(faultText(FAULTS['import-invalid']).what).toContain('7');
    expect(faultText(FAULTS['context-overflow']).why).toMatch(/4000.*3072/);
  });

  test('say how much room a run needs where it stopped for want of it', () => {
    const full = { kind: 'storage-full', reason, needed: 5_200_000, free: 300_000 } as const;
    expect(faultText(full).why).toMatch(/5\.2 MB.*0\.3 MB/);
    expect(faultText(full).remedy).toContain('What is done is kept');
    expect(faultText(FAULTS['storage-full']).remedy).toContain('lost with the tab');
  });

  test('tell two models of one name apart by their weights or their engine', () => {
    const differs = FAULTS['model-differs'];
    expect(faultText(differs).why).toBe(
      'Its policy is nano (aaaaaaaaaaaa); nano (bbbbbbbbbbbb) is loaded.',
    );
    const loaded = { ...differs.loaded, engine: 'webllm' };
    expect(faultText({ ...differs, loaded }).why).toContain('nano (webllm) is loaded');
    expect(faultText({ ...differs, loaded: { ...loaded, model: 'tiny' } }).why).toBe(
      'Its policy is nano; tiny is loaded.',
    );
  });

  test('name the button by which a run whose model is gone is asked anew', () => {
    const differs = FAULTS['model-differs'];
    expect(faultText(differs).remedy).toContain(`“${english.actions.anew}”`);
    expect(germanFaults['model-differs'](differs).remedy).toContain(`„${german.actions.anew}“`);
  });

  test('make a sentence of a reason without changing one that is', () => {
    const died = (text: string): string =>
      faultText({ kind: 'device-lost', reason: text }).why;
    expect(died('it fell')).toBe('It fell.');
    expect(died('It fell!')).toBe('It fell!');
    expect(died('  ')).toBe('No reason was given.');
  });
});

describe('numbers', () => {
  test('are short and carry their units', () => {
    expect([rate(164.2), rate(3.26), megabytes(3_400_000), seconds(4.04)]).toEqual([
      '164',
      '3.3',
      '3.4 MB',
      '4.0 s',
    ]);
  });

  test('have a true minus sign, and none before zero', () => {
    expect([decimals(-0.126), decimals(-0.001), decimals(0)]).toEqual(['−0.13', '0.00', '0.00']);
  });
});

describe('the address of a model', () => {
  test('gives the host to confirm and a name to show', () => {
    expect(readAddresses(' https://models.example.org/a/b/SmolLM2-Q4_1.gguf \n')).toEqual({
      urls: ['https://models.example.org/a/b/SmolLM2-Q4_1.gguf'],
      library: null,
      hosts: ['models.example.org'],
      id: 'SmolLM2-Q4_1',
    });
  });

  test('takes the parts of a split file, and each host once', () => {
    const found = readAddresses('https://a.org/m-00001-of-00002.gguf\nhttps://a.org/m-00002-of-00002.gguf');
    expect(found).toMatchObject({ hosts: ['a.org'], id: 'm' });
    expect(found?.urls).toHaveLength(2);
  });

  test('takes a compiled model: its folder, and its library wherever that stands', () => {
    const library = 'https://libraries.example.org/small.wasm';
    const found = {
      library,
      hosts: ['models.example.org', 'libraries.example.org'],
      id: 'small-q4f32',
    };
    for (const folder of ['small-q4f32', 'small-q4f32/', 'small-q4f32/resolve/main/']) {
      const url = `https://models.example.org/${folder}`;
      expect(readAddresses(`${url}\n${library}`)).toEqual({ ...found, urls: [url] });
    }
  });

  test('takes this machine without https, with its port', () => {
    expect(readAddresses('http://localhost:8080/m.gguf')?.hosts).toEqual(['localhost:8080']);
  });

  test.each(['', 'model.gguf', 'http://example.org/m.gguf', 'file:///m.gguf', 'javascript:alert(1)',
    'https://a.org/m.gguf\nnonsense', 'https://a.org/m.wasm', 'https://a.org/f?x\nhttps://a.org/m.wasm',
    'https://a.org/f\nhttps://a.org/g\nhttps://a.org/m.wasm'])('refuses %j', (text) => {
    expect(readAddresses(text)).toBeNull();
  });
});
