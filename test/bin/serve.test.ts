import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../../bin/serve.ts';

let base: string;
let served: Served;

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'cat-lab-serve-'));
  await mkdir(path.join(base, 'site', 'assets'), { recursive: true });
  await writeFile(path.join(base, 'site', 'index.html'), '<p>page</p>');
  await writeFile(path.join(base, 'site', 'assets', 'engine.wasm'), 'wasm');
  await writeFile(path.join(base, 'secret.txt'), 'secret');
  await writeFile(path.join(base, 'mine.gguf'), 'GGUF');
  await symlink(path.join(base, 'secret.txt'), path.join(base, 'site', 'link.txt'));
  served = await serve({
    folder: path.join(base, 'site'),
    extra: { '/given/model.gguf': path.join(base, 'mine.gguf') },
  });
});

afterAll(async () => {
  await served.close();
  await rm(base, { recursive: true });
});

/** The status and body of a path sent as it is: `fetch` would take `..` out of it. */
const raw = (target: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(served.url);
    request({ hostname, port, path: target }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the server of the built page', () => {
  test('gives the page with the policy and the headers that allow threads', async () => {
    const response = await fetch(served.url);
    expect(await response.text()).toBe('<p>page</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
  });

  test('calls WebAssembly by its type, so that it compiles while it streams', async () => {
    const response = await fetch(new URL('assets/engine.wasm', served.url));
    expect(response.headers.get('content-type')).toBe('application/wasm');
    expect(response.headers.get('content-length')).toBe('4');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5c..%5csecret.txt',
    '/link.txt',
    '//secret.txt',
    '/%00',
    '/%zz',
    '/assets',
    '/assets/',
  ])('answers %s with 404', async (target) => {
    const { status, body } = await raw(target);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('gives a file named on the command line, and nothing beside it', async () => {
    expect(await raw('/given/model.gguf')).toEqual({ status: 200, body: 'GGUF' });
    expect((await raw('/given/secret.txt')).status).toBe(404);
  });

  test('sends an unchanged file once', async () => {
    const first = await fetch(served.url);
    const tag = first.headers.get('etag') ?? '';
    const again = await fetch(served.url, { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
  });

  test('refuses to write', async () => {
    const response = await fetch(served.url, { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
  });

  test('takes a free port where the wanted one is taken', async () => {
    const taken = Number(new URL(served.url).port);
    const second = await serve({ folder: path.join(base, 'site'), port: taken });
    expect(Number(new URL(second.url).port)).not.toBe(taken);
    await second.close();
  });
});
