/**
 * Models that are worth naming for llama.cpp because WebLLM has no library for them. Addresses are
 * those that public sources name; nobody has fetched them from here.
 */
import type { ModelSpec } from '../model.ts';
import { paperPreset } from '../presets.ts';
import type { Sampling } from '../sample.ts';

export interface GgufOffer {
  readonly name: string;
  readonly spec: ModelSpec;
  /** Of its files, in bytes, as the repository's own list rounds it. */
  readonly bytes: number;
  readonly licence: string;
  /** Whose files they are, as the host names it. */
  readonly repository: string;
  /** Settings that the paper used with this very model. */
  readonly preset: Sampling | null;
}

const gguf = (
  name: string,
  repository: string,
  file: string,
  facts: Pick<GgufOffer, 'bytes' | 'licence'>,
): GgufOffer => {
  const preset = paperPreset(file);
  return {
    name,
    spec: {
      id: file.replace(/\.gguf$/, ''),
      engine: 'wllama',
      urls: [`https://huggingface.co/${repository}/resolve/main/${file}`],
      chat: 'general',
      ...(preset === null ? {} : { preset }),
    },
    repository,
    preset,
    ...facts,
  };
};

/**
 * Gemma 3 4B in the smallest loss that is one file under 2 GB; no public split one is known. A finer
 * one is split by `llama-gguf-split --split-max-size 512M` and given by the address of its first part.
 */
export const ggufOffers: readonly GgufOffer[] = [
  gguf('gemma-3-4b-it', 'unsloth/gemma-3-4b-it-GGUF', 'gemma-3-4b-it-Q3_K_S.gguf', {
    bytes: 1.9e9,
    licence: 'Gemma terms',
  }),
];
