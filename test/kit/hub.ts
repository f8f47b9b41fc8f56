/** A host of models on this machine, whose files other pages may read, as the hubs allow it. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hub {
  /** Without a slash at its end. */
  readonly url: string;
  /** What was asked for: `GET /path`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Serves files of this machine by the path that each is given at. */
export async function openHub(files: Readonly<Record<string, string>>): Promise<Hub> {
  const asked: string[] = [];
  const server = createServer(({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`);
    const file = files[url];
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (file === undefined) return response.writeHead(404).end();
    response.setHeader('access-control-expose-headers', 'content-length');
    response.writeHead(200, { 'content-length': statSync(file).size });
    if (method === 'HEAD') return response.end();
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
