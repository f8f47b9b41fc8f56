/** The small JSON file beside a model that says which bytes it is to have. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { ModelSpec } from '../model.ts';

export interface Manifest {
  /** SHA-256, hexadecimal; null where there is no manifest. */
  readonly revision: string | null;
  readonly contextTokens: number | null;
}

export async function readManifest(spec: ModelSpec): Promise<Result<Manifest, Fault>> {
  if (spec.manifest === undefined) return ok({ revision: null, contextTokens: null });
  const response = await fetch(spec.manifest).catch(() => null);
  if (response === null || !response.ok) {
    return failed(missing(spec, spec.manifest, response?.status ?? 0));
  }
  const manifest: unknown = await response.json().catch(() => null);
  if (typeof manifest !== 'object' || manifest === null) {
    return failed(corrupt(spec, 'its manifest is not JSON'));
  }
  const { revision, contextTokens } = manifest as Record<string, unknown>;
  if (typeof revision !== 'string' || !/^[0-9a-f]{64}$/i.test(revision)) {
    return failed(corrupt(spec, 'its manifest has no revision'));
  }
  return ok({
    revision: revision.toLowerCase(),
    contextTokens: typeof contextTokens === 'number' ? contextTokens : null,
  });
}

/** `model-corrupt` where the bytes are not those that were expected; null where they are. */
export function checkRevision(
  spec: ModelSpec,
  manifest: Manifest,
  revision: string,
): Extract<Fault, { kind: 'model-corrupt' }> | null {
  const expected = spec.sha256?.toLowerCase() ?? manifest.revision;
  return expected === null || expected === revision
    ? null
    : corrupt(spec, `its SHA-256 is ${revision}, not ${expected}`);
}

export const missing = (spec: ModelSpec, url: string, status: number): Fault => ({
  kind: 'model-missing',
  model: spec.id,
  url,
  status,
});

export const corrupt = (
  spec: ModelSpec,
  reason: string,
): Extract<Fault, { kind: 'model-corrupt' }> => ({ kind: 'model-corrupt', model: spec.id, reason });
