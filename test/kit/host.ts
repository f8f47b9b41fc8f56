/** A static host in a test's hand: a folder under a path, with headers of its own or without, that can go away. */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { contentTypes } from '../../bin/serve.ts';

export interface HostOptions {
  readonly folder: string;
  /** Where the folder is found, with a slash at both ends. */
  readonly at: string;
  /** Sent with every file; static hosts may send none. */
  readonly headers?: Readonly<Record<string, string>>;
}

export class Host {
  /** Paths of the files that were sent whole, as often as they were. */
  readonly sent: string[] = [];
  readonly #options: HostOptions;
  #server: Server | null = null;
  #port = 0;

  constructor(options: HostOptions) {
    this.#options = options;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#options.at}`;
  }

  /** At the same address as before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      void this.#answer(request.url ?? '/', request.headers['if-none-match']).then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Nothing answers any more. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  async #answer(url: string, known: string | undefined) {
    const { folder, at, headers: own = {} } = this.#options;
    const wanted = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
    if (!wanted.startsWith(at)) throw new Error('not here');
    const name = wanted.slice(at.length) || 'index.html';
    const file = path.join(folder, name);
    const [body, { mtimeMs, size }] = await Promise.all([readFile(file), stat(file)]);
    const type = contentTypes[path.extname(file)] ?? 'application/octet-stream';
    const tag = `"${size}-${mtimeMs}"`;
    const headers = { ...own, 'Content-Type': type, 'Cache-Control': 'no-cache', ETag: tag };
    if (known === tag) return { status: 304, headers };
    this.sent.push(name);
    return { status: 200, headers, body };
  }
}
