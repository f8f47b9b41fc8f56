import type { SampleRequest } from '../sample.ts';
import type { Abilities } from './abilities.ts';

/** The body of a streamed chat completion with `n` answers. The server applies the model's template. */
export const bodyOf = (
  model: string,
  { messages, sampling, seed, jsonSchema }: SampleRequest,
  abilities: Abilities,
  n = 1,
): object => ({
  model,
  messages: messages.map(({ role, content }) => ({ role, content })),
  stream: true,
  temperature: sampling.temperature,
  top_p: sampling.topP,
  max_tokens: sampling.maxTokens,
  seed,
  ...(n === 1 ? {} : { n }),
  // Of 0 alternatives llama.cpp gives no log-probability at all.
  ...(abilities.logprobs ? { logprobs: true, top_logprobs: 1 } : {}),
  ...(abilities.usage ? { stream_options: { include_usage: true } } : {}),
  ...(abilities.extras ? extras(sampling.topK) : {}),
  ...(jsonSchema === undefined ? {} : { response_format: constrained(jsonSchema) }),
});

/**
 * Said even where it is off: left out, servers cut by defaults of their own (llama.cpp top-k 40 and
 * min-p 0.05; vLLM what the model's generation config says). -1 is off for both.
 */
const extras = (topK: number): object => ({
  top_k: topK === 0 ? -1 : topK,
  min_p: 0,
  repetition_penalty: 1,
  repeat_penalty: 1,
});

const constrained = (schema: object): object => ({
  type: 'json_schema',
  json_schema: { name: 'answer', strict: true, schema },
});
