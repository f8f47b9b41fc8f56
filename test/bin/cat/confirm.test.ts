import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { confirmDownload, needAnswers, type Asking } from '../../../bin/cat/confirm.ts';
import type { DownloadSize } from '../../../src/engine/download-size.ts';
import type { ModelSpec } from '../../../src/engine/model.ts';

const spec: ModelSpec = {
  ...{ id: 'Small-q4f16_1-MLC', engine: 'webllm', chat: 'general' },
  urls: ['https://models.example/small'],
  library: 'https://libraries.example/small.wasm',
};
const size: DownloadSize = {
  ...{ bytes: 712_345_678, here: 0, files: 24, unknown: [], free: 9e9 },
};

function open(rest: Partial<Asking> = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (text: Buffer) => (shown += text.toString()));
  let sized = 0;
  const asking: Asking = {
    ...{ spec, yes: false, signal: new AbortController().signal },
    size: () => {
      sized += 1;
      return Promise.resolve({ value: size, faults: [] });
    },
    ...rest,
  };
  const terminal = { input: Object.assign(input, { isTTY: true }), output };
  return {
    confirming: confirmDownload(asking, terminal),
    type: (text: string) => input.write(text),
    end: () => input.end(),
    /** Resolves once this was asked. */
    until: (text: string) => expect.poll(() => shown).toContain(text),
    sized: () => sized,
  };
}

describe('a model that would be fetched', () => {
  test('has its hosts confirmed, then its exact bytes', async () => {
    const { confirming, type, until, sized } = open();
    await until('Ask models.example, libraries.example how large it is? [y/N]');
    expect(sized()).toBe(0);
    type('y\n');
    await until('Nothing of it is kept once the command has ended.');
    await until('Fetch exactly 712,345,678 bytes (712.3 MB) in 24 files from models.example, libraries.example? [y/N]');
    expect(sized()).toBe(1);
    type('yes\n');
    await confirming;
  });

  test.each(['n\n', '\n', 'yellow\n'])('is not asked for after %j', async (answer) => {
    const { confirming, type, until, sized } = open();
    await until('[y/N]');
    type(answer);
    await expect(confirming).rejects.toThrow('Nothing was fetched.');
    expect(sized()).toBe(0);
  });

  test('is not fetched where the terminal is closed, or Ctrl-C ends the command', async () => {
    const closed = open();
    await closed.until('[y/N]');
    closed.end();
    await expect(closed.confirming).rejects.toThrow('Nothing was fetched.');
    const stop = new AbortController();
    const stopped = open({ signal: stop.signal });
    await stopped.until('[y/N]');
    stop.abort();
    await expect(stopped.confirming).rejects.toThrow('Nothing was fetched.');
  });

  test('says “exactly” only where every size is known', async () => {
    const value = { ...size, unknown: ['library'] };
    const { confirming, until } = open({
      yes: true,
      size: () => Promise.resolve({ value, faults: [] }),
    });
    await confirming;
    await until('tells the size of: library');
    await until('Fetch 712,345,678 bytes (712.3 MB) and a little more in 24 files');
  });

  test('is fetched by --yes without a word typed, and what was agreed to is said', async () => {
    const { confirming, until } = open({ yes: true });
    await confirming;
    await until('how large it is? Yes, by --yes.');
    await until('24 files from models.example, libraries.example? Yes, by --yes.');
  });

  test('ends the command where its hosts do not tell its size', async () => {
    const fault = { kind: 'model-missing', model: spec.id, url: 'x', status: 0 } as const;
    const { confirming } = open({
      yes: true,
      size: () => Promise.resolve({ value: null, faults: [fault] }),
    });
    // The fault was told as it came.
    await expect(confirming).rejects.toThrow(/^$/);
  });

  test('needs --yes where there is no terminal to ask on', () => {
    const terminal = { input: new PassThrough(), output: new PassThrough() };
    expect(() => needAnswers('Small', false, terminal)).toThrow('give --yes');
    expect(() => needAnswers('Small', true, terminal)).not.toThrow();
  });
});
