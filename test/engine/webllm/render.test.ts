import { describe, expect, test } from 'vitest';
import type { Conversation, Handles } from '../../../src/engine/webllm/worker/handles.ts';
import { Renderer } from '../../../src/engine/webllm/worker/render.ts';

/** Puts texts into templates as web-llm does, by String.replace; a token is a character. */
function handlesOf(templates: Record<string, string> | undefined, modelType = 'llama'): Handles {
  const parts: string[] = [];
  const conversation: Conversation & { override_system_message?: string } = {
    config: templates === undefined ? {} : { role_templates: templates },
    reset: () => {
      parts.length = 0;
    },
    appendMessage: (role, message) => {
      parts.push(templates?.[role]?.replace(`{${role}_message}`, message) ?? message);
    },
    appendReplyHeader: () => parts.push('>'),
    appendEmptyThinkingReplyHeader: (_role, block) => parts.push(`>${block}`),
    getPromptArray: () => {
      const { override_system_message: system } = conversation;
      const head = system === undefined ? [] : ['[{system_message}]'.replace('{system_message}', system)];
      return [...head, ...parts];
    },
  };
  const encode = (text: string): Int32Array => Int32Array.from(text, (c) => c.codePointAt(0) ?? 0);
  const pipeline = { conversation, config: { model_type: modelType }, tokenizer: { encode } };
  return { pipeline } as unknown as Handles;
}

const rendered = (handles: Handles, ...messages: { role: 'system' | 'user'; content: string }[]) =>
  String.fromCodePoint(...new Renderer(handles).tokens(messages));

describe('a prompt', () => {
  const maths = 'Let $$x=3$$, $& and $` be.';

  test('keeps its dollar signs in a template, and in the system message', () => {
    const handles = handlesOf({ user: '<{user_message}>' });
    const prompt = rendered(
      handles,
      { role: 'system', content: maths },
      { role: 'user', content: maths },
    );
    expect(prompt).toBe(`[${maths}]<${maths}>>`);
  });

  test('keeps them without a template too', () => {
    expect(rendered(handlesOf(undefined), { role: 'user', content: maths })).toBe(`${maths}>`);
  });

  test('begins the reply of a model that thinks with an empty thought', () => {
    const handles = handlesOf(undefined, 'qwen3');
    expect(rendered(handles, { role: 'user', content: 'a' })).toContain('<think>\n\n</think>');
  });

  test.each(['llama', 'gemma2', 'qwen2'])('begins the reply of a %s with nothing', (type) => {
    expect(rendered(handlesOf(undefined, type), { role: 'user', content: 'a' })).toBe('a>');
  });

  test('leaves nothing of a chat in the next', () => {
    const handles = handlesOf(undefined);
    rendered(handles, { role: 'system', content: 's' }, { role: 'user', content: 'a' });
    expect(rendered(handles, { role: 'user', content: 'b' })).toBe('b>');
  });
});
