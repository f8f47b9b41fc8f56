/** Tokens of a rendered chat prompt, as the server counts them. */
import * as v from 'valibot';
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { ChatMessage } from '../sample.ts';
import { json } from './http.ts';
import type { Line } from './http.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const plain = (messages: readonly ChatMessage[]): object[] =>
  messages.map(({ role, content }) => ({ role, content }));

type Counted = Result<number, Fault> | null;

const noCount = ({ host: server }: Line): Counted =>
  failed({ kind: 'server-broken', server, reason: 'it does not tell how many tokens a prompt has' });

/** By vLLM's `/tokenize`, which the line is to lead to. Null where the signal ended it. */
export async function countByTokenize(
  line: Line,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<Counted> {
  const body = { model: line.model, messages: plain(messages), add_generation_prompt: true };
  const answer = await json(line, body, signal);
  if (answer === null || !answer.ok) return answer;
  const read = v.safeParse(v.object({ count: whole }), answer.value);
  return read.success ? ok(read.output.count) : noCount(line);
}

/** By an answer of one token, whose usage tells. A prompt that is too long is counted by its refusal. */
export async function countByAnswer(
  line: Line,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<Counted> {
  const body = { model: line.model, messages: plain(messages), max_tokens: 1, temperature: 0 };
  const answer = await json(line, body, signal);
  if (answer === null) return null;
  if (!answer.ok) {
    const { fault } = answer;
    return fault.kind === 'context-overflow' ? ok(fault.needed) : answer;
  }
  const read = v.safeParse(v.object({ usage: v.object({ prompt_tokens: whole }) }), answer.value);
  return read.success ? ok(read.output.usage.prompt_tokens) : noCount(line);
}
