/** What the download of a GGUF takes, by a word of its host on each of its parts. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { freeBytes, type DownloadSize } from '../download-size.ts';
import { passGate, type AllowHost } from '../gate.ts';
import { reach } from '../reach.ts';
import type { ModelSpec } from '../model.ts';
import { missing } from '../worker/manifest.ts';
import { isKeepable, keptBytes } from './kept.ts';
import { partsOf } from './parts.ts';

/** Faults: `host-refused` before any host is asked, `model-missing` where a part cannot be had. */
export async function downloadSize(
  spec: ModelSpec,
  allowHost: AllowHost,
): Promise<Result<DownloadSize, Fault>> {
  const urls: string[] = [];
  for (const url of spec.urls.flatMap(partsOf)) {
    const passed = passGate(url, document.baseURI, allowHost);
    if (!passed.ok) return passed;
    urls.push(passed.value);
  }
  let bytes = 0;
  let here = 0;
  let files = 0;
  const unknown: string[] = [];
  for (const url of urls) {
    const kept = isKeepable(url) ? await keptBytes(url) : null;
    here += kept ?? 0;
    if (kept !== null) continue;
    const response = await reach(url, { method: 'HEAD' }).catch(() => null);
    if (response?.ok !== true) return failed(missing(spec, url, response?.status ?? 0));
    const told = Number(response.headers.get('content-length') ?? 0);
    files += 1;
    bytes += told;
    if (told === 0) unknown.push(new URL(url).pathname.split('/').at(-1) ?? url);
  }
  return ok({ bytes, here, files, unknown, free: await freeBytes() });
}
