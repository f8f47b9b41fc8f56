/**
 * Writes the list of models that the pinned web-llm has compiled libraries for, so that the page can
 * show them without fetching six megabytes of script: `node bin/run.mjs catalogue`, after each
 * change of its version. A test holds the file to the package.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ModelType, prebuiltAppConfig } from '@mlc-ai/web-llm';
import { root } from './paths.ts';

export interface Prebuilt {
  readonly id: string;
  /** Folder of the weights, and the compiled library. */
  readonly model: string;
  readonly library: string;
  /** Graphics memory that web-llm names for it, in MB (2^20 bytes). */
  readonly memoryMb: number;
  readonly contextTokens: number;
  /** Its config has a sliding window that the library does not use. */
  readonly fullContext?: true;
}

export const cataloguePath = path.join(root, 'src', 'engine', 'webllm', 'prebuilt.json');

/**
 * Models that answer in text through web-llm's usual functions: embeddings answer nothing, and those
 * with a manifest name functions of their own.
 */
export function readPrebuilt(): Prebuilt[] {
  return prebuiltAppConfig.model_list
    .filter((record) => record.model_type !== ModelType.embedding)
    .filter((record) => !('model_manifest' in record))
    .map((record) => ({
      id: record.model_id,
      model: record.model,
      library: record.model_lib,
      memoryMb: Math.round(record.vram_required_MB ?? 0),
      contextTokens: record.overrides?.context_window_size ?? 4096,
      ...(record.overrides?.sliding_window_size === -1 ? { fullContext: true as const } : {}),
    }));
}

export async function main(): Promise<number> {
  const models = readPrebuilt();
  const lines = models.map((model) => `  ${JSON.stringify(model)}`);
  await writeFile(cataloguePath, `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${models.length} models`);
  return 0;
}
