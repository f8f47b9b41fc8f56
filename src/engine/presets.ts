/** The sampling that the paper used with its three models (arXiv 2509.14234, mathematics). */
import type { Sampling } from './sample.ts';

/** By the beginning of a name, of whatever makers and in whatever numbers it is stored. */
const presets: readonly (readonly [RegExp, Sampling])[] = [
  [/^qwen[-_]?3-4b(?![\w.]|-(thinking|instruct|base))/i, { temperature: 0.7, topK: 20, topP: 0.8, maxTokens: 1536 }],
  [/^(meta-)?llama-3\.1-8b-instruct/i, { temperature: 0.7, topK: 50, topP: 0.9, maxTokens: 1536 }],
  [/^(google_)?gemma-3-4b-it/i, { temperature: 1, topK: 64, topP: 0.95, maxTokens: 1536 }],
];

/**
 * The preset of a model by its name or the last part of its address, such as
 * `gemma-3-4b-it-Q4_K_M-00001-of-00003.gguf`; null for any but the paper's.
 */
export const paperPreset = (name: string): Sampling | null =>
  presets.find(([beginning]) => beginning.test(name))?.[1] ?? null;
