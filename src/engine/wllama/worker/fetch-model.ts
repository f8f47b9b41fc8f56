/**
 * Gets the files of a model, byte by byte with progress, and checks that they are what was asked
 * for: all there, GGUF, and of the expected hash. URLs have passed the gate before they come here.
 */
import type { Fault } from '../../../base/fault.ts';
import { sha256 } from '../../../base/hash.ts';
import { failed, ok } from '../../../base/result.ts';
import type { Result } from '../../../base/result.ts';
import type { LoadProgress, ModelSpec, Trained } from '../../model.ts';
import { checkRevision, corrupt, missing, readManifest } from '../../worker/manifest.ts';
import { readBody } from '../../worker/read-body.ts';
import type { Gguf } from './gguf.ts';
import { readGguf } from './gguf.ts';

export interface ModelFiles {
  readonly blobs: readonly Blob[];
  /** The header of the first file. */
  readonly gguf: Gguf;
  readonly bytes: number;
  /**
   * SHA-256, hexadecimal, of the file; of a split one, the SHA-256 of its parts' hashes, each in
   * hexadecimal with a line end.
   */
  readonly revision: string;
  /** Tokens of context that the manifest names. */
  readonly contextTokens: number | null;
  /** What the manifest says of its training. */
  readonly trained?: Trained;
}

type Report = (progress: LoadProgress) => void;

export async function fetchModel(
  spec: ModelSpec,
  report: Report,
): Promise<Result<ModelFiles, Fault>> {
  const manifest = await readManifest(spec);
  if (!manifest.ok) return manifest;
  const parts: Part[] = [];
  let before = 0;
  for (const url of spec.urls) {
    const part = await fetchPart(spec, url, (bytes, total) =>
      // What the other parts of a split file weigh is not known before they are asked for.
      report({
        stage: 'fetch',
        bytes: before + bytes,
        totalBytes: spec.urls.length === 1 ? total : null,
      }),
    );
    if (!part.ok) return part;
    parts.push(part.value);
    before += part.value.blob.size;
  }
  const [first] = parts;
  if (first === undefined) return failed(corrupt(spec, 'it has no files'));
  const revision = parts.length === 1 ? first.sha256 : await hashOfHashes(parts);
  const wrong = checkRevision(spec, manifest.value, revision);
  if (wrong !== null) return failed(wrong);
  const { contextTokens, trained } = manifest.value;
  return ok({
    blobs: parts.map(({ blob }) => blob),
    gguf: first.gguf,
    bytes: before,
    revision,
    contextTokens,
    ...(trained === undefined ? {} : { trained }),
  });
}

/** A header is a vocabulary at most: a few MB. */
const headBytes = 64 * 2 ** 20;

interface Part {
  readonly blob: Blob;
  readonly gguf: Gguf;
  readonly sha256: string;
}

async function fetchPart(
  spec: ModelSpec,
  url: string,
  report: (bytes: number, total: number | null) => void,
): Promise<Result<Part, Fault>> {
  const response = await get(url);
  if (response === null || !response.ok) return failed(missing(spec, url, response?.status ?? 0));
  const total = Number(response.headers.get('content-length')) || null;
  let chunks: Uint8Array<ArrayBuffer>[];
  let bytes = 0;
  report(0, total);
  try {
    chunks = await readBody(response, (more) => {
      bytes += more;
      report(bytes, total);
    });
  } catch {
    return failed(corrupt(spec, 'the connection broke before the whole file had come'));
  }
  const blob = new Blob(chunks);
  chunks.length = 0;
  const head = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
  if (isPage(head)) return failed(corrupt(spec, 'the server sent a web page instead of the file'));
  const gguf = readGguf(head, blob.size);
  if (!gguf.ok) return failed(corrupt(spec, gguf.fault));
  const hash = await sha256(new Uint8Array(await blob.arrayBuffer()));
  return ok({ blob, gguf: gguf.value, sha256: hash });
}

/** Our own dev and static servers, like many others, answer an unknown path with the start page. */
function isPage(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}

/** Null where there was no answer at all. */
const get = (url: string): Promise<Response | null> => fetch(url).catch(() => null);

const hashOfHashes = (parts: readonly Part[]): Promise<string> =>
  sha256(parts.map((part) => `${part.sha256}\n`).join(''));
