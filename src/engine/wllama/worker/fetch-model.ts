/**
 * Gets the files of a model, byte by byte with progress, and checks that they are what was asked
 * for: all there, GGUF, and of the expected hash. The address of the first part of a split file stands
 * for all of them. URLs have passed the gate before they come here.
 */
import type { Fault } from '../../../base/fault.ts';
import { sha256 } from '../../../base/hash.ts';
import { failed, ok } from '../../../base/result.ts';
import type { Result } from '../../../base/result.ts';
import type { LoadProgress, ModelSpec, Trained } from '../../model.ts';
import { reach } from '../../reach.ts';
import { checkRevision, corrupt, missing, readManifest } from '../../worker/manifest.ts';
import { readBody } from '../../worker/read-body.ts';
import { findKept, isKeepable, keep, keptBytes, removeFile } from '../kept.ts';
import { partsOf } from '../parts.ts';
import { bytesBlob } from './bytes-blob.ts';
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
  // Parts differ from the first in their number alone, and so come from the host that was confirmed.
  const urls = spec.urls.flatMap(partsOf);
  const all = urls.length === 1 ? null : await sizeOf(urls);
  const begun = performance.now();
  const parts: Part[] = [];
  let before = 0;
  for (const url of urls) {
    const part = await fetchPart(spec, url, (bytes, total) =>
      report({
        stage: 'fetch',
        bytes: before + bytes,
        totalBytes: urls.length === 1 ? total : all,
        ...(urls.length === 1 ? {} : { files: { done: parts.length, all: urls.length } }),
        seconds: (performance.now() - begun) / 1000,
      }),
    );
    if (!part.ok) return part;
    const stray = strayPart(part.value.gguf, parts.length, urls.length);
    if (stray !== null) return failed(corrupt(spec, stray));
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

/** Bytes of all files together, as the server tells before it sends them; null where it does not. */
async function sizeOf(urls: readonly string[]): Promise<number | null> {
  const sizes = await Promise.all(
    urls.map(async (url) => {
      const kept = await keptBytes(url);
      if (kept !== null) return kept;
      const response = await reach(url, { method: 'HEAD' }).catch(() => null);
      return response?.ok === true ? Number(response.headers.get('content-length')) : 0;
    }),
  );
  return sizes.every((size) => size > 0) ? sizes.reduce((sum, size) => sum + size, 0) : null;
}

/** Why a file is not the part that it should be; null where it is. Names can be wrong, files cannot. */
function strayPart({ metadata }: Gguf, at: number, count: number): string | null {
  const own = metadata.get('split.count') ?? 1;
  if (own !== count) {
    return `the file is split in ${String(own)}, and ${count} came; give the address of the first part`;
  }
  const number = metadata.get('split.no') ?? 0;
  return number === at ? null : `in the place of part ${at + 1} stands part ${Number(number) + 1}`;
}

const fileOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? url;

/** A header is a vocabulary at most: a few MB. */
const headBytes = 64 * 2 ** 20;

interface Part {
  readonly blob: Blob;
  readonly gguf: Gguf;
  readonly sha256: string;
}

type Count = (bytes: number, total: number | null) => void;

/**
 * From what is kept where it is as it came, else from its address, and then it is kept. What has
 * changed since it came is deleted, and `model-changed`: nobody confirmed that it comes again.
 */
async function fetchPart(spec: ModelSpec, url: string, report: Count): Promise<Result<Part, Fault>> {
  const kept = isKeepable(url) ? await findKept(url) : null;
  if (kept !== null) {
    const part = await readPart(spec, kept.blob);
    if (part.ok && part.value.sha256 === kept.sha256) {
      report(kept.blob.size, kept.blob.size);
      return part;
    }
    await removeFile(url);
    return failed({ kind: 'model-changed', model: spec.id, file: fileOf(url) });
  }
  const blob = await download(spec, url, report);
  if (!blob.ok) return blob;
  const part = await readPart(spec, blob.value);
  if (!part.ok || !isKeepable(url)) return part;
  return ok({ ...part.value, blob: await keep(url, part.value) });
}

async function download(spec: ModelSpec, url: string, report: Count): Promise<Result<Blob, Fault>> {
  const response = await get(url);
  if (response === null || !response.ok) return failed(missing(spec, url, response?.status ?? 0));
  const total = Number(response.headers.get('content-length')) || null;
  let bytes = 0;
  report(0, total);
  try {
    const chunks = await readBody(response, (more) => {
      bytes += more;
      report(bytes, total);
    });
    // What is kept is written to disk, and read from there.
    return ok(isKeepable(url) ? new Blob(chunks) : bytesBlob(chunks));
  } catch {
    return failed(corrupt(spec, 'the connection broke before the whole file had come'));
  }
}

async function readPart(spec: ModelSpec, blob: Blob): Promise<Result<Part, Fault>> {
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
const get = (url: string): Promise<Response | null> => reach(url).catch(() => null);

const hashOfHashes = (parts: readonly Part[]): Promise<string> =>
  sha256(parts.map((part) => `${part.sha256}\n`).join(''));
