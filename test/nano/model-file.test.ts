import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../public/models/nano/', import.meta.url);

const about = JSON.parse(readFileSync(new URL('model.json', folder), 'utf8')) as Record<
  string,
  unknown
>;
const weights = readFileSync(new URL(String(about['file']), folder));

/** The start of a GGUF: magic, version, number of tensors, number of metadata entries. */
const header = { magic: weights.toString('latin1', 0, 4), version: weights.readUInt32LE(4) };

describe('the bundled model', () => {
  it('is the very file that its manifest describes', () => {
    expect(about['revision']).toBe(createHash('sha256').update(weights).digest('hex'));
    expect(about['bytes']).toBe(weights.length);
  });

  it('is a GGUF of version 3 and at most 15 MB', () => {
    expect(header).toEqual({ magic: 'GGUF', version: 3 });
    expect(weights.length).toBeLessThanOrEqual(15e6);
  });

  it('has room for 16 rollouts in its context', () => {
    expect(about['contextTokens']).toBeGreaterThanOrEqual(3072);
    expect(about['group']).toEqual({ min: 1, max: 16 });
  });

  it('is for WebLLM the very files that their manifest describes', () => {
    const webllm = new URL('webllm/', folder);
    const main = new URL('resolve/main/', webllm);
    const files = new Map([
      ...readdirSync(main).map((name) => [name, readFileSync(new URL(name, main))] as const),
      ['library', readFileSync(new URL('nano.wasm', webllm))] as const,
    ]);
    const hash = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
    const lines = [...files.keys()].sort().map((name) => `${name} ${hash(files.get(name) ?? '')}\n`);
    const told = JSON.parse(readFileSync(new URL('model.json', webllm), 'utf8')) as object;
    const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
    expect(told).toMatchObject({ revision: hash(lines.join('')), bytes });
    expect(bytes).toBeLessThanOrEqual(20e6);
    const { file: _file, revision: _revision, bytes: _bytes, ...rest } = about;
    expect(told).toMatchObject(rest);
  });

  it('writes every digit as a token of its own, with at most 2,048 tokens in all', () => {
    const tokenizer = JSON.parse(readFileSync(new URL('tokenizer.json', folder), 'utf8')) as {
      model: { vocab: Record<string, number> };
    };
    const entries = Object.keys(tokenizer.model.vocab);
    expect(entries.length).toBeLessThanOrEqual(2048);
    expect(entries.filter((entry) => /\d/.test(entry) && entry.length > 1)).toEqual([]);
  });
});
