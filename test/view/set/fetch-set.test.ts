import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.ts';
import type { FetchSetOptions } from '../../../src/view/set/fetch-set.ts';
import { fetchSet } from '../../../src/view/set/fetch-set.ts';
import { PUBLIC_SETS } from '../../../src/view/set/public-sets.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real host on this machine; gives its address. */
async function host(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/set.jsonl`;
}

const rows = '{"question": "A?", "answer": "1"}\n';
const options = (more: Partial<FetchSetOptions> = {}): FetchSetOptions => ({
  base: 'https://page.example/',
  allowHost: () => true,
  ...more,
});
const refused = (url: string, reason: string | RegExp) => ({
  ok: false,
  fault: {
    kind: 'set-unfetched',
    url,
    reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) as string,
  },
});

describe('a set from an address', () => {
  test('comes whole, with its digest and its progress', async () => {
    const url = await host((_, response) => response.end(rows));
    const told: [number, number | null][] = [];
    const fetched = await fetchSet(url, options({ onProgress: (...now) => told.push(now) }));
    expect(fetched).toMatchObject({ ok: true, value: { sha256: await sha256(rows) } });
    expect(fetched.ok && (await fetched.value.blob.text())).toBe(rows);
    expect(told.at(-1)).toEqual([rows.length, rows.length]);
  });

  test('is not asked for before its host is confirmed, by name and port', async () => {
    let asked = 0;
    const url = await host((_, response) => response.end(String(asked++)));
    const hosts: string[] = [];
    const allowHost = (name: string): boolean => hosts.push(name) > 99;
    expect(await fetchSet(url, options({ allowHost }))).toEqual({
      ok: false,
      fault: { kind: 'host-refused', url },
    });
    expect([asked, hosts]).toEqual([0, [new URL(url).host]]);
  });

  test('needs no word of the person where it is the page’s own', async () => {
    const url = await host((_, response) => response.end(rows));
    const own = options({ base: new URL('./', url).href, allowHost: () => false });
    expect(await fetchSet('set.jsonl', own)).toMatchObject({ ok: true });
  });

  test('sends no address of the page along', async () => {
    let from: string | undefined = 'never asked';
    const url = await host((request, response) => {
      from = request.headers.referer;
      response.end(rows);
    });
    await fetchSet(url, options());
    expect(from).toBeUndefined();
  });

  test.each([404, 403, 500])('is refused with status %i', async (status) => {
    const url = await host((_, response) => response.writeHead(status).end(rows));
    const reason = `the server answered with status ${status}`;
    expect(await fetchSet(url, options())).toEqual(refused(url, reason));
  });

  test('is refused where nothing answers', async () => {
    const url = await host(() => {});
    await new Promise((resolve) => servers[0]!.close(resolve));
    expect(await fetchSet(url, options())).toEqual(refused(url, /^nothing answered/));
  });

  test('is refused where it leads to another host, which gives nothing', async () => {
    const other = await host((_, response) => response.end(rows));
    const url = await host((_, response) => response.writeHead(302, { location: other }).end());
    const reason = `the address leads on to another host, ${new URL(other).host}`;
    expect(await fetchSet(url, options())).toEqual(refused(url, reason));
  });

  test('follows its own host to another place there', async () => {
    const url = await host(({ url: path }, response) => {
      if (path === '/set.jsonl') response.writeHead(307, { location: '/kept' }).end();
      else response.end(rows);
    });
    expect(await fetchSet(url, options())).toMatchObject({ ok: true });
  });

  test.each(['text/html', 'text/html; charset=utf-8', 'application/xhtml+xml'])(
    'is refused as %s, a web page',
    async (type) => {
      const url = await host((_, response) => response.setHeader('content-type', type).end(rows));
      const reason = 'a web page came, no file of questions';
      expect(await fetchSet(url, options())).toEqual(refused(url, reason));
    },
  );

  test('is refused where its header tells of too many bytes', async () => {
    const url = await host((_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).flushHeaders();
    });
    expect(await fetchSet(url, options({ most: 999 }))).toEqual(
      refused(url, 'it has more than 999 bytes'),
    );
  });

  test('is refused as soon as more bytes came than may, without an end', async () => {
    const url = await host((_, response) => void response.write('x'.repeat(1000)));
    expect(await fetchSet(url, options({ most: 999 }))).toEqual(
      refused(url, 'it has more than 999 bytes'),
    );
  });

  test('is refused where it breaks off', async () => {
    const url = await host((_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write(rows, () => response.destroy());
    });
    expect(await fetchSet(url, options())).toEqual(refused(url, /^it broke off after \d+ bytes/));
  });

  test('that is pinned is refused with any other digest', async () => {
    const url = await host((_, response) => response.end(rows));
    const pinned = await sha256(rows);
    expect(await fetchSet(url, options({ pinned }))).toMatchObject({ ok: true });
    const [other, found] = ['f'.repeat(64), pinned];
    const reason = `its SHA-256 is ${found}, and that of the set is ${other}`;
    expect(await fetchSet(url, options({ pinned: other }))).toEqual(refused(url, reason));
  });

  test('throws once it is no longer wanted, while it waits and while it comes', async () => {
    for (const answer of ['', rows]) {
      const abort = new AbortController();
      const url = await host((_, response) => {
        if (answer === '') abort.abort();
        else response.write(answer);
      });
      const onProgress = (): void => abort.abort();
      const { signal } = abort;
      await expect(fetchSet(url, options({ signal, onProgress }))).rejects.toThrow(/abort/i);
    }
  });
});

test('the sets of one click stand at addresses that name one revision, with a digest', () => {
  for (const { url, sha256: digest, bytes } of PUBLIC_SETS) {
    expect(url).toMatch(/^https:\/\/(huggingface\.co|raw\.githubusercontent\.com)\/.*\/[0-9a-f]{40}\//);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(bytes).toBeGreaterThan(400_000);
  }
});
