/** One file over the network, counted as it comes, tried again where the network is at fault. */
import { reach } from '../../reach.ts';
import { readBody } from '../../worker/read-body.ts';

export class FetchError extends Error {
  readonly kind: 'missing' | 'corrupt';
  readonly url: string;
  /** HTTP status, or 0 without an answer. */
  readonly status: number;

  constructor(kind: 'missing' | 'corrupt', url: string, reason: string, status = 0) {
    super(reason);
    this.kind = kind;
    this.url = url;
    this.status = status;
  }
}

/** Waits before each further try, in milliseconds. */
const patience = [500, 2000, 8000];

/**
 * `count` is told of every chunk; what a failed try had counted is taken back. Throws FetchError.
 */
export async function fetchBytes(
  url: string,
  count: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  for (let tries = 0; ; tries++) {
    let counted = 0;
    try {
      return await once(url, (bytes) => {
        counted += bytes;
        count(bytes);
      });
    } catch (error) {
      const wait = patience[tries];
      if (!(error instanceof FetchError) || !isWorthAnother(error) || wait === undefined) throw error;
      count(-counted);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** No answer, a busy server or a broken connection; what the server refuses it refuses again. */
const isWorthAnother = ({ kind, status }: FetchError): boolean =>
  kind === 'missing' && (status === 0 || status === 429 || status >= 500);

async function once(url: string, count: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const response = await reach(url).catch(() => null);
  if (response === null || !response.ok) {
    const status = response?.status ?? 0;
    throw new FetchError('missing', url, `the server answered ${status}`, status);
  }
  // Servers of single pages answer an unknown path with the start page.
  if (/text\/html/i.test(response.headers.get('content-type') ?? '')) {
    throw new FetchError('corrupt', url, 'the server sent a web page instead of the file');
  }
  let chunks: Uint8Array<ArrayBuffer>[];
  try {
    chunks = await readBody(response, count);
  } catch {
    throw new FetchError('missing', url, 'the connection broke before the whole file had come');
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
