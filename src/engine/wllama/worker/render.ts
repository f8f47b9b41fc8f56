/**
 * A chat as the text that the model's own template makes of it, and how many tokens that is.
 *
 * Answers are sampled as raw completions of that text, not as chat completions: llama.cpp's chat
 * parser trims what the model wrote, and swallows the log-probabilities of the tokens it holds back.
 */
import type { ChatMessage } from '../../sample.ts';
import type { Lane } from './lane.ts';

export type Rendered =
  | { readonly kind: 'prompt'; readonly text: string; readonly tokens: number }
  | { readonly kind: 'too-long'; readonly tokens: number };

const kept = 256;

export class Renderer {
  readonly #known = new Map<string, Rendered>();
  #bos: string | null = null;

  known(messages: readonly ChatMessage[]): Rendered | undefined {
    return this.#known.get(JSON.stringify(messages));
  }

  /**
   * Reads the prompt into a free slot of the lane, which keeps it there for the completion that
   * follows. Throws LaneError.
   */
  async render(lane: Lane, messages: readonly ChatMessage[]): Promise<Rendered> {
    const known = this.known(messages);
    if (known !== undefined) return known;
    const answer = await complete(lane, { messages, ...noThought, ...readOnly }, true);
    const rendered: Rendered =
      answer.kind === 'too-long'
        ? answer
        : { ...answer, text: await this.#withoutBos(lane, answer.text) };
    this.#remember(JSON.stringify(messages), rendered);
    return rendered;
  }

  /** A raw completion puts the begin mark before the text by itself, so the text must not have it. */
  async #withoutBos(lane: Lane, text: string): Promise<string> {
    if (!lane.addsBos) return text;
    if (this.#bos === null) {
      const probe = await complete(lane, { prompt: 'a', ...readOnly }, false);
      this.#bos = probe.kind === 'prompt' ? probe.text.slice(0, -1).trimEnd() : '';
    }
    return text.startsWith(this.#bos) ? text.slice(this.#bos.length) : text;
  }

  #remember(key: string, rendered: Rendered): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= kept && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, rendered);
  }
}

/**
 * Qwen3 and its like think at length before they answer unless they are told not to; rollouts are
 * meant to be answers. Templates that know no thinking do not look at it.
 */
const noThought = { chat_template_kwargs: { enable_thinking: false } };

/** llama.cpp samples one token even where 0 are asked for; `verbose` tells the prompt's text. */
const readOnly = { max_tokens: 0, n_predict: 0, stream: false, verbose: true, cache_prompt: true };

async function complete(lane: Lane, body: object, chat: boolean): Promise<Rendered> {
  const request = await lane.begin(body, chat);
  for (;;) {
    const { data, more, isError } = await lane.next(request);
    if (isError) {
      const tooLong = overflow(data);
      if (tooLong !== null) return { kind: 'too-long', tokens: tooLong };
      throw new Error(`the prompt could not be read: ${errorText(data)}`);
    }
    if (data !== null) {
      const { __verbose, usage } = data as Final;
      return { kind: 'prompt', text: __verbose.prompt, tokens: usage.prompt_tokens };
    }
    if (!more) throw new Error('the prompt could not be read: no answer');
  }
}

interface Final {
  readonly __verbose: { readonly prompt: string };
  readonly usage: { readonly prompt_tokens: number };
}

/** Tokens of a prompt that exceeds the context, or null where the error is another. */
export function overflow(data: unknown): number | null {
  const { type, n_prompt_tokens: tokens } = data as Record<string, unknown>;
  return type === 'exceed_context_size_error' && typeof tokens === 'number' ? tokens : null;
}

export const errorText = (data: unknown): string => {
  const { message } = data as Record<string, unknown>;
  return typeof message === 'string' ? message : JSON.stringify(data);
};
