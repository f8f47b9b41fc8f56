import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pageHeaders } from './headers.ts';

/** By the ending of a file's name. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gguf': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export interface ServeOptions {
  /** The folder to serve. */
  readonly folder: string;
  /** The port to try first; 0, or a taken one, gives a free one. */
  readonly port?: number;
  /** Files outside the folder, by the path they are served at: a model given on the command line. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Told of every file that is sent, by its path on disk: what a page really fetches. */
  readonly onSent?: (file: string) => void;
}

export interface Served {
  /** With a slash at its end. Always a loopback address. */
  readonly url: string;
  close(): Promise<void>;
}

/** The file that a request names, or null where there is none in the folder. */
async function resolveFile(options: ServeOptions, target: string): Promise<string | null> {
  let wanted: string;
  try {
    wanted = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return null;
  }
  if (wanted.includes('\0')) return null;
  const given = options.extra?.[wanted];
  if (given !== undefined) return given;
  const folder = await realpath(options.folder);
  const file = path.join(folder, wanted.endsWith('/') ? `${wanted}index.html` : wanted);
  const real = await realpath(file).catch(() => null);
  // Links and `..` are resolved by now: nothing outside the folder is served.
  return real !== null && real.startsWith(folder + path.sep) ? real : null;
}

async function answer(
  options: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const plain = (status: number, text: string): void => {
    response.writeHead(status, { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    plain(405, 'Method not allowed');
    return;
  }
  const file = await resolveFile(options, request.url ?? '/');
  const state = file === null ? null : await stat(file).catch(() => null);
  if (file === null || state === null || !state.isFile()) {
    plain(404, 'Not found');
    return;
  }
  const tag = `"${state.size.toString(16)}-${Math.trunc(state.mtimeMs).toString(16)}"`;
  const headers = {
    ...pageHeaders,
    'Content-Type': contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    ETag: tag,
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': state.size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  options.onSent?.(file);
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Serves a built page on the loopback interface alone, with the headers that it needs. */
export async function serve(options: ServeOptions): Promise<Served> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.destroy());
  });
  const wanted = options.port ?? 0;
  const port = await listen(server, wanted).catch((error: NodeJS.ErrnoException) => {
    if (wanted === 0 || (error.code !== 'EADDRINUSE' && error.code !== 'EACCES')) throw error;
    return listen(server, 0);
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
