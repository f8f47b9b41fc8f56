/** The small JSON file beside a model that says which bytes it is to have. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { ModelSpec, Trained } from '../model.ts';
import { reach } from '../reach.ts';

export interface Manifest {
  /** SHA-256, hexadecimal; null where there is no manifest. */
  readonly revision: string | null;
  readonly contextTokens: number | null;
  /** Absent where it does not say all of it. */
  readonly trained?: Trained;
}

export async function readManifest(spec: ModelSpec): Promise<Result<Manifest, Fault>> {
  if (spec.manifest === undefined) return ok({ revision: null, contextTokens: null });
  const response = await reach(spec.manifest).catch(() => null);
  if (response === null || !response.ok) {
    return failed(missing(spec, spec.manifest, response?.status ?? 0));
  }
  const manifest: unknown = await response.json().catch(() => null);
  if (typeof manifest !== 'object' || manifest === null) {
    return failed(corrupt(spec, 'its manifest is not JSON'));
  }
  const fields = manifest as Fields;
  const { revision, contextTokens } = fields;
  const trained = trainedOf(fields);
  if (typeof revision !== 'string' || !/^[0-9a-f]{64}$/i.test(revision)) {
    return failed(corrupt(spec, 'its manifest has no revision'));
  }
  return ok({
    revision: revision.toLowerCase(),
    contextTokens: typeof contextTokens === 'number' ? contextTokens : null,
    ...(trained === null ? {} : { trained }),
  });
}

type Fields = Readonly<Record<string, unknown>>;

function trainedOf({ levels, jobs, group, sampling, answerTokens }: Fields): Trained | null {
  const { min, max } = fieldsOf(group);
  const { temperature } = fieldsOf(sampling);
  const known =
    Array.isArray(levels) &&
    levels.every((level) => typeof level === 'string') &&
    typeof min === 'number' &&
    typeof max === 'number' &&
    typeof temperature === 'number' &&
    typeof answerTokens === 'number';
  if (!known) return null;
  const named = Array.isArray(jobs) ? jobs.filter((job) => typeof job === 'string') : [];
  return { levels, jobs: named, group: { min, max }, temperature, answerTokens };
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

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
