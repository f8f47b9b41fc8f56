/**
 * Log-probabilities of a given text after its prompt, by vLLM's `prompt_logprobs`: the text is the
 * beginning of an answer that is to be continued. No other server is known to give them for a chat:
 * llama.cpp has neither these nor `echo`.
 */
import * as v from 'valibot';
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { ScoreRequest } from '../sample.ts';
import { json } from './http.ts';
import type { Line } from './http.ts';

const reply = v.object({
  prompt_logprobs: v.array(
    v.nullable(
      v.record(v.string(), v.object({ logprob: v.number(), decoded_token: v.nullish(v.string()) })),
    ),
  ),
});

export type Scored = Result<readonly number[], Fault> | null;

/** `promptTokens` is where the text begins. Null where the signal ended it. */
export async function score(
  line: Line,
  { messages, continuation }: ScoreRequest,
  promptTokens: number,
  signal: AbortSignal,
): Promise<Scored> {
  if (continuation === '') return ok([]);
  const answer = await json(
    line,
    {
      model: line.model,
      messages: [
        ...messages.map(({ role, content }) => ({ role, content })),
        { role: 'assistant', content: continuation },
      ],
      add_generation_prompt: false,
      continue_final_message: true,
      prompt_logprobs: 0,
      max_tokens: 1,
      temperature: 0,
    },
    signal,
  );
  if (answer === null || !answer.ok) return answer;
  const broken = (reason: string): Scored =>
    failed({ kind: 'server-broken', server: line.host, reason });
  const read = v.safeParse(reply, answer.value);
  if (!read.success) return broken('it gives no log-probabilities of a prompt');
  // Without alternatives each place holds the one token of the prompt.
  const tokens = read.output.prompt_logprobs
    .slice(promptTokens)
    .map((place) => Object.values(place ?? {})[0]);
  const text = tokens.map((token) => token?.decoded_token ?? '').join('');
  // A template that trims or rewrites the text would have another one scored.
  if (text !== continuation) return broken('its template changes the text that is to be scored');
  return ok(tokens.map((token) => Math.min(token?.logprob ?? Number.NaN, 0)));
}
