/** The words of llama.cpp's completion calls: what we ask, and what comes back token by token. */
import type { WireRequest } from '../../protocol.ts';

/**
 * Temperature first, then top-k and top-p, as the models' own cards mean these numbers; llama.cpp
 * itself would put the temperature last. Everything else that it does by default is off.
 * With `n_probs` the log-probabilities are those of the plain softmax: before any sampler.
 */
export function completionBody(request: WireRequest, prompt: string): object {
  const { temperature, topP, topK, maxTokens } = request.sampling;
  return {
    prompt,
    stream: true,
    n_predict: maxTokens,
    temperature,
    top_p: topP,
    top_k: topK,
    min_p: 0,
    samplers: ['temperature', 'top_k', 'top_p'],
    // All ones would mean "any seed".
    seed: Math.min(request.seed >>> 0, 0xffff_fffe),
    n_probs: 1,
    cache_prompt: true,
    ...(request.jsonSchema === undefined ? {} : { json_schema: request.jsonSchema }),
  };
}

export interface SampledToken {
  readonly id: number;
  /** UTF-8; of a character in several tokens, all bytes come with its last token. */
  readonly bytes: readonly number[];
  readonly logprob: number;
}

export interface Piece {
  readonly tokens: readonly SampledToken[];
  /** Set on the last piece. */
  readonly finish: 'stop' | 'length' | null;
}

interface Chunk {
  readonly choices: readonly {
    readonly finish_reason: 'stop' | 'length' | null;
    readonly logprobs: { readonly content: readonly SampledToken[] } | null;
  }[];
}

export function readPiece(data: unknown): Piece {
  const choice = (data as Chunk).choices[0];
  return { tokens: choice?.logprobs?.content ?? [], finish: choice?.finish_reason ?? null };
}
