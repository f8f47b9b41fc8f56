/** A chat as the tokens of its prompt, by the model's own template as web-llm applies it. */
import type { ChatMessage } from '../../sample.ts';
import type { Handles } from './handles.ts';

/**
 * Qwen3 and its like think at length before they answer unless the reply begins with an empty
 * thought; rollouts are meant to be answers.
 */
const noThought = '<think>\n\n</think>\n\n';

export class Renderer {
  readonly #handles: Handles;
  readonly #thinks: boolean;

  constructor(handles: Handles) {
    this.#handles = handles;
    this.#thinks = /qwen3/i.test(String(handles.pipeline.config['model_type']));
  }

  /** Tokens of the prompt, with the header of the reply at its end. */
  tokens(messages: readonly ChatMessage[]): number[] {
    const { conversation, config, tokenizer } = this.#handles.pipeline;
    conversation.reset();
    delete conversation.override_system_message;
    const templates = conversation.config.role_templates;
    for (const { role, content } of messages) {
      if (role === 'system') conversation.override_system_message = literal(content);
      else {
        conversation.appendMessage(role, templates?.[role] === undefined ? content : literal(content));
      }
    }
    if (this.#thinks) conversation.appendEmptyThinkingReplyHeader('assistant', noThought);
    else conversation.appendReplyHeader('assistant');
    const parts = conversation.getPromptArray(config);
    const tokens = [...(conversation.config.system_prefix_token_ids ?? [])];
    for (const part of parts) tokens.push(...tokenizer.encode(part));
    conversation.reset();
    return tokens;
  }

  /** Tokens of a plain text that goes on after a prompt. */
  plain(text: string): number[] {
    return [...this.#handles.pipeline.tokenizer.encode(text)];
  }

  readonly decode = (tokens: readonly number[]): string =>
    this.#handles.pipeline.tokenizer.decode(Int32Array.from(tokens));
}

/**
 * web-llm puts a text into a template by `String.replace`, where `$$`, `$&` and their like have a
 * meaning. Doubled, a dollar sign is one.
 */
const literal = (text: string): string => text.replaceAll('$', '$$$$');
